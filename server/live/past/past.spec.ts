import fc from 'fast-check';
import type { Rows } from '../../../shared/rows/rows.js';
import { formatInstant } from '../../../shared/instant.js';
import type { StoredEvent } from '../../domain/event/fact.js';
import type { HallEvent } from '../../domain/event/own-event.js';
import { demoHall } from '../../domain/golden/demo-hall.js';
import { settingsOf } from '../../domain/golden/hall-plan.js';
import { workingDay } from '../../domain/golden/working-day.js';
import { advance } from '../../domain/hall/advance.js';
import { journals, START } from '../../domain/hall/arbitrary-events.spec-kit.js';
import { foldEvent } from '../../domain/hall/fold-event.js';
import { newHall } from '../../domain/hall/hall.js';
import { settingsForSpec } from '../../domain/hall/hall.spec-kit.js';
import { allRows } from '../../domain/hall/make-rows.js';
import { HallSettings } from '../../../shared/commands/hall.js';
import { Kept, post, type Text } from '../../journal/journal.spec-kit.js';
import { storedEvents, type Journal } from '../../journal/journal.js';
import { Past } from './past.js';
import { inOrder, newLine, TimeLine } from './time-line.js';

const [MINUTE, HOUR] = [60_000, 3_600_000];
const configured = (data: HallSettings): HallEvent => ({ specversion: '1.0', id: 'first', source: '/hallboard', type: 'hall.configured', data });

describe('The past of a hall', () => {
  let kept: Kept;
  let halls = 0;
  beforeAll(async () => (kept = await Kept.make()));
  afterAll(() => kept.clear());

  async function append(hallId: string, loggedAt: number, events: HallEvent[]): Promise<void> {
    kept.clock[0] = loggedAt;
    await kept.journal.append([post(hallId, ...(events as unknown as Text[]))]);
  }
  const pastOf = (hallId: string, journal: Journal = kept.journal) => new Past({ journal, hallId, stands: () => true, worth: 1 });
  const rowsAt = async (past: Past, instant: number) => allRows(await past.hallAt(instant));

  /** By its definition: everything placed, put in order and folded from the start. */
  async function plainly(hallId: string, instant: number): Promise<Rows> {
    const stored: StoredEvent[] = [];
    for await (const events of storedEvents(kept.journal, hallId, 1)) stored.push(...events);
    const line = new TimeLine(newLine());
    for (const one of stored) line.read(one);
    const facts = stored.map((one) => line.place(one)).filter((fact) => fact !== null).filter(({ at }) => at <= instant).sort(inOrder);
    const startAt = facts[0]?.at ?? instant;
    const hall = newHall(hallId, line.settingsAt(startAt), startAt);
    for (const fact of facts) {
      advance(hall, fact.at);
      line.apply(hall, fact);
    }
    advance(hall, instant);
    return allRows(hall);
  }

  const CASES = 50;
  /** Some of a journal is told, asked about, and then the rest of it, late events and corrections among it. */
  async function law(given: { journals: StoredEvent[][]; journal: () => Journal }): Promise<number> {
    let asked = 0;
    for (const events of given.journals) {
      const hallId = `law-${halls++}`;
      await append(hallId, START, [configured(settingsForSpec())]);
      const past = pastOf(hallId, given.journal());
      const instants = [START - 30 * HOUR, START, ...events.map(({ loggedAt }) => loggedAt - 10 * MINUTE), events.at(-1)!.loggedAt + 50 * HOUR];
      for (const [index, { loggedAt, event }] of events.entries()) {
        await append(hallId, loggedAt, [event]);
        if (index % 9 !== 4 && index < events.length - 1) continue;
        for (const instant of [instants.at(-1)!, instants[index % instants.length]!, instants[(index * 5 + 2) % instants.length]!]) {
          asked++;
          const expected = await plainly(hallId, instant);
          if (JSON.stringify(sorted(await rowsAt(past, instant))) !== JSON.stringify(sorted(expected))) return -asked;
        }
      }
    }
    return asked;
  }

  it('[P1] [P3] is the same from the start of any day and from the first event on, also after what comes late or is corrected', async () => {
    const seed = Math.floor(Math.random() * 2 ** 31);
    const cases = fc.sample(journals, { numRuns: CASES, seed });
    const asked = await law({ journals: cases, journal: () => kept.journal });
    expect(asked).withContext(`seed ${seed}`).toBeGreaterThan(CASES);
    const forgetful = (): Journal => Object.assign(Object.create(kept.journal) as Journal, { dropPast: () => Promise.resolve() });
    const planted = await law({ journals: cases, journal: forgetful });
    expect(planted).withContext('the planted fault: starts of days that late events do not touch').toBeLessThan(0);
    console.log(`past: ${CASES} journals, ${asked} instants, seed ${seed}; planted fault caught at instant ${-planted}`);
  }, 60_000);

  it('[P1] is what a hall that heard each event at once showed at that instant', async () => {
    const settings = HallSettings.parse(settingsOf(demoHall));
    const days = ['2026-03-02', '2026-03-03', '2026-03-04', '2026-03-06'].map((date) => workingDay({ seed: 'past', date, plan: { ...demoHall, tickets: 120 } }));
    const events = days.flat().filter(({ type }) => type !== 'device.heartbeat');
    const startAt = Date.parse(events[0]!.time!);
    await append('plain', startAt - HOUR, [configured(settings)]);
    for (let index = 0; index < events.length; index += 200) await append('plain', Date.parse(events.at(-1)!.time!), events.slice(index, index + 200));
    const past = pastOf('plain');
    const draw = Array.from({ length: 10 }, () => startAt + Math.floor(Math.random() * 5 * 24 * HOUR));
    for (const instant of draw) {
      const live = newHall('plain', settings, startAt - HOUR);
      events.filter(({ time }) => Date.parse(time!) <= instant).forEach((event, index) => foldEvent(live, { seq: index + 1, loggedAt: Date.parse(event.time!), event }));
      advance(live, instant);
      const shown = await rowsAt(past, instant);
      shown.hall['plain']!.quality = {}; // all of it was told late
      const expected = allRows(live);
      expected.hall['plain']!.quality = {};
      expect(sorted(shown)).withContext(formatInstant(instant)).toEqual(sorted(expected));
    }
  }, 30_000);
});

/** Tables and rows by name, so that two can be compared as text. */
function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, one]) => [key, sorted(one)]));
}

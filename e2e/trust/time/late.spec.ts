import fc from 'fast-check';
import type { StoredEvent } from '../../../server/domain/event/fact.js';
import { keyOf } from '../../../server/domain/alert/alert.js';
import { advance, nextDeadline } from '../../../server/domain/hall/advance.js';
import { dayEvents } from '../../../server/domain/hall/arbitrary-events.spec-kit.js';
import { foldEvent } from '../../../server/domain/hall/fold-event.js';
import { newHall } from '../../../server/domain/hall/hall.js';
import { settingsForSpec } from '../../../server/domain/hall/hall.spec-kit.js';
import { judge } from '../../../server/domain/hall/judge.js';
import { allRows } from '../../../server/domain/hall/make-rows.js';
import { booksUntil } from '../../../server/domain/daily/daily.spec-kit.js';
import { dailyOf } from '../../../server/domain/daily/daily.js';
import { count, seed, tried } from '../kit/tried.js';

const HOUR = 3_600_000;
const settings = settingsForSpec();

/** How late each event comes: most in time, some up to three days. */
const lateness = fc.array(fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.integer({ min: 60_001, max: 72 * HOUR })), { minLength: 30, maxLength: 30 });
const cases = fc.tuple(dayEvents, lateness);
type Case = [events: StoredEvent['event'][], lateMs: number[]];

/** The journal as it is when each event comes so late; every instant is told once, so that order settles nothing. */
function journalOf([events, lateMs]: Case): StoredEvent[] {
  return events
    .map((event, index) => {
      const at = Date.parse(event.time!) + index;
      return { loggedAt: at + lateMs[index]!, event: { ...event, time: new Date(at).toISOString() } };
    })
    .sort((a, b) => a.loggedAt - b.loggedAt)
    .map((one, index) => ({ seq: index + 1, ...one }));
}

/** The figures of the day, told when all is known. */
function figuresOf(journal: StoredEvent[]): string {
  const { quality, ...figures } = dailyOf(booksUntil(journal, settings, journal[0]!.loggedAt + 200 * HOUR)[0]!);
  void quality;
  return JSON.stringify(figures);
}

/** Every number below a minimum of nothing: counts and lengths. */
function negatives(value: unknown, path = ''): string[] {
  if (typeof value === 'number') return value < 0 && !path.endsWith('lagMs') ? [`${path} ${value}`] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => negatives(one, `${path}/${key}`));
}

/** A live hall that is told so: every alert that was raised, and every negative figure that was ever shown. */
function live(journal: StoredEvent[]): { raised: string[]; negative: string[] } {
  const hall = newHall('late', settings, journal[0]!.loggedAt);
  const [raised, negative]: [string[], string[]] = [[], []];
  const own = { specversion: '1.0', source: '/hallboard' } as const;
  const look = () => {
    const { raise, resolve } = judge(hall);
    for (const data of resolve) foldEvent(hall, { seq: hall.seq + 1, loggedAt: hall.now, event: { ...own, id: `${data.alertId}.resolved`, type: 'alert.resolved', data } });
    for (const data of raise) {
      raised.push(keyOf(data));
      foldEvent(hall, { seq: hall.seq + 1, loggedAt: hall.now, event: { ...own, id: keyOf(data), type: 'alert.raised', data } });
    }
  };
  for (const stored of [...journal, null]) {
    const until = stored?.loggedAt ?? hall.now + HOUR;
    for (let next = nextDeadline(hall); next <= until; next = nextDeadline(hall)) {
      advance(hall, next);
      look();
    }
    if (stored) foldEvent(hall, { ...stored, seq: hall.seq + 1 });
    look();
    negative.push(...negatives(allRows(hall).figures));
  }
  return { raised, negative };
}

describe('[F11] What comes up to three days late', () => {
  it('comes to the figures of the day as if it had come in time, makes none negative, and raises nothing twice', () => {
    const runs = count(150, 3_000);
    let [late, alerts] = [0, 0];
    const found = fc.check(fc.property(cases, (one) => {
      const [journal, inTime] = [journalOf(one), journalOf([one[0], one[1].map(() => 0)])];
      const { raised, negative } = live(journal);
      if (negative.length > 0) throw new Error(negative.join('\n'));
      if (new Set(raised).size !== raised.length) throw new Error(`raised twice: ${raised.join(', ')}`);
      if (figuresOf(journal) !== figuresOf(inTime)) throw new Error('other figures');
      late += one[1].slice(0, one[0].length).filter((ms) => ms > 0).length;
      alerts += raised.length;
    }), { numRuns: runs, seed });
    expect(found.failed).withContext(`${String(found.errorInstance)} ${fc.defaultReportMessage(found)}`).toBeFalse();
    tried({ promise: 'F11', how: 'days of which events come minutes to 72 h late', cases: runs, outcome: `${late.toLocaleString('en')} late events: the day's figures as if in time, 0 negative, ${alerts.toLocaleString('en')} alerts, none raised twice` });
    expect(alerts).toBeGreaterThan(0);
  }, 600_000);

  it('the net has teeth: late events placed where they were heard come to other figures', () => {
    const heard = (one: Case) => journalOf(one).map((stored) => ({ ...stored, event: { ...stored.event, time: new Date(stored.loggedAt).toISOString() } }));
    const others = fc.sample(cases, { numRuns: 50, seed }).filter((one) => figuresOf(heard(one)) !== figuresOf(journalOf(one)));
    expect(others.length).toBeGreaterThan(0);
  });
});

import fc from 'fast-check';
import type { Strip } from '../../../shared/rows/figures.js';
import { stripStates } from '../../../shared/glossary/choices.js';
import { day } from '../golden/day-builder.js';
import { dayEvents, START } from './arbitrary-events.spec-kit.js';
import { advance } from './advance.js';
import { foldEvent } from './fold-event.js';
import { newHall, QUARTER_MS } from './hall.js';
import { HallForSpec, settingsForSpec } from './hall.spec-kit.js';
import { allRows, makeRows } from './make-rows.js';

const DATE = '2026-03-02';
const at = (time: string, date = DATE) => `${date}T${time.length === 5 ? `${time}:00` : time}+08:00`;
const written = () => day(DATE, 'Asia/Shanghai');
const stripOf = (hall: HallForSpec) => hall.rows.figures['strip'] as Strip | undefined;
const order = Object.keys(stripStates).sort((a, b) => 'sopc'.indexOf(a) - 'sopc'.indexOf(b));

/** What a screen that looked on all day saw of each counter, a quarter-hour at a time: how long each state but closed filled. */
class Onlooker {
  private readonly seen = new Map<string, Map<number, Record<string, number>>>();

  /** The counters stood so from one instant to another. */
  see(counters: Record<string, { state: string }>, from: number, to: number): void {
    for (const [id, { state }] of Object.entries(counters)) {
      if (state === 'closed') continue;
      const letter = order.find((one) => stripStates[one as keyof typeof stripStates] === state) ?? 's';
      const quarters = this.seen.get(id) ?? new Map<number, Record<string, number>>();
      this.seen.set(id, quarters);
      for (let quarter = Math.floor(from / QUARTER_MS); quarter * QUARTER_MS < to; quarter++) {
        const spent = quarters.get(quarter) ?? {};
        spent[letter] = (spent[letter] ?? 0) + Math.min(to, (quarter + 1) * QUARTER_MS) - Math.max(from, quarter * QUARTER_MS);
        quarters.set(quarter, spent);
      }
    }
  }

  letter(id: string, startAt: number): string {
    const spent = this.seen.get(id)?.get(startAt / QUARTER_MS) ?? {};
    const closed = Object.values(spent).reduce((left, ms) => left - ms, QUARTER_MS);
    const filled = (letter: string) => (letter === 'c' ? closed : (spent[letter] ?? 0));
    return order.reduce((most, one) => (filled(one) > filled(most) ? one : most));
  }
}

describe('The strip', () => {
  it('[F12] says of each ended quarter of the last four hours what filled most of it', () => {
    const hall = new HallForSpec(at('08:00'));
    hall.hear(written()
      .at('09:00').open('C1').at('09:16').issue('T1', { service: 'S1' }).call('T1', 'C1').at('09:17').start('T1', 'C1').at('09:37').end('T1', 'C1')
      .at('09:38').pause('C1').at('10:05').resume('C1').at('10:07:30').close('C1').at('10:20').open('C9'));
    expect(stripOf(hall.until(at('10:15:00')))).toEqual({ startAt: Date.parse(at('06:15')), counters: { C1: `${'c'.repeat(11)}osspc`, C2: 'c'.repeat(16) } });
    expect(stripOf(hall.until(at('10:30')))?.counters).toEqual({ C1: `${'c'.repeat(10)}osspcc`, C2: 'c'.repeat(16), C9: `${'c'.repeat(15)}o` });
  });

  it('[F12] begins with the day, stays while a quarter runs, and takes in what comes late', () => {
    const hall = new HallForSpec(at('00:10'));
    expect(stripOf(hall)).toBeUndefined();
    expect(stripOf(hall.until(at('00:31')))).toEqual({ startAt: Date.parse(at('00:00')), counters: { C1: 'cc', C2: 'cc' } });
    const made = () => makeRows(hall.hall).made.some(([, id]) => id === 'strip');
    hall.hear(written().at('00:40').open('C1'));
    expect(made()).withContext('word of the running quarter').toBeFalse();
    hall.hear(written().at('00:16').open('C2'), at('00:44'));
    expect(made()).withContext('late word').toBeTrue();
    expect(stripOf(hall)?.counters).toEqual({ C1: 'cc', C2: 'co' });
    advance(hall.hall, Date.parse(at('00:45')));
    expect(made()).withContext('a quarter ended').toBeTrue();
    expect(stripOf(hall.until(at('00:05', '2026-03-03')))).toBeUndefined();
  });

  it('[F12] is what a screen that looked on all day saw most of the time, whatever happened, and would notice the state at the end', () => {
    const law = (letterOf: (looked: Onlooker, id: string, startAt: number) => string) => fc.check(fc.property(dayEvents, (events) => {
      const hall = newHall('spec', settingsForSpec(), START);
      const onlooker = new Onlooker();
      let now = START;
      const until = (next: number) => {
        if (next > now) onlooker.see(allRows(hall).counters, now, next);
        now = next;
      };
      events.forEach((event, index) => {
        until(Date.parse(event.time!));
        foldEvent(hall, { seq: index + 1, loggedAt: now, event });
      });
      until(now + 2 * QUARTER_MS);
      advance(hall, now);
      const { startAt, counters } = allRows(hall).figures['strip'] as Strip;
      return Object.entries(counters).every(([id, letters]) =>
        [...letters].every((letter, index) => startAt + index * QUARTER_MS < START || letter === letterOf(onlooker, id, startAt + index * QUARTER_MS)));
    }), { numRuns: 400 });
    const found = law((onlooker, id, startAt) => onlooker.letter(id, startAt));
    expect(found.counterexample).withContext(`seed ${found.seed}`).toBeNull();
    expect(law((onlooker, id, startAt) => onlooker.letter(id, startAt + QUARTER_MS)).failed).withContext('the planted fault').toBeTrue();
    console.log(`strip: ${found.numRuns} days looked on, seed ${found.seed}`);
  });
});

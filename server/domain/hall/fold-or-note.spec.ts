import fc from 'fast-check';
import type { PostedEvent } from '../../../shared/events/cloud-event.js';
import type { StoredEvent } from '../event/fact.js';
import { day } from '../golden/day-builder.js';
import { foldEvent } from './fold-event.js';
import { foldOrNote } from './fold-or-note.js';
import { settingsForSpec } from './hall.spec-kit.js';
import { newHall, type Hall } from './hall.js';
import { allRows } from './make-rows.js';

const DATE = '2026-03-02';
const START = Date.parse(`${DATE}T08:00+08:00`);
const EVENTS = 10_000;
const POISONED = 3;

/** A long day: one ticket after the other. */
function longDay(): PostedEvent[] {
  const told = day(DATE).at('09:00').open('C1');
  for (let n = 0; n < EVENTS / 4; n++) told.issue(`T${n}`, { service: 'S1' }).call(`T${n}`, { counter: 'C1', staff: 'P1' }).start(`T${n}`).end(`T${n}`);
  return told.events();
}

/** What nobody can read: every look at it throws. */
function poisoned(event: PostedEvent): PostedEvent {
  const data = new Proxy({}, { get: () => { throw new Error('poison'); } });
  return { ...event, id: `${event.id}.poison`, data } as PostedEvent;
}

function fold(stored: StoredEvent[], take = foldOrNote): { hall: Hall; flags: string[][] } {
  const hall = newHall('a', settingsForSpec(), START);
  return { hall, flags: stored.map((one) => take(hall, one)) };
}

describe('A poisoned event', () => {
  const events = longDay();
  const stored = (list: PostedEvent[]) => list.map((event, index): StoredEvent => ({ seq: index + 1, loggedAt: Date.parse(event.time!), event }));
  const clean = allRows(fold(stored(events)).hall);
  const places = fc.uniqueArray(fc.nat(events.length - 1), { minLength: POISONED, maxLength: POISONED });

  it('[L10] among ten thousand is noted by its seq and flagged, and changes nothing else, each time the journal is folded', () => {
    let tried = 0;
    const found = fc.check(fc.property(places, (at) => {
      const with3 = events.flatMap((event, index) => (at.includes(index) ? [poisoned(event), event] : [event]));
      const first = fold(stored(with3));
      const seqs = first.flags.flatMap((flags, index) => (flags.includes('unread') ? [index + 1] : []));
      expect(seqs.length).toBe(POISONED);
      expect(first.hall.unread).toEqual(seqs);
      const rows = allRows(first.hall);
      const { unread, ...quality } = rows.hall['a']!.quality;
      expect(unread).toBe(POISONED);
      expect<unknown>({ ...rows, hall: { a: { ...rows.hall['a']!, quality } }, sources: {} }).toEqual({ ...clean, sources: {} });
      expect<unknown>(allRows(fold(stored(with3)).hall)).toEqual(rows);
      tried += POISONED;
    }), { numRuns: 5 });
    expect(found.failed).withContext(`${String(found.errorInstance)} ${fc.defaultReportMessage(found)}`).toBeFalse();
    console.log(`poison: ${tried} events among ${events.length} each, seed ${found.seed}`);
  });

  it('[L10] the net has teeth: the bare fold stops at it', () => {
    expect(() => fold(stored([poisoned(events[0]!)]), foldEvent)).toThrowError('poison');
  });
});

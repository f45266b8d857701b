import fc from 'fast-check';
import { applyDelta, mergeDeltas, type Change } from '../../../shared/messages/delta.js';
import type { Figures } from '../../../shared/rows/figures.js';
import { Rows } from '../../../shared/rows/rows.js';
import { Mirror } from '../../live/mirror.js';
import type { StoredEvent } from '../event/fact.js';
import { advance } from './advance.js';
import { dayEvents, isWellFormed, journals, plainJournals, shuffled, START } from './arbitrary-events.spec-kit.js';
import { foldEvent } from './fold-event.js';
import { newHall, type Hall } from './hall.js';
import { settingsForSpec } from './hall.spec-kit.js';
import { allRows } from './make-rows.js';

/** Holds for every case; the same law with a fault planted in it must not. Prints how many cases, and the seed to run them again. */
function expectLaw<T>({ cases, numRuns }: { cases: fc.Arbitrary<T>; numRuns: number }, holds: (one: T) => void, planted: (one: T) => void): void {
  const found = fc.check(fc.property(cases, holds), { numRuns, endOnFailure: false });
  expect(found.failed).withContext(`${String(found.errorInstance)} ${fc.defaultReportMessage(found)}`).toBeFalse();
  const caught = fc.check(fc.property(cases, planted), { numRuns, seed: found.seed, endOnFailure: true });
  expect(caught.failed).withContext('the planted fault').toBeTrue();
  console.log(`laws: ${found.numRuns} cases, seed ${found.seed}; planted fault caught at case ${caught.numRuns}`);
}

/** Throws what differs: the paths where the two values part. */
function same(left: unknown, right: unknown, path = ''): void {
  if (Object.is(left, right)) return;
  if (typeof left !== 'object' || typeof right !== 'object' || !left || !right) throw new Error(`${path}: ${JSON.stringify(left)} ≠ ${JSON.stringify(right)}`);
  for (const key of new Set([...Object.keys(left), ...Object.keys(right)])) same(left[key as never], right[key as never], `${path}/${key}`);
}
const fresh = () => newHall('spec', settingsForSpec(), START);
const end = (journal: StoredEvent[]) => journal.at(-1)!.loggedAt + 3_600_000;
function fold(journal: StoredEvent[], { hall = fresh(), between = (_hall: Hall): Hall | void => undefined } = {}): Hall {
  let folded = hall;
  for (const stored of journal) {
    foldEvent(folded, stored);
    folded = between(folded) ?? folded;
  }
  return folded;
}
function rowsOf(hall: Hall): Rows {
  advance(hall, hall.now + 3_600_000);
  return allRows(hall);
}

describe('Laws of the fold', () => {
  it('[L1] the same journal gives the same rows: again, from a checkpoint at any seq, and with the clock moved on or screens served in between', () => {
    const cases = fc.tuple(journals, fc.nat(40));
    const againstOthers = ([journal, at]: [StoredEvent[], number], checkpoint: (hall: Hall) => Hall) => {
      const expected = rowsOf(fold(journal));
      const cut = at % journal.length;
      same(rowsOf(fold(journal.slice(cut), { hall: checkpoint(fold(journal.slice(0, cut))) })), expected);
      const mirror = new Mirror();
      same(rowsOf(fold(journal, { between: (hall) => void mirror.next(hall) })), expected);
    };
    expectLaw({ cases, numRuns: 300 }, (one) => againstOthers(one, structuredClone), (one) => againstOthers(one, (hall) => ({ ...structuredClone(hall), quarters: new Map() })));
  });

  it('[L1] moving the clock on in many steps or in one comes to the same rows', () => {
    const stepped = (journal: StoredEvent[], stepMs: number) => {
      const hall = fresh();
      for (const stored of journal) {
        while (hall.clock.setAt === 0 && hall.now + stepMs < stored.loggedAt) advance(hall, hall.now + stepMs);
        foldEvent(hall, stored);
      }
      return rowsOf(hall);
    };
    expectLaw(
      { cases: plainJournals, numRuns: 300 },
      (journal) => same(stepped(journal, 2.5 * 3_600_000), rowsOf(fold(journal))),
      (journal) => same(stepped(journal.map((stored, index) => ({ ...stored, loggedAt: stored.loggedAt + index })), 2.5 * 3_600_000), rowsOf(fold(journal))),
    );
  });

  it('[L1] what is counted event by event is what a day counted anew comes to', () => {
    const anew = (hall: Hall) => {
      const event = { specversion: '1.0' as const, id: 'again', source: '/hallboard', type: 'hall.configured' as const, data: hall.settings };
      foldEvent(hall, { seq: hall.seq + 1, loggedAt: hall.now, event });
      return hall;
    };
    expectLaw(
      { cases: plainJournals, numRuns: 300 },
      (journal) => same(rowsOf(anew(fold(journal))), rowsOf(fold(journal))),
      (journal) => same(rowsOf(anew({ ...fold(journal), ratings: [] })), rowsOf(fold(journal))),
    );
  });

  it('[L2] rows and the deltas since then are the rows of now, one by one or merged, and those of a hall freshly shown', () => {
    const served = ([journal, cut]: [StoredEvent[], number], merge: typeof mergeDeltas) => {
      const [mirror, hall] = [new Mirror(), fresh()];
      mirror.next(hall);
      const [oneByOne, merged] = [structuredClone(mirror.rows), structuredClone(mirror.rows)];
      let waiting: Change | null = null;
      for (const [index, stored] of [...journal, null].entries()) {
        if (stored) foldEvent(hall, stored);
        else advance(hall, end(journal));
        if (stored && index % 3 === cut % 3) continue;
        const delta = mirror.next(hall);
        if (!delta) continue;
        applyDelta(oneByOne, delta);
        waiting = waiting ? merge(waiting, delta) : delta;
        if (index % 5 !== cut % 5) continue;
        applyDelta(merged, waiting);
        waiting = null;
      }
      if (waiting) applyDelta(merged, waiting);
      same(oneByOne, mirror.rows);
      same(merged, mirror.rows);
      same(still(mirror.rows), still(allRows(structuredClone(hall))));
    };
    const careless: typeof mergeDeltas = (first, second) => {
      const { put, remove } = mergeDeltas(first, second);
      return { put, remove: Object.keys(put).length > 0 ? {} : remove };
    };
    expectLaw({ cases: fc.tuple(journals, fc.nat(14)), numRuns: 300 }, (one) => served(one, mergeDeltas), (one) => served(one, careless));
  });

  it('[L3] the fold takes every order of well-formed events, and what comes out is always rows of the contract', () => {
    let orders = 0;
    const takes = ([journal, seed]: [StoredEvent[], number], foldOne: typeof foldEvent) => {
      for (let turn = 0; turn < 20; turn++) {
        const hall = fresh();
        shuffled(journal, seed + turn).forEach((stored, index) => foldOne(hall, { ...stored, seq: index + 1, loggedAt: journal[index]!.loggedAt }));
        if (turn === 0) same(Rows.safeParse(allRows(hall)).error?.issues ?? [], []);
        orders++;
      }
    };
    const needsOrder: typeof foldEvent = (hall, stored) => {
      const { type, data } = stored.event;
      if (type === 'service.ended' && !hall.tickets.has(data.ticketId)) throw new Error(`no ticket ${data.ticketId}`);
      return foldEvent(hall, stored);
    };
    expectLaw({ cases: fc.tuple(journals, fc.nat(1_000_000)), numRuns: 500 }, (one) => takes(one, foldEvent), (one) => takes(one, needsOrder));
    console.log(`laws: ${orders} shuffled orders folded`);
    expect(orders).toBeGreaterThanOrEqual(10_000);
  });

  it('[L5] tickets balance, in the hall and in each service, after every event', () => {
    const balances = (journal: StoredEvent[], left: (tickets: Figures['tickets']) => number) => {
      const hall = fresh();
      for (const stored of journal) {
        foldEvent(hall, stored);
        for (const [id, row] of Object.entries(allRows(hall).figures)) {
          if (id !== 'hall' && !id.startsWith('service:')) continue;
          const { tickets } = row as Figures;
          const { served, returned, referred, noShow, abandoned, removed, transferredOut, stillWaiting, inService, parked } = tickets;
          const right = served + returned + referred + noShow + abandoned + removed + transferredOut + stillWaiting + inService + parked;
          if (left(tickets) !== right) throw new Error(`${id}: ${left(tickets)} came, ${right} are accounted for`);
        }
      }
    };
    expectLaw(
      { cases: journals, numRuns: 300 },
      (journal) => balances(journal, ({ issued, carriedIn, transferredIn }) => issued + carriedIn + transferredIn),
      (journal) => balances(journal, ({ issued, transferredIn }) => issued + transferredIn),
    );
  });

  it('[L9] a day’s events give the same rows in whatever order they come', () => {
    const heardAt = START + 15 * 3_600_000;
    const arrived = (events: StoredEvent[]) => {
      const hall = fresh();
      for (const stored of events) foldEvent(hall, { ...stored, loggedAt: heardAt });
      const rows = allRows(hall);
      rows.sources = {};
      rows.hall['spec']!.quality = {};
      return rows;
    };
    const asStored = fc.tuple(dayEvents.map((events) => events.map((event, index): StoredEvent => ({ seq: index + 1, loggedAt: heardAt, event }))), fc.nat(1_000_000));
    expectLaw(
      { cases: asStored, numRuns: 600 },
      ([events, seed]) => same(arrived(shuffled(events, seed)), arrived(events)),
      ([events, seed]) => same(arrived(shuffled(events, seed).map((stored, index) => ({ ...stored, seq: index + 1 }))), arrived(events)),
    );
  });

  it('[L3] the events that the laws are tried on are well-formed, of every type, and rough enough', () => {
    const seen = new Map<string, number>();
    const flags = new Map<string, number>();
    for (const journal of fc.sample(journals, { numRuns: 400, seed: 42 })) {
      const hall = fresh();
      for (const stored of journal) {
        expect(isWellFormed(stored.event)).withContext(stored.event.type).toBeTrue();
        seen.set(stored.event.type, (seen.get(stored.event.type) ?? 0) + 1);
        for (const flag of foldEvent(hall, stored)) flags.set(flag, (flags.get(flag) ?? 0) + 1);
      }
    }
    expect(seen.size).toBe(33);
    expect(flags.size).toBe(18);
    console.log(`laws: ${[...seen.values()].reduce((sum, count) => sum + count, 0)} events sampled of ${seen.size} types with ${flags.size} kinds of flags`);
  });
});

/** Rows without lengths that run on while a row stands still: those are true as of the row's `countedAt`. */
function still(rows: Rows): Rows {
  const copy = structuredClone(rows);
  for (const row of Object.values(copy.figures)) {
    if (!('counter' in row)) continue;
    row.countedAt = 0;
    Object.assign(row.counter, { openMs: 0, pausedMs: 0, busyMs: 0, occupancy: 0 });
  }
  return copy;
}

/**
 * A hall as bytes, and back again: a start reads these and folds only what came after. A busy day's engagements are laid out
 * as columns of numbers, which are copied in one piece where half a million objects would be made one by one.
 */
import { deserialize, serialize } from 'node:v8';
import type { Counter } from '../domain/counter/counter.js';
import type { Engagement } from '../domain/counter/engagement.js';
import { FOLD_VERSION, newDirty, type CounterGroup, type Hall } from '../domain/hall/hall.js';
import type { Checkpoint } from '../journal/journal.js';

interface Columns {
  ticketIds: string[];
  serving: Uint8Array;
  /** startAt, startSeq, endAt, endSeq of each; NaN where it has not ended. */
  whens: Float64Array;
  /** Which of them are active, in their order there. */
  active: number[];
}

type PackedCounter = Omit<Counter, 'engagements' | 'active'> & { columns: Columns };
type PackedHall = Omit<Hall, 'dirty' | 'counters'> & { counters: [string, Omit<CounterGroup, 'counter'> & { counter: PackedCounter }][] };

export function checkpointOf(hall: Hall): Checkpoint {
  const { dirty, counters, ...kept } = hall;
  void dirty;
  const packed: PackedHall = { ...kept, counters: [...counters].map(([id, group]) => [id, { ...group, counter: packCounter(group.counter) }]) };
  return { seq: hall.seq, foldVersion: FOLD_VERSION, state: serialize(packed) };
}

export function hallOfCheckpoint({ state }: Checkpoint): Hall {
  const { counters, ...kept } = deserialize(state) as PackedHall;
  return { ...kept, counters: new Map(counters.map(([id, group]) => [id, { ...group, counter: unpackCounter(group.counter) }])), dirty: newDirty(true) };
}

function packCounter({ engagements, active, ...kept }: Counter): PackedCounter {
  const whens = new Float64Array(engagements.length * 4);
  let at = 0;
  for (const { startAt, startSeq, endAt, endSeq } of engagements) {
    whens[at++] = startAt;
    whens[at++] = startSeq;
    whens[at++] = endAt ?? NaN;
    whens[at++] = endSeq ?? NaN;
  }
  return {
    ...kept,
    columns: {
      ticketIds: engagements.map(({ ticketId }) => ticketId),
      serving: Uint8Array.from(engagements, ({ kind }) => (kind === 'serving' ? 1 : 0)),
      whens,
      active: active.map((one) => engagements.indexOf(one)),
    },
  };
}

function unpackCounter({ columns: { ticketIds, serving, whens, active }, ...kept }: PackedCounter): Counter {
  const known = (value: number) => (Number.isNaN(value) ? null : value);
  const engagements = ticketIds.map((ticketId, index): Engagement => {
    const at = index * 4;
    return {
      ticketId,
      kind: serving[index] === 1 ? 'serving' : 'calling',
      startAt: whens[at]!,
      startSeq: whens[at + 1]!,
      endAt: known(whens[at + 2]!),
      endSeq: known(whens[at + 3]!),
    };
  });
  return { ...kept, engagements, active: active.map((index) => engagements[index]!) };
}

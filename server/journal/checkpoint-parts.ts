/**
 * A checkpoint of a large hall is more than a post may wait for: it crosses to the journal's thread and back part by part, and
 * posts are taken in between. The seal of each part holds that of the one before, so that of the last holds for all.
 */
import type { Calls } from './calls.js';
import type { Checkpoint, CheckpointHead } from './journal.js';
import { NO_SEAL, sealOf, unsealed } from './seal.js';

const PART_BYTES = 1 << 20;

/** `atOnce`: nobody posts any more, and every part would cost an fsync. */
export async function saveCheckpoint(calls: Calls, hallId: string, { seq, foldVersion, state, atOnce }: Checkpoint & { atOnce: boolean }): Promise<void> {
  let [before, from] = [0, 0];
  for (; !atOnce && state.length - from > PART_BYTES; before++, from += PART_BYTES) await calls.ask('saveCheckpointPart', [hallId, { seq, part: before, state: state.slice(from, from + PART_BYTES) }]);
  const last = from > 0 ? state.slice(from) : state;
  const whole = last.byteLength === last.buffer.byteLength ? [last.buffer] : []; // goes to the thread without being copied
  await calls.ask('saveCheckpoint', [hallId, { seq, foldVersion, state: last, before } satisfies CheckpointHead], whole);
  while (!atOnce && (await calls.ask('dropCheckpointPart', [hallId])));
}

/** Null where there is none, or where what is stored of it is not what was saved. */
export async function lastCheckpoint(calls: Calls, hallId: string, foldVersion: number): Promise<Checkpoint | null> {
  const head = (await calls.ask('lastCheckpoint', [hallId, foldVersion])) as CheckpointHead | null;
  if (!head) return null;
  const states: Checkpoint['state'][] = [];
  let seal = NO_SEAL;
  for (let part = 0; part <= head.before; part++) {
    const stored = part < head.before ? ((await calls.ask('checkpointPart', [hallId, head.seq, part])) as Checkpoint['state'] | null) : head.state;
    const state = stored && unsealed(stored, seal);
    if (!state) return null;
    states.push(state);
    seal = sealOf(stored);
  }
  const { seq } = head;
  return { seq, foldVersion, state: states.length === 1 ? states[0]! : Buffer.concat(states) };
}

/**
 * What was judged before and stands as it did is not worked out again at each look: there may be 10,000 waits over their limit.
 * A memory only: without it the verdicts are the same.
 */
import type { Raised } from '../event/own-event.js';
import type { Clause } from '../standard/clause.js';
import type { Hall } from './hall.js';

export interface Settled extends Pick<Raised, 'severity' | 'dueAt'> {
  agedFrom: number;
  /** The last look at which it stood so. */
  look: number;
}

interface Memory {
  settings: Hall['settings'];
  day: Hall['day'];
  look: number;
  byClause: Map<Clause, Map<string, Settled>>;
}

const memories = new WeakMap<Hall['raised'], Memory>();

/** The memory of a hall, for the next look; a new one for each day and other settings. */
export function nextLook({ raised, settings, day }: Hall): Memory {
  let memory = memories.get(raised);
  if (memory?.settings !== settings || memory.day !== day) {
    memory = { settings, day, look: 0, byClause: new Map() };
    memories.set(raised, memory);
  }
  memory.look++;
  return memory;
}

export function settledOf({ byClause }: Memory, clause: Clause): Map<string, Settled> {
  let settled = byClause.get(clause);
  if (!settled) byClause.set(clause, (settled = new Map<string, Settled>()));
  return settled;
}

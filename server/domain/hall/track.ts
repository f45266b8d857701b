/** Keeps since when the conditions hold of which nothing else in the hall tells: looked at with each event that may touch them. */
import type { Clause } from '../standard/clause.js';
import { newMoved, type Hall } from './hall.js';
import { sinceKey, type Moved, type Tracked } from './rules/rule.js';
import { ruleOf } from './rules/rules.js';
import { standardAt } from './standard-of.js';

/** After an event of that instant; one of the past that comes late changes what is so now, not what was. */
export function track(hall: Hall, at: number): void {
  const { moved } = hall;
  hall.newestAt = Math.max(hall.newestAt, Math.min(at, hall.now));
  if (moved.services.size + moved.counters.size === 0) return;
  hall.moved = newMoved();
  for (const clause of standardAt(hall, hall.now).clauses) {
    const { tracked } = ruleOf(clause);
    if (tracked) keepSince(hall, { clause, tracked }, tracked.among(hall, clause, moved));
  }
}

/** Everything, where another day, another standard or other settings begin; what no clause asks for any more is forgotten. */
export function trackAll(hall: Hall, at: number): void {
  hall.newestAt = Math.max(hall.newestAt, at);
  const before = hall.since;
  hall.since = new Map();
  const all: Moved = { services: new Set(hall.services.keys()), counters: new Set(hall.counters.keys()) };
  for (const clause of standardAt(hall, at).clauses) {
    const { tracked } = ruleOf(clause);
    if (!tracked) continue;
    const ids = [...tracked.among(hall, clause, all)];
    for (const key of ids.map((id) => sinceKey(clause, id))) if (before.has(key)) hall.since.set(key, before.get(key)!);
    keepSince(hall, { clause, tracked }, ids);
  }
}

function keepSince(hall: Hall, { clause, tracked }: { clause: Clause; tracked: Tracked }, ids: Iterable<string>): void {
  for (const id of ids) {
    const key = sinceKey(clause, id);
    if (!tracked.holds(hall, clause, id)) hall.since.delete(key);
    else if (!hall.since.has(key)) hall.since.set(key, hall.newestAt);
  }
}

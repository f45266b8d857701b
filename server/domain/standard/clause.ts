/**
 * A clause 条款 of the service standard: what is promised to whom, and when it is warned of and broken. Until a standard is put,
 * the wait limits of the hall's services are its clauses.
 */
import type { HallSettings } from '../../../shared/commands/hall.js';
import { parseDuration } from '../../../shared/instant.js';

/** Lengths in ms. */
export interface Clause {
  id: string;
  kind: 'ticket.wait';
  serviceIds: string[];
  warnMs: number;
  breachMs: number;
}

/** A wait is warned of at four fifths of its limit (local). */
const WARN_SHARE = 0.8;

const compiled = new WeakMap<HallSettings, Clause[]>();

/** The clauses in force: one for each wait limit that the settings name. */
export function clausesOf(settings: HallSettings): Clause[] {
  let clauses = compiled.get(settings);
  if (!clauses) compiled.set(settings, (clauses = compile(settings)));
  return clauses;
}

function compile({ services }: HallSettings): Clause[] {
  const byLimit = new Map<number, Clause>();
  for (const { id, waitLimit } of services) {
    if (!waitLimit) continue;
    const breachMs = parseDuration(waitLimit);
    const clause = byLimit.get(breachMs) ?? { id: `wait-${breachMs / 1000}s`, kind: 'ticket.wait', serviceIds: [], warnMs: Math.round(breachMs * WARN_SHARE), breachMs };
    clause.serviceIds.push(id);
    byLimit.set(breachMs, clause);
  }
  return [...byLimit.values()];
}

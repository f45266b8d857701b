/** How far what is to be done about a case lies ahead, or how long it is past. */
import type { CaseEntry } from '../../../shared/commands/cases.js';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

export interface Due {
  at: number;
  tone: 'over' | 'near' | 'calm';
  amount: number;
  unit: 'day' | 'hour' | 'minute';
}

/** The earlier of what comes next and, as long as a complaint has none, its reply; null once the case is closed. */
export function dueAtOf({ dueAt, replyDueAt, repliedAt, closedAt }: Pick<CaseEntry, 'dueAt' | 'replyDueAt' | 'repliedAt' | 'closedAt'>): number | null {
  if (closedAt !== null) return null;
  const reply = repliedAt === null ? replyDueAt : null;
  return dueAt !== null && reply !== null ? Math.min(dueAt, reply) : (dueAt ?? reply);
}

/** Whole days, hours or minutes, rounded down; near within a day. */
export function dueFrom(at: number, now: number): Due {
  const length = Math.abs(at - now);
  const [unit, ms] = length >= DAY_MS ? (['day', DAY_MS] as const) : length >= HOUR_MS ? (['hour', HOUR_MS] as const) : (['minute', MINUTE_MS] as const);
  return { at, tone: at <= now ? 'over' : length < DAY_MS ? 'near' : 'calm', amount: Math.floor(length / ms), unit };
}

/** Those due first, first; what is closed comes after, the newest first. */
export function byDue(a: CaseEntry, b: CaseEntry): number {
  return (dueAtOf(a) ?? Infinity) - (dueAtOf(b) ?? Infinity) || b.openedAt - a.openedAt;
}

/** A range of instants from a query: `from` inclusive, `to` exclusive; epoch ms. */
import { parseInstant } from '../shared/instant.js';
import { Problem } from './problem.js';

const DAY_MS = 24 * 3_600_000;

interface Texts {
  from?: string | undefined;
  to?: string | undefined;
}

/** What is left out is that of `standard`. */
export function rangeOf(texts: Texts, { standard, mostDays }: { standard: { from: number; to: number }; mostDays: number }): { from: number; to: number } {
  const from = instantOf('from', texts.from) ?? standard.from;
  const to = instantOf('to', texts.to) ?? Math.max(standard.to, from);
  if (from >= to) throw new Problem(400, 'from', 'The range was refused: from must lie before to.', { field: 'from' });
  if (to - from <= mostDays * DAY_MS) return { from, to };
  throw new Problem(400, 'to', `The range was refused: it may be at most ${mostDays} days long; ask for one part after the other.`, { field: 'to' });
}

/** Undefined where nothing is said. */
export function instantOf(field: 'at' | 'from' | 'to', text: string | undefined): number | undefined {
  if (text === undefined || text === '') return undefined;
  const at = parseInstant(text);
  if (!Number.isNaN(at)) return at;
  throw new Problem(400, field, `${field}=${text.slice(0, 40)} was refused: it must be an RFC 3339 instant such as 2026-11-23T10:30:00%2B08:00.`, { field });
}

const DATE = /^\d{4}-\d\d-\d\d$/;

export function isDate(text: string): boolean {
  return DATE.test(text) && !Number.isNaN(Date.parse(text));
}

/** Refuses what is no date of a hall. */
export function demandDates({ from, to }: Record<'from' | 'to', string>): void {
  demandDate('from', from);
  demandDate('to', to);
}

export function demandDate(field: 'from' | 'to', text: string): void {
  if (!isDate(text)) throw new Problem(400, field, `${field}=${text.slice(0, 40)} was refused: it must be a date such as 2026-11-23.`, { field });
}

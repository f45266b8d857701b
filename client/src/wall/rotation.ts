/**
 * Which page the wall shows. Pages turn only while the hall is calm: a breach is never rotated away, and a new one brings
 * the first page back at once and keeps it. Pure: the time is some steady clock's milliseconds, told by whoever asks.
 */
export type PageNumber = 1 | 2 | 3;

export interface Turn {
  page: PageNumber;
  /** Since when the page stands, or since when the hall has been calm, whichever is later. */
  since: number;
  /** Pages do not turn before this. */
  heldUntil: number;
  /** The breaches known at the last look. */
  known: readonly string[];
}

export interface Moment {
  elapsedMs: number;
  /** The breaches that stand. */
  breaches: readonly string[];
  /** Data come: a wall that has lost its server stays on the page that says so. */
  live: boolean;
  /** How long each page after the first takes to read. */
  readMs: readonly number[];
}

const FIRST_PAGE_MS = 60_000;
const HOLD_MS = 120_000;

export function nextTurn(last: Turn | undefined, { elapsedMs, breaches, live, readMs }: Moment): Turn {
  const turn = last ?? { page: 1, since: elapsedMs, heldUntil: elapsedMs, known: breaches };
  const heldUntil = breaches.some((id) => !turn.known.includes(id)) ? elapsedMs + HOLD_MS : turn.heldUntil;
  if (breaches.length > 0 || !live) return { page: 1, since: elapsedMs, heldUntil, known: breaches };
  const turns = elapsedMs >= heldUntil && elapsedMs - turn.since >= ([FIRST_PAGE_MS, ...readMs][turn.page - 1] ?? 0);
  if (turns) return { page: turn.page > readMs.length ? 1 : ((turn.page + 1) as PageNumber), since: elapsedMs, heldUntil, known: breaches };
  return { ...turn, known: breaches };
}

const LEAST_READ_MS = 15_000;
const SIGNS_PER_SECOND = 1.8;

/** How long people need for a page: a Han character is one sign, and so is a Latin word or a figure. */
export function readingMs(text: string): number {
  const signs = text.match(/\p{Script=Han}|[\p{Script=Latin}\d.,:%/–-]+/gu)?.length ?? 0;
  return Math.max(LEAST_READ_MS, Math.ceil(signs / SIGNS_PER_SECOND) * 1_000);
}

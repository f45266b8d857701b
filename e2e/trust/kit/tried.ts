/**
 * What the trust suites share: how many cases a run tries, from which seed, and the record of what came of it. Every commit runs
 * the small counts (`npm run test:trust`), `npm run test:long` the large ones (HALLBOARD_LONG=on) and then writes docs/trust.md.
 */
import { appendFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const RECORD = fileURLToPath(new URL('../../../trust.ndjson', import.meta.url));
const isLong = process.env['HALLBOARD_LONG'] === 'on';

/** How many of something to try: on every commit, and in the long run. */
export const count = (perCommit: number, long: number): number => (isLong ? long : perCommit);

/** HALLBOARD_SEED replays a run that failed; else every run draws its own. */
export const seed = process.env['HALLBOARD_SEED'] ? Number(process.env['HALLBOARD_SEED']) : Math.floor(Math.random() * 2 ** 31);

export interface Tried {
  /** Of the catalogue in docs/trust.md, such as `F1`. */
  promise: string;
  /** What was done, in the words of the table: `SIGKILL under ingest`. */
  how: string;
  cases: number;
  /** What was seen, with its figures: `0 of 74,500 acknowledged events lost`. */
  outcome: string;
}

/** Says it, with the seed, and keeps it for the table. */
export function tried(one: Tried): void {
  console.log(`${one.promise} · ${one.how}: ${one.cases.toLocaleString('en')} tried, seed ${seed} · ${one.outcome}`);
  appendFileSync(RECORD, `${JSON.stringify({ ...one, seed, long: isLong })}\n`);
}

/** Where a tool is missing the spec does not pass in silence: it is pending, and says why. */
export function skip(promise: string, why: string): never {
  console.warn(`${promise} · NOT TRIED: ${why}`);
  appendFileSync(RECORD, `${JSON.stringify({ promise, skipped: why, long: isLong })}\n`);
  pending(why);
  throw new Error(why);
}

/** A day's figures as a file: what changed since the revision before, the chain to the day before, and the hash. */
import { createHash } from 'node:crypto';
import type { Daily } from '../../shared/rows/daily.js';
import { canonical } from './canonical.js';

export type Told = Omit<Daily, 'revision' | 'changes' | 'because' | 'previous' | 'sha256'>;

/** Fields of a file that tell of the file and not of the day. */
const OF_THE_FILE = ['revision', 'changes', 'because', 'previous', 'sha256', 'journal'];

export function sha256Of(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** The hash that the file names: of everything but itself. */
export function hashOf({ sha256, ...rest }: Daily): string {
  void sha256;
  return sha256Of(canonical(rest));
}

export function seal(told: Told, { before, because, previous }: { before: Daily | null; because: number[]; previous: string | null }): Daily {
  const rest = { ...told, revision: (before?.revision ?? 0) + 1, changes: before ? changesOf(before, told) : [], because, previous };
  return { ...rest, sha256: sha256Of(canonical(rest)) };
}

/** What one telling of a day says otherwise than another, but for how the file came to be. */
export function changesOf(before: Daily | Told, now: Told): Daily['changes'] {
  return differences(before, now, []).filter(({ path }) => !OF_THE_FILE.includes(path.split('.')[0]!));
}

/** The journal's part too: a day may hold other events and come to the same. */
export function isSame(before: Daily, now: Told): boolean {
  const isRunning = ({ path }: { path: string }) => path.split('.').at(-1) === 'countedAt';
  return canonical(before.journal) === canonical(now.journal) && changesOf(before, now).every(isRunning);
}

function differences(was: unknown, now: unknown, path: string[]): Daily['changes'] {
  if (Object.is(was, now)) return [];
  const isGroup = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
  if (!isGroup(was) || !isGroup(now)) return [{ path: path.join('.'), was: was ?? null, now: now ?? null }];
  const names = [...new Set([...Object.keys(was), ...Object.keys(now)])].sort();
  return names.flatMap((name) => differences(was[name], now[name], [...path, name]));
}

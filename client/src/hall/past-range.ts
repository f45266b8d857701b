import type { HallRow } from '../../../shared/rows/rows.js';
import { boundsOf } from './local-time';

const HOUR_MS = 3_600_000;

/** The part of a day that a slider runs over: its opening hours with an hour around them, or else the whole day; `at` is always in it. */
export function pastRange({ opensAt, closesAt, day, timezone }: Pick<HallRow, 'opensAt' | 'closesAt' | 'day' | 'timezone'>, at: number): { from: number; to: number } {
  if (opensAt === null || closesAt === null) return boundsOf(day, timezone);
  return { from: Math.min(at, opensAt - HOUR_MS), to: Math.max(at, closesAt + HOUR_MS) };
}

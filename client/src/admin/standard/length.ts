/** Lengths as people write them: a number and a unit; the contract writes them as ISO 8601 durations. */
import { parseDuration } from '../../../../shared/instant.js';
import { t } from '../words';

export const units = ['s', 'm', 'h'] as const;
export type Unit = (typeof units)[number];

const SECONDS: Record<Unit, number> = { s: 1, m: 60, h: 3600 };

/** In the largest unit that it fills without a rest; minutes where nothing is said. */
export function lengthOf(duration: string | undefined): { count: number | null; unit: Unit } {
  const seconds = duration === undefined ? NaN : parseDuration(duration) / 1000;
  if (Number.isNaN(seconds)) return { count: null, unit: 'm' };
  const unit = seconds % SECONDS.h === 0 ? 'h' : seconds % SECONDS.m === 0 ? 'm' : 's';
  return { count: seconds / SECONDS[unit], unit };
}

export function durationOf(count: number, unit: Unit): string {
  return `PT${Number.isInteger(count) ? `${count}${unit.toUpperCase()}` : `${Math.round(count * SECONDS[unit])}S`}`;
}

/** Empty where nothing is said. */
export function lengthWords(duration: string | undefined): string {
  const { count, unit } = lengthOf(duration);
  return count === null ? '' : t().lengthWords(count, unit);
}

import { t } from './lang';

const UNITS = [['d', 86_400_000], ['h', 3_600_000], ['m', 60_000], ['s', 1_000]] as const;

/** A length in the largest unit that it fills, rounded down. */
export function lasted(ms: number): string {
  const [unit, length] = UNITS.find(([, length]) => ms >= length) ?? UNITS[3];
  return t().lasted(Math.floor(Math.max(0, ms) / length), unit);
}

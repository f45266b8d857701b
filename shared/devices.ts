/** How long devices were up over several days: lengths and faults add up, and the share is of what they add up to. */
import type { DeviceDay } from './rows/daily.js';

/** Null where less than half of the time is known: who only ever tells of faults would seem to do nothing else. */
export function availabilityOf({ upMs, downMs, unknownMs }: Pick<DeviceDay, 'upMs' | 'downMs' | 'unknownMs'>): number | null {
  const knownMs = upMs + downMs;
  return knownMs === 0 || knownMs < unknownMs ? null : upMs / knownMs;
}

export function devicesTogether(days: readonly (Record<string, DeviceDay> | undefined)[]): Record<string, DeviceDay> {
  const sums: Record<string, DeviceDay> = {};
  for (const [id, day] of days.flatMap((devices) => Object.entries(devices ?? {}))) {
    const sum = (sums[id] ??= { openMs: 0, upMs: 0, downMs: 0, unknownMs: 0, faults: 0, availability: null });
    for (const part of ['openMs', 'upMs', 'downMs', 'unknownMs', 'faults'] as const) sum[part] += day[part];
  }
  for (const sum of Object.values(sums)) sum.availability = availabilityOf(sum);
  return sums;
}

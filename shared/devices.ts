/** How long devices were up over several days: lengths and faults add up, and the share is of what they add up to. */
import type { DeviceDay } from './rows/daily.js';

/** Null where nothing was known of it. */
export function availabilityOf({ upMs, downMs }: Pick<DeviceDay, 'upMs' | 'downMs'>): number | null {
  return upMs + downMs === 0 ? null : upMs / (upMs + downMs);
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

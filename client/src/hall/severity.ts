/** How near a wait is to its limit. `none` is also the answer where nobody promised a limit: no promise, no alarm. */
export type Severity = 'none' | 'warning' | 'breach';

/** A wait is near its limit from four fifths of it (WALL.md §2). */
export const NEAR_SHARE = 0.8;

export function severityOf(waitMs: number | null, limitMs: number | null): Severity {
  if (waitMs === null || limitMs === null || limitMs <= 0) return 'none';
  if (waitMs >= limitMs) return 'breach';
  return waitMs >= limitMs * NEAR_SHARE ? 'warning' : 'none';
}

const RANK: Record<Severity, number> = { none: 0, warning: 1, breach: 2 };

export function worseOf(a: Severity, b: Severity): Severity {
  return RANK[a] >= RANK[b] ? a : b;
}

/** So many cases make a share that may be ranked; below, its interval is told instead. */
export const ENOUGH = 30;

const Z95 = 1.959964;

/** The 95 % interval of a share seen in n cases (Wilson 1927); null without any. */
export function wilson(share: number, n: number): { low: number; high: number } | null {
  if (n === 0) return null;
  const z2 = Z95 * Z95;
  const middle = (share + z2 / (2 * n)) / (1 + z2 / n);
  const half = (Z95 / (1 + z2 / n)) * Math.sqrt((share * (1 - share)) / n + z2 / (4 * n * n));
  return { low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}

/**
 * Chance that repeats itself: the same seed draws the same numbers on any machine and for ever, so a golden day is a fact
 * that specs and a restarted demo can rely on. The generator is sfc32 (Chris Doty-Humphrey, PractRand), seeded by FNV-1a.
 */
export interface Seeded {
  /** From 0 to just under 1. */
  next(): number;
  between(low: number, high: number): number;
  chance(probability: number): boolean;
  /** Lognormal by its median and the deviation of its logarithm: the usual shape of service times and of patience. */
  lognormal(median: number, sigma: number): number;
  /** One of the items, each as likely as its weight. */
  pick<T>(items: readonly T[], weight: (item: T) => number): T;
  /** A stream of its own: what is drawn from it does not move what is drawn from this one. */
  branch(name: string): Seeded;
}

function fnv1a(text: string, start: number): number {
  let hash = start;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

function sfc32(seed: string): () => number {
  let [a, b, c, d] = [fnv1a(seed, 0x811c9dc5), fnv1a(seed, 0x9e3779b9), fnv1a(seed, 0x243f6a88), 1];
  const next = (): number => {
    const t = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + t) | 0;
    return (t >>> 0) / 2 ** 32;
  };
  for (let i = 0; i < 15; i++) next(); // the author's own warm-up, so that near seeds part
  return next;
}

export function seeded(seed: string): Seeded {
  const next = sfc32(seed);
  // Box–Muller; 1 - next() is never 0
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
  return {
    next,
    between: (low, high) => low + (high - low) * next(),
    chance: (probability) => next() < probability,
    lognormal: (median, sigma) => median * Math.exp(sigma * normal()),
    pick<T>(items: readonly T[], weight: (item: T) => number): T {
      let left = next() * items.reduce((sum, item) => sum + weight(item), 0);
      const last = items[items.length - 1];
      if (last === undefined) throw new RangeError('Cannot pick from nothing: give at least one item');
      return items.find((item) => (left -= weight(item)) < 0) ?? last;
    },
    branch: (name) => seeded(`${seed}/${name}`),
  };
}

/** Equality for answers made of strings, numbers and booleans: what reads the same need not be painted again. */
export function sameFields<T extends object>(a: T, b: T): boolean {
  const [left, right] = [Object.entries(a), b as Record<string, unknown>];
  return left.length === Object.keys(b).length && left.every(([name, value]) => Object.is(value, right[name]));
}

/** The same for lists of such answers. */
export function sameList<T extends object>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((item, i) => item === b[i] || sameFields(item, b[i] as T));
}

/** For lists of plain values. */
export function sameValues<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((value, i) => Object.is(value, b[i]));
}

/** `2026-11-23` of an instant, by the browser's clock. */
export function dayOf(instant: string): string {
  const at = new Date(instant);
  return [String(at.getFullYear()).padStart(4, '0'), String(at.getMonth() + 1).padStart(2, '0'), String(at.getDate()).padStart(2, '0')].join('-');
}

/** From midnight to the next, which may be 23 or 25 hours apart; null for what is no day. */
export function rangeOf(day: string): { from: string; to: string } | null {
  const [, year, month, date] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(day) ?? [];
  if (year === undefined) return null;
  const midnight = (plus: number): string => new Date(Number(year), Number(month) - 1, Number(date) + plus).toISOString();
  return { from: midnight(0), to: midnight(1) };
}

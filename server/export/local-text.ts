const formats = new Map<string, Intl.DateTimeFormat>();

/** `2026-11-23 10:30:07`, as the hall's clocks show it: what a spreadsheet sorts and a clerk reads. */
export function localText(at: number, timezone: string): string {
  const format = formats.get(timezone) ?? new Intl.DateTimeFormat('sv-SE', { timeZone: timezone, dateStyle: 'short', timeStyle: 'medium' });
  formats.set(timezone, format);
  return format.format(at);
}

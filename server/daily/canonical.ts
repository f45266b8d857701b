/**
 * Canonical JSON (RFC 8785) of what came out of JSON: names in the order of their UTF-16 units, no space. What that standard has no
 * form for and a posted event may hold all the same is written as `JSON.stringify` does: a number beyond all doubles as null, half a
 * character as its escape. By hand, for a day may hash a million events.
 */
export function canonical(value: unknown): string {
  if (typeof value === 'string') return quoted(value);
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map((one) => canonical(one)).join(',')}]`;
  const group = value as Record<string, unknown>;
  let text = '';
  for (const name of Object.keys(group).sort()) {
    if (group[name] !== undefined) text += `${text === '' ? '' : ','}${quoted(name)}:${canonical(group[name])}`;
  }
  return `{${text}}`;
}

/** Nothing in it is to be escaped. */
const PLAIN = /^[ !#-[\]-~]*$/;

function quoted(text: string): string {
  return PLAIN.test(text) ? `"${text}"` : JSON.stringify(text);
}

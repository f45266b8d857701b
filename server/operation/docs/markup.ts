/** Text as markup: everything that is not written here in the source is escaped. */
const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

export class Markup {
  constructor(readonly text: string) {}
}

type Part = string | number | Markup | readonly Markup[];

/** A template of markup: what is put in is escaped, unless it is markup itself. */
export function html(strings: TemplateStringsArray, ...parts: Part[]): Markup {
  return new Markup(strings.reduce((text, string, index) => text + textOf(parts[index - 1]!) + string));
}

export function join(parts: readonly Markup[], between = ''): Markup {
  return new Markup(parts.map(({ text }) => text).join(between));
}

function textOf(part: Part): string {
  if (part instanceof Markup) return part.text;
  if (typeof part === 'object') return join(part).text;
  return String(part).replace(/[&<>"']/g, (sign) => ESCAPES[sign]!);
}

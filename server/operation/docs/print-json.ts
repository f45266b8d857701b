/** JSON to be read: what fits into a line stands in one, and short fields share lines. */
const WIDTH = 100;

export function printJson(value: unknown, indent = ''): string {
  const line = inOneLine(value);
  if (indent.length + line.length <= WIDTH || typeof value !== 'object' || value === null) return line;
  const inner = `${indent}  `;
  const parts = Array.isArray(value)
    ? value.map((item) => printJson(item, inner))
    : Object.entries(value).map(([name, item]) => `${JSON.stringify(name)}: ${printJson(item, inner)}`);
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  return `${open}\n${inner}${filled(parts).join(`,\n${inner}`)}\n${indent}${close}`;
}

function inOneLine(value: unknown): string {
  return JSON.stringify(value, null, 1).replace(/\n\s*/g, ' ').replace(/\[ (.*?) \]/g, '[$1]');
}

/** Parts of one line each are put together as far as a line goes. */
function filled(parts: string[]): string[] {
  const lines: string[] = [];
  for (const part of parts) {
    const last = lines.at(-1);
    const joins = last !== undefined && !last.includes('\n') && !part.includes('\n') && last.length + part.length < WIDTH - 10;
    if (joins) lines[lines.length - 1] = `${last}, ${part}`;
    else lines.push(part);
  }
  return lines;
}

import { median } from './stats.js';

/** One measured line: ours and, where there is one, the baseline's value of each repetition, side by side. */
export interface Line {
  what: string;
  unit: string;
  /** undefined: reported beside the others, promised nowhere. */
  goal?: Goal;
  ours: number[];
  baseline?: { name: string; values: number[] };
  note?: string;
}

/** Of the ratio ours ÷ baseline, or of our value itself. */
export interface Goal {
  of: 'ratio' | 'value';
  is: 'atLeast' | 'atMost';
  limit: number;
}

export function isMet({ goal, ...line }: Line): boolean | undefined {
  if (!goal) return undefined;
  const value = goal.of === 'ratio' ? median(ratios(line)) : median(line.ours);
  return goal.is === 'atLeast' ? value >= goal.limit : value <= goal.limit;
}

/** Ours ÷ baseline of each repetition: the two were measured seconds apart. */
function ratios(line: Line): number[] {
  return line.ours.map((value, n) => value / (line.baseline?.values[n] ?? NaN));
}

const HEAD = '| what | goal | ours: median (lowest–highest) | baseline | ratio of each pair | met |\n|---|---|---|---|---|---|';

/** The section of one row, as results.md keeps it. */
export function section(title: string, about: string, lines: readonly Line[]): string {
  const notes = lines.flatMap(({ what, note }) => (note ? [`- ${what}: ${note}`] : []));
  return [`## ${title}`, about, '', HEAD, ...lines.map(tableLine), ...(notes.length ? ['', ...notes] : []), ''].join('\n');
}

function tableLine(line: Line): string {
  const baseline = line.baseline ? `${line.baseline.name}: ${spread(line.baseline.values)}` : '–';
  const ratio = line.baseline && ratios(line).every(Number.isFinite) ? spread(ratios(line)) : '–';
  const met = isMet(line);
  const verdict = met === undefined ? '' : met ? 'yes' : '**no**';
  return `| ${line.what} | ${goalText(line)} | ${spread(line.ours)} ${line.unit} | ${baseline} | ${ratio} | ${verdict} |`;
}

function goalText({ goal, unit }: Line): string {
  if (!goal) return '–';
  const sign = goal.is === 'atLeast' ? '≥' : '≤';
  return goal.of === 'ratio' ? `${sign} ${goal.limit} ×` : `${sign} ${goal.limit} ${unit}`;
}

function spread(values: readonly number[]): string {
  const text = round(median(values));
  return values.length > 1 ? `${text} (${round(Math.min(...values))}–${round(Math.max(...values))}, n ${values.length})` : text;
}

function round(value: number): string {
  if (Math.abs(value) >= 1000) return Math.round(value).toLocaleString('en-GB');
  return String(Number(value.toPrecision(3)));
}

/** Puts a row's new section in the place of its old one, or at the end. */
export function withSection(results: string, title: string, text: string): string {
  const parts = results.split(/^(?=## )/m);
  const place = parts.findIndex((part) => part.startsWith(`## ${title}\n`));
  if (place < 0) return `${results.trimEnd()}\n\n${text}`;
  parts[place] = parts.length - 1 === place ? text : `${text}\n`;
  return parts.join('');
}

import type { Rows } from '../../shared/rows/rows.js';

/** The figures of a busy hall: everything that a chart shows moves with each change of them, and nothing grows. */
type Figures = Rows['figures'];

const [QUARTERS, QUARTER_MS] = [32, 15 * 60_000];
const LETTERS = 'sopc';

/** The day's quarters are already known: a curve that moves on, and does not grow. */
export function fillDay(rows: Rows, now: number): void {
  for (let at = now - QUARTERS * QUARTER_MS; at < now; at += QUARTER_MS) {
    const startAt = startOf(at);
    rows.figures[idOf(rows, startAt)] ??= quarter(startAt, (startAt / QUARTER_MS) % 60);
  }
}

export function figuresAt(rows: Rows, { now, n }: { now: number; n: number }): { put: Figures; remove: string[] } {
  const running = startOf(now);
  const put: Figures = { [idOf(rows, running)]: quarter(running, n % 60) };
  for (const [id, row] of Object.entries(rows.figures)) {
    if ('counters' in row) put[id] = { ...row, counters: turned(row.counters, n) };
    else if (id === 'hall' && 'rating' in row) put[id] = { ...row, rating: rated(row.rating, n), countedAt: now };
  }
  const old = running - QUARTERS * QUARTER_MS;
  const remove = Object.entries(rows.figures).flatMap(([id, row]) => ('waiting' in row && row.startAt < old ? [id] : []));
  return { put, remove: remove.filter((id) => !(id in put)) };
}

const startOf = (at: number): number => Math.floor(at / QUARTER_MS) * QUARTER_MS;

function idOf({ hall }: Rows, startAt: number): string {
  const { timezone } = Object.values(hall)[0]!;
  return `quarter:${new Intl.DateTimeFormat('en-GB', { timeZone: timezone, hour: '2-digit', minute: '2-digit' }).format(startAt)}`;
}

function quarter(startAt: number, waiting: number): Figures[string] {
  return { startAt, waiting, issued: 9, called: 9, ended: 9, abandoned: 0, waitP50Ms: waiting * 10_000, waitP90Ms: waiting * 20_000 };
}

/** What the counters did in the last quarter, each time otherwise. */
function turned(counters: Record<string, string>, n: number): Record<string, string> {
  return Object.fromEntries(Object.entries(counters).map(([id, letters], i) => [id, letters.slice(0, -1) + LETTERS[(n + i * i) % LETTERS.length]]));
}

function rated<R extends { given: number; byLevel: Record<1 | 2 | 3 | 4 | 5, number> }>(rating: R, n: number): R {
  return { ...rating, given: 100 + n, byLevel: { 5: 40 + (n % 50), 4: 30, 3: 20, 2: 5, 1: 5 } };
}

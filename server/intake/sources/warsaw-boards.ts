import { localInstant, formatLocal, isDate, timeOfDayMs } from '../../domain/golden/local-time.js';
import { readLines, type Recorded, type Recording } from './recording.js';

/**
 * The public queue boards of Warsaw's district offices (Warsaw Open Data), as CSV: one row is one queue at one minute. Such
 * an office publishes no tickets, so each row becomes a `queue.observed`: so many wait, so many desks are open, this number
 * was called last. The same row always makes the same event id, so that a file fed twice counts once.
 *
 * One office's clock is stuck in 2012. Its rows keep the time they say: every row of the office is wrong by as much, so its
 * day is whole in itself, and no guess of ours is better than that. Its replay runs on its own day in 2012.
 */
const TIMEZONE = 'Europe/Warsaw';

const columns = ['name', 'time', 'date', 'idGrupy', 'liczbaCzynnychStan', 'nazwaGrupy', 'literaGrupy', 'liczbaKlwKolejce', 'aktualnyNumer', 'czasObslugi'] as const;
type Row = Record<(typeof columns)[number], string>;

/** The fields of a CSV line (RFC 4180): quoted fields may hold commas and doubled quotes. */
export function splitCsv(line: string): string[] {
  const fields: string[] = [];
  const field = /("(?:[^"]|"")*"|[^,]*)(?:,|$)/y;
  while (field.lastIndex <= line.length) {
    const [match, text = ''] = field.exec(line) ?? [];
    if (match === undefined) break;
    fields.push(text.startsWith('"') ? text.slice(1, -1).replaceAll('""', '"') : text);
    if (!match.endsWith(',')) break;
  }
  return fields;
}

/** Reads rows by the file's own header; what is wrong with the header is said once, for the whole file. */
export function rowReader(header: string): (line: string) => Row {
  const names = splitCsv(header.replace(/^\uFEFF/, '')).map((name) => name.trim());
  const missing = columns.filter((column) => !names.includes(column));
  if (missing.length) throw new Error(`The file is no record of queue boards: its first line lacks ${missing.join(', ')}`);
  return (line) => {
    const fields = splitCsv(line);
    return Object.fromEntries(columns.map((column) => [column, (fields[names.indexOf(column)] ?? '').trim()])) as Row;
  };
}

const count = (text: string): number => (/^\d{1,6}$/.test(text) ? Number(text) : NaN);

/** The row as an event, or what is wrong with it. */
export function readRow(row: Row): Omit<Recorded, 'line'> | string {
  const [waiting, openCounters, announcedMinutes] = [count(row.liczbaKlwKolejce), count(row.liczbaCzynnychStan), count(row.czasObslugi)];
  if (!/^[A-Za-z0-9._-]{1,24}$/.test(row.name)) return `names the office "${row.name}": it must be 1 to 24 of A-Z a-z 0-9 . _ -`;
  if (!/^\d{1,12}$/.test(row.idGrupy)) return `has idGrupy "${row.idGrupy}": it must be a number`;
  if (!isDate(row.date) || !/^\d\d:\d\d$/.test(row.time) || Number.isNaN(timeOfDayMs(row.time))) {
    return `has the time "${row.date} ${row.time}": it must be such as 2020-01-09 08:33`;
  }
  if (Number.isNaN(waiting)) return `has liczbaKlwKolejce "${row.liczbaKlwKolejce}": it must be how many wait`;
  const at = instantOf(row.date, row.time);
  const time = formatLocal(at, TIMEZONE);
  const data = {
    serviceId: row.idGrupy,
    waiting,
    ...(Number.isNaN(openCounters) ? {} : { openCounters }),
    ...(row.aktualnyNumer ? { lastNumber: row.aktualnyNumer } : {}),
    ...(announcedMinutes > 0 ? { announcedMinutes } : {}),
  };
  const id = `${row.name}:${row.date}T${row.time}:${row.idGrupy}`;
  const event = { specversion: '1.0', id, source: `/boards/${row.name}`, type: 'queue.observed', time, data };
  const serviceName = [row.literaGrupy, row.nazwaGrupy].filter(Boolean).join(' · ') || row.idGrupy;
  return { at, text: JSON.stringify(event), type: event.type, time, data, serviceName };
}

/** All queues of a board share their minute: its instant is looked up once. */
let lastLookup = { key: '', at: NaN };
function instantOf(date: string, time: string): number {
  const key = `${date} ${time}`;
  if (lastLookup.key !== key) lastLookup = { key, at: localInstant(date, time, TIMEZONE) };
  return lastLookup.at;
}

/** The boards of one office. */
export function boardRecording(path: string, office: string): Recording {
  return {
    timezone: TIMEZONE,
    carriesOver: false,
    async *read(tellBad) {
      for await (const { line, row } of readRows(path)) {
        if (row.name !== office) continue;
        const event = readRow(row);
        if (typeof event === 'string') tellBad(line, event);
        else yield { line, ...event };
      }
    },
  };
}

async function* readRows(path: string): AsyncGenerator<{ line: number; row: Row }> {
  let line = 0;
  let read: ((line: string) => Row) | undefined;
  for await (const text of readLines(path)) {
    line++;
    if (!text.trim()) continue;
    if (read) yield { line, row: read(text) };
    else read = rowReader(text);
  }
}

/** The offices of the file, each with the days of its own calendar. */
export async function officesIn(path: string): Promise<Map<string, Set<string>>> {
  const offices = new Map<string, Set<string>>();
  for await (const { row } of readRows(path)) {
    if (!row.name) continue;
    const days = offices.get(row.name) ?? new Set<string>();
    offices.set(row.name, days.add(row.date));
  }
  return offices;
}

import { access } from 'node:fs/promises';
import { basename } from 'node:path';
import { eventRecording, type Recording } from './recording.js';
import { boardRecording, officesIn } from './warsaw-boards.js';

/** A recording file, opened by its kind, and what a hall made from it would be called. */
interface Opened {
  recording: Recording;
  name: string;
}

export async function openRecording(file: string, wanted: { date: string; office?: string | undefined }): Promise<Opened> {
  const name = basename(file);
  await access(file).catch((error: unknown) => {
    throw new Error(`The recording "${file}" cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  });
  if (/\.csv(\.gz)?$/.test(name)) {
    const office = await officeOf(file, wanted);
    return { recording: boardRecording(file, office), name: office };
  }
  if (!/\.(nd)?jsonl?(\.gz)?$/.test(name)) {
    throw new Error(`"${name}" is no recording that can be read: it must be events.ndjson or boards.csv, or either with .gz`);
  }
  if (wanted.office !== undefined) throw new Error('--office is for queue boards (.csv): a recording of events is of one hall');
  return { recording: eventRecording(file), name: `${name.replace(/(\.events)?\.(nd)?jsonl?(\.gz)?$/, '')} · ${wanted.date}` };
}

async function officeOf(file: string, { date, office }: { date: string; office?: string | undefined }): Promise<string> {
  const offices = await officesIn(file);
  const list = [...offices].map(([name, days]) => {
    const sorted = [...days].sort();
    return `${name} (${String(sorted[0])} to ${String(sorted.at(-1))})`;
  });
  const thatDay = [...offices].filter(([name, days]) => days.has(date) && (office ?? name) === name).map(([name]) => name);
  const [only, ...others] = thatDay;
  if (only === undefined) throw new Error(`No ${office ?? 'office'} has boards on ${date}: the file holds ${list.join(', ')}`);
  if (others.length) throw new Error(`Several offices have boards on ${date}: choose one with --office ${thatDay.join(' or --office ')}`);
  return only;
}

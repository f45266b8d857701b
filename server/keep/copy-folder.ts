/**
 * A copy of a data folder, made beside a running server or without one. The journal is copied after what is worked out from it, which is
 * then never ahead of it and catches up with it at the next start; attachments after the journal, so that each it names is there. Complete
 * only once its manifest stands.
 */
import { cp, mkdir, readdir, rename, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { formatInstant } from '../../shared/instant.js';
import type { Manifest } from '../../shared/commands/backup.js';
import { heldHalls } from './held-halls.js';
import { openFile } from './journal-file.js';
import { writeManifest } from './manifest.js';

export const JOURNAL = 'journal.sqlite';
const ATTACHMENTS = 'attachments';
/** Of the process that runs, half made, or a backup itself. */
const LEFT_OUT = /^(operator\.key|running\.json|backups)$|\.(new|part)$|^\.|\.sqlite-/;

export interface CopyOptions {
  data: string;
  /** A folder that is not there yet. */
  into: string;
  now: number;
  copyJournal: (file: string) => Promise<void>;
}

export async function copyFolder({ data, into, now, copyJournal }: CopyOptions): Promise<Manifest> {
  const part = `${into}.part`;
  await rm(part, { recursive: true, force: true });
  await mkdir(part, { recursive: true, mode: 0o700 });
  const all = (await readdir(data)).filter((name) => name !== JOURNAL && !LEFT_OUT.test(name));
  const [after, before] = [all.filter((name) => name === ATTACHMENTS), all.filter((name) => name !== ATTACHMENTS)];
  const copy = (name: string) => cp(join(data, name), join(part, name), { recursive: true, preserveTimestamps: true, filter: (path) => !LEFT_OUT.test(basename(path)) });
  for (const name of before) await (name.endsWith('.sqlite') ? copyDatabase(join(data, name), join(part, name)) : copy(name));
  await copyJournal(join(part, JOURNAL));
  for (const name of after) await copy(name);
  for (const name of await readdir(part)) if (name.endsWith('.sqlite')) closeUp(join(part, name));
  const manifest = await writeManifest(part, { at: formatInstant(now), halls: await heldHalls(join(part, JOURNAL)) });
  await rename(part, into);
  return manifest;
}

export async function copyDatabase(from: string, to: string): Promise<void> {
  const db = openFile(from);
  try {
    await db.backup(to);
  } finally {
    db.close();
  }
}

/** One file with nothing beside it: a database that is being written to keeps its newest pages in another. */
function closeUp(file: string): void {
  const db = openFile(file);
  db.pragma('journal_mode = DELETE');
  db.close();
}

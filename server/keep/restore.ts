/** Puts a backup into an empty data folder, with the tails that are at hand, and says how far each hall is then held. */
import { cp, mkdir, readdir, rename, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { HeldHall } from '../../shared/commands/backup.js';
import { JOURNAL } from './copy-folder.js';
import { heldHalls } from './held-halls.js';
import { replayTail, type Tail } from './replay-tail.js';
import { isAsMade, verifyFolder } from './verify-folder.js';

export interface RestoreOptions {
  backup: string;
  data: string;
  tails: Tail[];
  /** Verifies, and writes nothing. */
  dryRun: boolean;
}

export async function restore({ backup, data, tails, dryRun }: RestoreOptions): Promise<Record<string, HeldHall>> {
  await refuseUnlessEmpty(data);
  const verified = await verifyFolder(backup);
  if (!verified.manifest) throw new Error(`${backup} has no manifest.json: it is no backup, or one that was cut short. Take another.`);
  if (!isAsMade(verified)) throw new Error(`${backup} is not as it was made: ${verified.faults.join('; ')}. Take another backup.`);
  const unknown = tails.find(({ hallId }) => !(hallId in verified.halls));
  if (unknown) throw new Error(`--journal ${unknown.hallId}=…: the backup has no hall of this id; it has ${Object.keys(verified.halls).join(', ')}.`);
  if (dryRun) return verified.halls;
  await mkdir(data, { recursive: true, mode: 0o700 });
  for (const name of await readdir(backup)) if (name !== JOURNAL && name !== 'manifest.json') await cp(join(backup, name), join(data, name), { recursive: true, preserveTimestamps: true });
  // the journal last and in one step: without it no server starts on the folder
  const part = join(data, `${JOURNAL}.part`);
  await cp(join(backup, JOURNAL), part);
  try {
    for (const tail of tails) replayTail(part, tail);
    const held = tails.length > 0 ? await heldHalls(part) : verified.halls;
    await rename(part, join(data, JOURNAL));
    return held;
  } catch (error) {
    for (const name of await readdir(data)) await rm(join(data, name), { recursive: true });
    throw error;
  }
}

async function refuseUnlessEmpty(data: string): Promise<void> {
  const [first] = await readdir(data).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  if (first !== undefined) throw new Error(`${data} is not empty (${basename(first)}): a backup is restored into an empty folder only. Move what is there aside, or name another with --data.`);
}

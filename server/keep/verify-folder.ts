/** Verifies a backup, or a data folder that no server is at: the files' sums, SQLite's own structure, every hall's chain and fold. */
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { HeldHall, Manifest } from '../../shared/commands/backup.js';
import { JOURNAL } from './copy-folder.js';
import { heldHalls } from './held-halls.js';
import { openFile } from './journal-file.js';
import { readManifest, sumFaults } from './manifest.js';

export interface Verified {
  /** Null: a data folder, not a backup. */
  manifest: Manifest | null;
  halls: Record<string, HeldHall>;
  /** What is not as it must be, each in a sentence. */
  faults: string[];
}

export async function verifyFolder(folder: string): Promise<Verified> {
  if (!existsSync(join(folder, JOURNAL))) throw new Error(`${folder} has no ${JOURNAL}: it is neither a data folder nor a backup.`);
  const manifest = await readManifest(folder);
  const faults = manifest ? await sumFaults(folder, manifest) : [];
  for (const name of await readdir(folder)) if (name.endsWith('.sqlite')) faults.push(...structureFaults(folder, name));
  const halls = await readable(folder, faults);
  for (const [id, { broken }] of Object.entries(halls)) if (broken) faults.push(`hall ${id}: the chain does not hold at seq ${broken.seq}: ${broken.why}`);
  if (manifest) faults.push(...otherHalls(manifest.halls, halls));
  return { manifest, halls, faults };
}

/** No fault but those that were in the journal already when the backup was made. */
export function isAsMade({ manifest, halls, faults }: Verified): boolean {
  const known = Object.values(halls).filter(({ broken }) => broken).length;
  return manifest !== null && faults.length === known;
}

async function readable(folder: string, faults: string[]): Promise<Verified['halls']> {
  try {
    return await heldHalls(join(folder, JOURNAL));
  } catch (error) {
    faults.push(`${JOURNAL} cannot be read: ${(error as Error).message}`);
    return {};
  }
}

function structureFaults(folder: string, name: string): string[] {
  try {
    const db = openFile(join(folder, name), { readonly: true });
    const [first] = db.pragma('integrity_check(1)', { simple: false }) as { integrity_check: string }[];
    db.close();
    return first?.integrity_check === 'ok' ? [] : [`${name}: ${first?.integrity_check ?? 'no answer'}`];
  } catch (error) {
    if (/in use by a running/.test((error as Error).message)) throw error;
    return [`${name} cannot be read: ${(error as Error).message}`];
  }
}

function otherHalls(was: Verified['halls'], is: Verified['halls']): string[] {
  const ids = new Set([...Object.keys(was), ...Object.keys(is)]);
  const isOther = (id: string) => was[id]?.hash !== is[id]?.hash || was[id]?.seq !== is[id]?.seq || was[id]?.foldHash !== is[id]?.foldHash;
  return [...ids].filter(isOther).map((id) => `hall ${id} is another than when the backup was made: seq ${was[id]?.seq ?? 0} then, ${is[id]?.seq ?? 0} now, or other rows`);
}

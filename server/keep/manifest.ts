/** What a backup says of itself: written last, so that a folder without it is no backup. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Manifest, type HeldHall } from '../../shared/commands/backup.js';

const NAME = 'manifest.json';

export async function writeManifest(folder: string, { at, halls }: { at: string; halls: Record<string, HeldHall> }): Promise<Manifest> {
  const files: Manifest['files'] = {};
  for (const name of await filesOf(folder)) files[name] = await sumOf(join(folder, name));
  const manifest: Manifest = { version: 1, at, halls, files };
  const file = await open(join(folder, NAME), 'wx', 0o600);
  await file.writeFile(`${JSON.stringify(manifest, null, 2)}\n`);
  await file.sync();
  await file.close();
  return manifest;
}

/** Null where the folder has none. */
export async function readManifest(folder: string): Promise<Manifest | null> {
  const text = await readFile(join(folder, NAME), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  return text === null ? null : Manifest.parse(JSON.parse(text));
}

/** The files of a folder that are not what its manifest says, each in a sentence. */
export async function sumFaults(folder: string, { files }: Manifest): Promise<string[]> {
  const faults: string[] = [];
  const found = new Set(await filesOf(folder));
  for (const [name, { bytes, sha256 }] of Object.entries(files)) {
    if (!found.delete(name)) faults.push(`${name} is missing`);
    else if ((await stat(join(folder, name))).size !== bytes) faults.push(`${name} has another length than when the backup was made`);
    else if ((await sumOf(join(folder, name))).sha256 !== sha256) faults.push(`${name} has other bytes than when the backup was made`);
  }
  return [...faults, ...[...found].map((name) => `${name} is not of the backup`)];
}

async function filesOf(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const names = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1));
  return names.filter((name) => name !== NAME).sort();
}

async function sumOf(file: string): Promise<{ bytes: number; sha256: string }> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return { bytes: (await stat(file)).size, sha256: hash.digest('hex') };
}

/** A backup as the operator asks for it: through the server where one runs, for the journal is its alone; else from the files. */
import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { request } from 'node:http';
import { dirname, join, resolve } from 'node:path';
import type { Backup, Manifest } from '../../shared/commands/backup.js';
import { copyDatabase, copyFolder, JOURNAL } from './copy-folder.js';
import { readManifest } from './manifest.js';
import { readRunning } from './running.js';

const TELL_MS = 2_000;

export async function backUp(data: string, target: string, say: (text: string) => void): Promise<Manifest> {
  const into = resolve(target);
  if (existsSync(into)) throw new Error(`${target} is there already: a backup is a new folder. Name one that is not there yet.`);
  if (!existsSync(join(data, JOURNAL))) throw new Error(`${data} has no ${JOURNAL}: it is no data folder. Name it with --data.`);
  await mkdir(dirname(into), { recursive: true });
  const running = await readRunning(data);
  const part = running ? join(data, 'backups') : `${into}.part`;
  const telling = setInterval(() => void sizeOf(part).then((bytes) => say(`${(bytes / 1e6).toFixed(0)} MB`)), TELL_MS);
  try {
    if (!running) return await copyFolder({ data, into, now: Date.now(), copyJournal: (file) => copyDatabase(join(data, JOURNAL), file) });
    const { name } = await askServer(running);
    await move(join(data, 'backups', name), into);
    return (await readManifest(into))!;
  } finally {
    clearInterval(telling);
  }
}

/** Waits for as long as it takes, which `fetch` does not. */
function askServer({ url, key }: { url: string; key: string }): Promise<Backup> {
  return new Promise((fulfil, reject) => {
    const asked = request(`${url}/api/v1/backups`, { method: 'POST', headers: { authorization: `Bearer ${key}` } }, (response) => {
      let text = '';
      response.on('data', (part: Buffer) => (text += part.toString()));
      response.on('error', reject);
      response.on('end', () => {
        const answer = JSON.parse(text) as Backup & { detail?: string };
        if (response.statusCode === 201) fulfil(answer);
        else reject(new Error(answer.detail ?? `the server answered ${response.statusCode}`));
      });
    });
    asked.on('error', reject);
    asked.end();
  });
}

/** In one step where it can be; to another disk copied aside first. */
async function move(from: string, to: string): Promise<void> {
  try {
    await rename(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
    await cp(from, `${to}.part`, { recursive: true });
    await rename(`${to}.part`, to);
    await rm(from, { recursive: true });
  }
}

async function sizeOf(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const sizes = await Promise.all(entries.filter((entry) => entry.isFile()).map((entry) => stat(join(entry.parentPath, entry.name)).then(({ size }) => size, () => 0)));
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** Where the server of a data folder listens, for the operator's commands on the same machine. */
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const fileOf = (data: string) => join(data, 'running.json');

export async function writeRunning(data: string, url: string): Promise<void> {
  const file = fileOf(data);
  await writeFile(`${file}.new`, JSON.stringify({ url }), { mode: 0o600 });
  await rename(`${file}.new`, file);
}

export async function removeRunning(data: string): Promise<void> {
  await rm(fileOf(data), { force: true });
}

/** Null where no server says that it is there; one that was killed leaves its word behind. */
export async function readRunning(data: string): Promise<{ url: string; key: string } | null> {
  try {
    const { url } = JSON.parse(await readFile(fileOf(data), 'utf8')) as { url: string };
    const answer = await fetch(`${url}/healthz`).catch(() => null);
    return answer?.ok ? { url, key: (await readFile(join(data, 'operator.key'), 'utf8')).trim() } : null;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

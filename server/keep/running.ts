/** Where the server of a data folder listens, for the operator's commands on the same machine. */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { readKept, writeWhole } from '../whole-file.js';

const fileOf = (data: string) => join(data, 'running.json');

export function writeRunning(data: string, url: string): Promise<void> {
  return writeWhole(fileOf(data), JSON.stringify({ url }));
}

export async function removeRunning(data: string): Promise<void> {
  await rm(fileOf(data), { force: true });
}

/** Null where no server says that it is there; one that was killed leaves its word behind. */
export async function readRunning(data: string): Promise<{ url: string; key: string } | null> {
  const kept = await readKept(fileOf(data));
  if (kept === null) return null;
  const { url } = JSON.parse(kept) as { url: string };
  const answer = await fetch(`${url}/healthz`).catch(() => null);
  const key = answer?.ok ? await readKept(join(data, 'operator.key')) : null;
  return key === null ? null : { url, key: key.trim() };
}

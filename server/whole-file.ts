/** A small file of the data folder, whole or not at all: keys, identities, a day's snapshot. */
import { readFile, rename, rm, writeFile } from 'node:fs/promises';

/** On disk when it fulfils, for its owner alone. */
export async function writeWhole(file: string, text: string | Buffer): Promise<void> {
  const draft = `${file}.new`;
  await rm(draft, { force: true }); // a mode counts only for a file that is new
  await writeFile(draft, text, { mode: 0o600, flag: 'wx', flush: true });
  await rename(draft, file);
}

/** Null where there is none. */
export async function readKept(file: string): Promise<string | null> {
  return readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
}

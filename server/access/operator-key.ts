import { rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Puts the operator's key where only whoever may read the data folder reads it; a file left by an earlier start goes. */
export async function writeOperatorKey(data: string, key: string): Promise<void> {
  const file = join(data, 'operator.key');
  const draft = `${file}.new`;
  await rm(draft, { force: true });
  // A mode counts only for a file that is new: so make one, and let it take the old one's place in one step.
  await writeFile(draft, `${key}\n`, { mode: 0o600, flag: 'wx' });
  await rename(draft, file);
}

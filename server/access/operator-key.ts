import { join } from 'node:path';
import { writeWhole } from '../whole-file.js';

/** Puts the operator's key where only whoever may read the data folder reads it; a file left by an earlier start goes. */
export function writeOperatorKey(data: string, key: string): Promise<void> {
  return writeWhole(join(data, 'operator.key'), `${key}\n`);
}

/**
 * `npm run verify -- <file.json> --journal <ndjson> [--signature <file.sig>] [--key <signing-key.pem>] [--previous <file.json>]`: holds a
 * daily snapshot against the journal, without a server. The signature is looked for beside the file, the key as the exports folder has
 * it. Says what is wrong first; exit codes: 0 everything holds, 1 it does not, 2 wrong arguments.
 */
import { createPublicKey } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { faultOf } from './verify-day.js';

const USAGE = 'npm run verify -- <file.json> --journal <ndjson> [--signature <file.sig>] [--key <signing-key.pem>] [--previous <file.json>]';
const text = { type: 'string' } as const;

function main(): number {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { journal: text, signature: text, key: text, previous: text } });
  const [file] = positionals;
  if (file === undefined || positionals.length > 1 || values.journal === undefined) {
    console.error(`usage: ${USAGE}`);
    return 2;
  }
  const signature = read(values.signature, file.replace(/(\.json)?$/, '.sig'));
  const pem = read(values.key, join(dirname(file), '../../signing-key.pem'));
  const key = pem === undefined ? undefined : createPublicKey(pem);
  const journal = readFileSync(values.journal, 'utf8').split('\n');
  const previous = read(values.previous);
  const fault = faultOf(readFileSync(file, 'utf8'), { journal, signature, key, previous });
  if (fault === null) console.log(`${file}: every figure, the events' hash and the file's hash hold${signature === undefined ? '; there is no signature beside it, and none was checked' : `, and so does its signature${pem === undefined ? ' by the key that it names' : ''}`}${previous === undefined ? '' : ', and the chain'}.`);
  else console.error(`${file}: ${fault}.`);
  return fault === null ? 0 : 1;
}

/** What was asked for must be there; what is looked for may be missing. */
function read(asked: string | undefined, otherwise?: string): string | undefined {
  if (asked !== undefined) return readFileSync(asked, 'utf8');
  return otherwise !== undefined && existsSync(otherwise) ? readFileSync(otherwise, 'utf8') : undefined;
}

try {
  process.exitCode = main();
} catch (error) {
  console.error(`${(error as Error).message}\nusage: ${USAGE}`);
  process.exitCode = 2;
}

/**
 * `npm run verify -- <file.json> --journal <ndjson> [--previous <file.json>] [--key <signing-key.pem>]`: holds a daily snapshot against
 * the journal, without a server. Says what is wrong first; exit codes: 0 everything holds, 1 it does not, 2 wrong arguments.
 */
import { createPublicKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { faultOf } from './verify-day.js';

const USAGE = 'npm run verify -- <file.json> --journal <ndjson> [--previous <file.json>] [--key <signing-key.pem>]';

function main(): number {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { journal: { type: 'string' }, previous: { type: 'string' }, key: { type: 'string' } } });
  const [file] = positionals;
  if (file === undefined || positionals.length > 1 || values.journal === undefined) {
    console.error(`usage: ${USAGE}`);
    return 2;
  }
  // as the exports folder has it: signing-key.pem, {hallId}/{date}/{file}
  const key = createPublicKey(readFileSync(values.key ?? join(dirname(file), '../../signing-key.pem')));
  const journal = readFileSync(values.journal, 'utf8').split('\n');
  const previous = values.previous === undefined ? undefined : readFileSync(values.previous, 'utf8');
  const fault = faultOf(readFileSync(file, 'utf8'), { journal, key, previous });
  if (fault === null) console.log(`${file}: every figure, the events' hash, the file's hash and its signature hold${previous === undefined ? '' : ', and so does the chain'}.`);
  else console.error(`${file}: ${fault}.`);
  return fault === null ? 0 : 1;
}

try {
  process.exitCode = main();
} catch (error) {
  console.error(`${(error as Error).message}\nusage: ${USAGE}`);
  process.exitCode = 2;
}

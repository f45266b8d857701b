/** What a hall's journal said after the backup, from a file of `GET …/journal`: appended as it was stored, seq by seq and hash by hash. */
import { closeSync, openSync, readSync } from 'node:fs';
import { StringDecoder } from 'node:string_decoder';
import { BrokenChainError, ChainCheck, erasuresIn } from '../journal/chain.js';
import type { EventName, Link } from '../journal/journal.js';
import { linksOfLines } from '../journal/links-of-lines.js';
import { Store } from '../journal/store.js';
import { openFile } from './journal-file.js';

export interface Tail {
  hallId: string;
  file: string;
}

/** Appends it to the journal's file; a tail that does not follow what is held is refused, and nothing of it is stored. */
export function replayTail(journal: string, { hallId, file }: Tail): void {
  const db = openFile(journal);
  db.pragma('secure_delete = ON');
  let at = 0;
  const store = new Store(db, () => at);
  const check = new ChainCheck(lastLink(store, hallId));
  try {
    db.exec('BEGIN');
    for (const link of linksOfLines(linesOf(file))) {
      if (link.firstSeq + link.count <= check.next) continue; // held already
      check.take(link);
      at = link.loggedAt;
      append(store, hallId, link);
    }
    check.demand();
    db.exec('COMMIT');
  } catch (error) {
    if (error instanceof BrokenChainError) throw new Error(`${file} does not follow what the backup holds of ${hallId}: ${error.message}.`, { cause: error });
    throw error;
  } finally {
    db.close(); // what is not committed is rolled back
  }
}

function append(store: Store, hallId: string, { firstSeq, body, hash }: Link): void {
  const names = JSON.parse(body) as EventName[];
  const [appended] = store.append([{ hallId, body: new Uint8Array(Buffer.from(body)), ids: names.map(({ id }) => id), sources: names.map(({ source }) => source), hash }]);
  if (appended!.verdicts) throw new BrokenChainError(firstSeq, 'an event of the link is held already');
  for (const { data } of erasuresIn(body)) store.eraseAgain(hallId, data.seqs);
}

function lastLink(store: Store, hallId: string): Link | null {
  const past = store.seqAt(hallId, Infinity);
  return past === 1 ? null : (store.links(hallId, past - 1).at(-1) ?? null);
}

/** Line by line, for a tail may be larger than memory. */
function* linesOf(file: string): Generator<string> {
  const [descriptor, chunk, decoder] = [openSync(file, 'r'), Buffer.alloc(1 << 20), new StringDecoder()];
  let rest = '';
  try {
    for (let length = readSync(descriptor, chunk); length > 0; length = readSync(descriptor, chunk)) {
      const lines = (rest + decoder.write(chunk.subarray(0, length))).split('\n');
      rest = lines.pop()!;
      yield* lines;
    }
    yield rest;
  } finally {
    closeSync(descriptor);
  }
}

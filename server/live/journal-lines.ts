/** The journal as its route gives it: the events, with what the fold found rough about them. */
import { formatInstant } from '../../shared/instant.js';
import type { HallConfigured } from '../domain/event/own-event.js';
import { foldOrNote } from '../domain/hall/fold-or-note.js';
import { FOLD_VERSION, newHall, type Hall } from '../domain/hall/hall.js';
import { eventsOf, linkGroups, type Journal, type Link } from '../journal/journal.js';
import { splitArray } from '../../shared/array-text.js';
import { hallOfCheckpoint } from './checkpoint.js';
import { turnOf } from './turns.js';

const SLICE_EVENTS = 500;

/** NDJSON of the events from seq `from` to `to`: each as it was posted, with its flags and the hash of its link. */
export async function* journalLines(journal: Pick<Journal, 'links' | 'find' | 'lastCheckpoint'>, hallId: string, { from, to }: { from: number; to: number }): AsyncGenerator<string, void> {
  const checkpoint = from > 1 ? await journal.lastCheckpoint(hallId, FOLD_VERSION) : null;
  let hall: Hall | null = checkpoint && checkpoint.seq < from ? hallOfCheckpoint(checkpoint) : null;
  const fromSeq = (hall?.seq ?? 0) + 1;
  for await (const group of linkGroups(journal, hallId, fromSeq)) {
    for (const links of slicesOf(group)) {
      await turnOf(hallId);
      const flags = new Map<number, string[]>();
      for (const stored of await eventsOf(journal, hallId, { links, fromSeq })) {
        hall ??= newHall(hallId, (stored.event as HallConfigured).data, stored.loggedAt);
        flags.set(stored.seq, foldOrNote(hall, stored));
      }
      const lines = linesOf(links, { from, to, flags });
      if (lines) yield lines;
      if (hall!.seq >= to) return;
    }
  }
}

/** Some links at a time, of a few hundred events where they are small. */
function* slicesOf(links: Link[]): Generator<Link[]> {
  let [slice, events]: [Link[], number] = [[], 0];
  for (const link of links) {
    slice.push(link);
    events += link.count;
    if (events < SLICE_EVENTS) continue;
    yield slice;
    [slice, events] = [[], 0];
  }
  if (slice.length > 0) yield slice;
}

function linesOf(links: Link[], { from, to, flags }: { from: number; to: number; flags: Map<number, string[]> }): string {
  let lines = '';
  for (const { firstSeq, count, loggedAt, body, hash } of links) {
    if (firstSeq + count <= from) continue;
    const logged = formatInstant(loggedAt);
    splitArray(body).forEach((text, index) => {
      const seq = firstSeq + index;
      if (seq < from || seq > to) return;
      const quality = JSON.stringify(flags.get(seq) ?? []);
      lines += `{"seq":${seq},"loggedAt":"${logged}","event":${text},"quality":${quality},"hash":"${hash}"}\n`;
    });
  }
  return lines;
}

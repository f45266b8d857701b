/** The journal read again: the hall as it stood at an instant, and the events with what the fold found rough about them. */
import { setImmediate as turn } from 'node:timers/promises';
import { formatInstant } from '../../shared/instant.js';
import type { Rows } from '../../shared/rows/rows.js';
import { REAL_CLOCK } from '../domain/calendar/clock.js';
import { placeEvent, type Placed, type StoredEvent } from '../domain/event/fact.js';
import { isOwn, type HallConfigured } from '../domain/event/own-event.js';
import { advance } from '../domain/hall/advance.js';
import { applyEvent, clockOf, foldEvent, foldOwn } from '../domain/hall/fold-event.js';
import { FOLD_VERSION, newHall, type Hall } from '../domain/hall/hall.js';
import { allRows } from '../domain/hall/make-rows.js';
import { eventsOf, linkGroups, storedEvents, type Journal, type Link } from '../journal/journal.js';
import { splitArray } from '../journal/link-text.js';
import { hallOfCheckpoint } from './checkpoint.js';

/** So many events are folded before others get their turn. */
const SLICE = 5_000;

/** All rows as they stood at `instant`: events up to then by their own time, late ones included, under the settings of now. */
export async function rowsAt(journal: Journal, live: { id: string; settings: HallConfigured['data'] }, instant: number): Promise<Rows> {
  const facts = await factsUpTo(journal, live.id, instant);
  // an event may say any time at all; a calendar begins in 1970
  const hall = newHall(live.id, live.settings, Math.max(0, facts[0]?.placed.at ?? instant));
  for (const [index, { stored, placed }] of facts.entries()) {
    advance(hall, placed.at);
    applyPast(hall, { stored, placed });
    if (index % SLICE === SLICE - 1) await turn();
  }
  advance(hall, instant);
  return allRows(hall);
}

export function applyPast(hall: Hall, { stored: { seq, event, corrects }, placed }: PastFact): void {
  if (!isOwn(event)) applyEvent(hall, { seq, event, corrects }, placed);
  else if (event.type !== 'hall.configured') foldOwn(hall, seq, event);
}

export interface PastFact {
  stored: StoredEvent;
  placed: Placed;
}

/** Every event but settings up to an instant by its own time, in that order, as if each had been heard at once. */
export async function factsUpTo(journal: Journal, hallId: string, instant: number): Promise<PastFact[]> {
  const facts: PastFact[] = [];
  let clock = REAL_CLOCK;
  for await (const events of storedEvents(journal, hallId, 1)) {
    for (const stored of events) {
      const { event } = stored;
      if (event.type === 'hall.configured') {
        clock = clockOf(event, stored.loggedAt, clock);
        continue;
      }
      const placed = placeEvent(stored, clock);
      if (placed.at <= instant) facts.push({ stored, placed: { ...placed, heardAt: placed.at } });
    }
  }
  return facts.sort((a, b) => a.placed.at - b.placed.at || a.stored.seq - b.stored.seq);
}

/** NDJSON of the events from seq `from` to `to`: each as it was posted, with its flags and the hash of its link. */
export async function* journalLines(journal: Journal, hallId: string, { from, to }: { from: number; to: number }): AsyncGenerator<string> {
  const checkpoint = await journal.lastCheckpoint(hallId, FOLD_VERSION);
  let hall: Hall | null = checkpoint && checkpoint.seq < from ? hallOfCheckpoint(checkpoint) : null;
  const fromSeq = (hall?.seq ?? 0) + 1;
  for await (const links of linkGroups(journal, hallId, fromSeq)) {
    const flags = new Map<number, string[]>();
    for (const stored of await eventsOf(journal, hallId, { links, fromSeq })) {
      hall ??= newHall(hallId, (stored.event as HallConfigured).data, stored.loggedAt);
      flags.set(stored.seq, foldEvent(hall, stored));
    }
    yield* linesOf(links, { from, to, flags });
    if (hall!.seq >= to) return;
  }
}

function* linesOf(links: Link[], { from, to, flags }: { from: number; to: number; flags: Map<number, string[]> }): Generator<string> {
  for (const { firstSeq, count, loggedAt, body, hash } of links) {
    if (firstSeq + count <= from) continue;
    let lines = '';
    splitArray(body).forEach((text, index) => {
      const seq = firstSeq + index;
      if (seq < from || seq > to) return;
      const quality = JSON.stringify(flags.get(seq) ?? []);
      lines += `{"seq":${seq},"loggedAt":"${formatInstant(loggedAt)}","event":${text},"quality":${quality},"hash":"${hash}"}\n`;
    });
    if (lines) yield lines;
  }
}

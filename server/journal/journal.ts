/**
 * The journal 流水: append-only, one chain per hall, kept for ever. This is the port: `SqliteJournal` answers it from one file in a
 * thread of its own; PostgreSQL can follow behind the same calls. A promise of `append` fulfils only when the
 * events are on disk (fsync done). LiveHall is its one writer; reports and the journal route read.
 */
import type { MessagePort } from 'node:worker_threads';
import type { StoredEvent } from '../domain/event/fact.js';
import type { EventErased } from '../domain/event/own-event.js';

/** Events of one hall to be stored, together or not at all. */
export interface Post {
  hallId: string;
  /** The events as posted: a JSON array without space between its elements. */
  body: Uint8Array<ArrayBuffer>;
  /** The `source` and `id` of each event, in the same order; one source for all where they share it. */
  ids: string[];
  sources: string | string[];
  /** Indexes of `event.corrected` events and what they speak of. */
  corrections?: { index: number; source: string; id: string }[];
  /** Of a link that is copied from elsewhere as it stands: texts may have been erased from it since. */
  hash?: string;
}

export type Verdict = 'accepted' | 'duplicate' | 'conflict';

export interface Appended {
  /** Accepted events have the seqs firstSeq, firstSeq + 1, … in their order. */
  firstSeq: number;
  loggedAt: number;
  /** Null: every event was accepted. */
  verdicts: Verdict[] | null;
  /** By index of a correction: the event that it corrects, as stored. */
  corrects: Map<number, StoredText>;
}

/** Seqs whose free texts go, and what the event that says so is to hold besides. */
export interface Erasure {
  seqs: number[];
  id: string;
  time: string;
  reason: string;
  author: string;
}

export interface Erased {
  event: EventErased;
  appended: Appended;
}

export interface StoredText {
  seq: number;
  loggedAt: number;
  text: string;
}

/** A part of the index of identities: the highest seq in it of each hall, and where the next part begins. */
export interface Identities {
  seqs: Record<string, number>;
  /** Null: this was the last. */
  next: [sourceNo: number, id: string] | null;
}

export interface EventName {
  source: string;
  id: string;
}

/** One commit's events of a hall: the link of its chain. hash = SHA-256 of the hash before, firstSeq, loggedAt and the body. */
export interface Link {
  firstSeq: number;
  count: number;
  loggedAt: number;
  body: string;
  hash: string;
}

export interface Checkpoint {
  seq: number;
  foldVersion: number;
  /** Given away: whoever saves it must not read it again. */
  state: Uint8Array<ArrayBuffer>;
}

/** The last part of one, and how many lie before it. */
export interface CheckpointHead extends Checkpoint {
  before: number;
}

/** Something worked out from a hall's past that need not be worked out again: its time line, the hall as a day of it began, or up to where its texts were erased for their age. */
export interface KeptPast {
  kind: 'line' | 'dayStart' | 'texts';
  at: number;
  version: number;
  /** Given away, as a checkpoint's. */
  state: Uint8Array<ArrayBuffer>;
}

export interface Journal {
  append(posts: Post[]): Promise<Appended[]>;
  /** Erases free texts where they stand, with every copy of them in this journal; null when these seqs hold none. */
  erase(hallId: string, erasure: Erasure): Promise<Erased | null>;
  /** Up to about 2,000 events in whole links, the first being the link that holds `fromSeq`; empty when there is none. */
  links(hallId: string, fromSeq: number): Promise<Link[]>;
  /** The stored event of a source and id, null when there is none. */
  find(hallId: string, source: string, id: string): Promise<StoredText | null>;
  /** The seq that each of these has by the index of identities, null for one that it does not know. */
  seqsOf(hallId: string, names: EventName[]): Promise<(number | null)[]>;
  /** The index of identities, part by part. */
  identities(after: [sourceNo: number, id: string]): Promise<Identities>;
  /** The first seq that was logged at this instant or later; the one after the last where there is none. */
  seqAt(hallId: string, loggedAt: number): Promise<number>;
  hallIds(): Promise<string[]>;
  /** `atOnce`: in one go, as nothing else is to be stored any more. */
  saveCheckpoint(hallId: string, checkpoint: Checkpoint, how?: { atOnce?: boolean }): Promise<void>;
  /** The newest checkpoint of that fold version, null when there is none. */
  lastCheckpoint(hallId: string, foldVersion: number): Promise<Checkpoint | null>;
  keepPast(hallId: string, kept: KeptPast): Promise<void>;
  /** The newest of that kind and version that is not after `at`, null when there is none. */
  keptPast(hallId: string, wanted: Omit<KeptPast, 'state'>): Promise<KeptPast | null>;
  /** Lets go of the starts of days at `fromAt` and later. */
  dropPast(hallId: string, fromAt: number): Promise<void>;
  /** For a `JournalReader` in another thread. */
  connect(): Promise<MessagePort>;
  close(): Promise<void>;
}

/** A hall's links from the one that holds `fromSeq` on, in groups as the journal gives them. */
export async function* linkGroups(journal: Pick<Journal, 'links'>, hallId: string, fromSeq: number): AsyncGenerator<Link[]> {
  for (let next = fromSeq; ; ) {
    const links = await journal.links(hallId, next);
    if (links.length === 0) return;
    yield links;
    const last = links.at(-1)!;
    next = last.firstSeq + last.count;
  }
}

/** The events of some links from `fromSeq` on, each correction with what it corrects. */
export async function eventsOf(journal: Pick<Journal, 'find'>, hallId: string, { links, fromSeq }: { links: Link[]; fromSeq: number }): Promise<StoredEvent[]> {
  const stored: StoredEvent[] = [];
  for (const { body, firstSeq, loggedAt } of links) {
    (JSON.parse(body) as StoredEvent['event'][]).forEach((event, index) => {
      if (firstSeq + index >= fromSeq) stored.push({ seq: firstSeq + index, loggedAt, event });
    });
  }
  for (const one of stored) if (one.event.type === 'event.corrected') await attachCorrected(journal, hallId, one);
  return stored;
}

/** A hall's stored events from `fromSeq` on, in seq order, in arrays of whole links. */
export async function* storedEvents(journal: Pick<Journal, 'links' | 'find'>, hallId: string, fromSeq: number): AsyncGenerator<StoredEvent[]> {
  for await (const links of linkGroups(journal, hallId, fromSeq)) yield eventsOf(journal, hallId, { links, fromSeq });
}

async function attachCorrected(journal: Pick<Journal, 'find'>, hallId: string, stored: StoredEvent): Promise<void> {
  if (stored.event.type !== 'event.corrected') return;
  const found = await journal.find(hallId, stored.event.data.source, stored.event.data.id);
  if (found && found.seq < stored.seq) stored.corrects = readText(found);
}

export function readText({ seq, loggedAt, text }: StoredText): StoredEvent {
  return { seq, loggedAt, event: JSON.parse(text) as StoredEvent['event'] };
}

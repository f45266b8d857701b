/**
 * Verifies a day's file against the journal's NDJSON, with nothing else at hand: the file's own hash and signature, the hash of the
 * day's events, and every figure, told anew from the events.
 */
import type { KeyObject } from 'node:crypto';
import { Daily, DailySignature } from '../../shared/rows/daily.js';
import { parseInstant } from '../../shared/instant.js';
import { NOTHING_CARRIED, type Carried } from '../domain/daily/day-book.js';
import { History } from '../domain/daily/history.js';
import type { StoredEvent } from '../domain/event/fact.js';
import { isOwn } from '../domain/event/own-event.js';
import { Dates, indexEvent, newIndex } from './day-index.js';
import { canonical } from './canonical.js';
import { changesOf, hashOf, type Told } from './sealed.js';
import { signatureFault } from './signing-key.js';
import { Gathered, tellDay } from './tell-days.js';

export interface Evidence {
  /** The journal from its first event on: lines of `GET …/journal`. */
  journal: string[];
  /** The file that stands beside it, and the key that it must be of. */
  signature?: string | undefined;
  key?: KeyObject | undefined;
  /** The file of the day before that this one's chain names. */
  previous?: string | undefined;
}

/** The first thing that is wrong with the file, in words; null when everything holds. */
export function faultOf(text: string, { journal, signature, key, previous }: Evidence): string | null {
  const read = Daily.safeParse(jsonOf(text));
  if (!read.success) return `it is not a daily snapshot: ${read.error.issues[0]?.path.join('.') ?? ''} ${read.error.issues[0]?.message ?? ''}`;
  const daily = jsonOf(text) as Daily;
  if (canonical(daily) !== text) return 'its bytes are not the canonical JSON of what they say';
  if (hashOf(daily) !== daily.sha256) return 'its sha256 is not that of what stands in it';
  if (signature !== undefined) {
    const signed = DailySignature.safeParse(jsonOf(signature));
    const fault = signed.success ? signatureFault(signed.data, { of: daily.sha256, trusted: key }) : 'its signature is no signature of a daily snapshot';
    if (fault) return fault;
  }
  if (previous !== undefined) {
    const before = jsonOf(previous) as Partial<Daily> | undefined;
    if (before?.sha256 !== daily.previous || hashOf(before as Daily) !== before?.sha256) return 'previous names another file than the one given';
  }
  return figureFault(daily, readJournal(journal));
}

/** By the journal as it stands; an earlier revision by what it was when the newest event that the file names had come. */
function figureFault(daily: Daily, events: StoredEvent[]): string | null {
  if (events[0]?.seq !== 1) return 'the journal given does not begin with seq 1';
  const now = faultBy(daily, events);
  const knownSeq = Math.max(daily.journal.lastSeq ?? 0, ...daily.because);
  return now && faultBy(daily, events.filter(({ seq, event }) => seq <= knownSeq || isOwn(event))) && now;
}

function faultBy(daily: Daily, events: StoredEvent[]): string | null {
  const told = toldAgain(daily, events);
  if (!told) return `the journal given has no event of ${daily.date}`;
  if (canonical(told.journal) !== canonical(daily.journal)) return `the day's events are others: journal ${canonical(told.journal)}, file ${canonical(daily.journal)}`;
  const [first] = changesOf(daily, told);
  return first ? `${first.path} is ${canonical(first.was)} in the file and ${canonical(first.now)} by the journal` : null;
}

/** The day as these events tell it, up to where the file told it. */
function toldAgain({ hallId, date, hall }: Daily, events: StoredEvent[]): Told | null {
  const [history, index, dates] = [new History(), newIndex(), new Dates()];
  for (const stored of events) {
    history.take(stored);
    indexEvent(index, stored, { history, dates });
  }
  const days = Object.keys(index.days).filter((one) => one <= date).sort();
  if (!days.includes(date)) return null;
  const gathered = new Gathered(history, new Set(days));
  for (const stored of events) gathered.take(stored);
  let carried: Carried = NOTHING_CARRIED;
  let told: Told | null = null;
  for (const [day, list] of gathered.byDate()) {
    const { firstSeq } = index.days[day]!;
    const cutAtMost = day === date ? hall.countedAt : Infinity;
    ({ told, left: carried } = tellDay(history, { hallId, date: day, firstSeq, events: list, carried, cutAtMost }));
  }
  return told;
}

function readJournal(lines: string[]): StoredEvent[] {
  const byId = new Map<string, StoredEvent>();
  return lines.filter(Boolean).map((line) => {
    const { seq, loggedAt, event } = JSON.parse(line) as { seq: number; loggedAt: string; event: StoredEvent['event'] };
    const stored: StoredEvent = { seq, loggedAt: parseInstant(loggedAt), event };
    const corrects = event.type === 'event.corrected' ? byId.get(`${event.data.source} ${event.data.id}`) : undefined;
    if (corrects) stored.corrects = corrects;
    byId.set(`${event.source} ${event.id}`, stored);
    return stored;
  });
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // not JSON at all
  }
}

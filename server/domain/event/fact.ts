/**
 * A fact: an event as the fold reads it, placed on the hall's time line. `at` is where it belongs (its own time, unless its
 * clock ran ahead or it had none), `heardAt` what the hall's clock showed when it was logged; both epoch ms. Facts of
 * one subject are kept in (at, seq) order, so a late fact takes its place and the outcome does not depend on arrival.
 */
import type { QualityFlag } from '../../../shared/glossary/quality.js';
import { parseInstant } from '../../../shared/instant.js';
import { hallTime, type Clock } from '../calendar/clock.js';
import type { HallEvent } from './own-event.js';

/** An event as the journal holds it. `corrects` is the stored event that an `event.corrected` speaks of. */
export interface StoredEvent {
  seq: number;
  loggedAt: number;
  event: HallEvent;
  corrects?: { seq: number; loggedAt: number; event: HallEvent };
}

export interface Placed {
  at: number;
  heardAt: number;
  /** The event's own time; NaN when it has none. */
  saidAt: number;
  flags: QualityFlag[];
}

const LATE_MS = 60_000;
const EARLY_MS = 5_000;
/** A clock that was never set, or whose battery is dead, counts from 1970 or 1980. */
const NEVER_SET = Date.UTC(1990);

/** Where a stored event belongs on the hall's time line. Times in the past are believed, times ahead of the clock are not. */
export function placeEvent(stored: StoredEvent, clock: Clock): Placed {
  const heardAt = hallTime(clock, stored.loggedAt);
  const { time } = stored.event;
  const saidAt = time === undefined ? NaN : parseInstant(time);
  const flags: QualityFlag[] = 'masked' in stored.event && stored.event.masked ? ['masked'] : [];
  if (!(saidAt >= 0)) return { at: heardAt, heardAt, saidAt: NaN, flags: ['noTime', ...flags] };
  if (saidAt < NEVER_SET && heardAt >= NEVER_SET) return { at: heardAt, heardAt, saidAt, flags: ['noTime', ...flags] };
  const slack = Math.max(1, clock.speed); // one tick of a fast clock is many of its seconds
  if (saidAt > heardAt + EARLY_MS * slack) return { at: heardAt, heardAt, saidAt, flags: ['early', ...flags] };
  // what lies before a clock of the hall's own was set is told as its history, not late
  const late = saidAt < heardAt - LATE_MS * slack && (clock.setAt === 0 || saidAt >= clock.showsAt);
  return { at: saidAt, heardAt, saidAt, flags: late ? ['late', ...flags] : flags };
}

/** Where `fact` belongs among facts in (at, seq) order: the index to insert it at. */
export function placeAmong(facts: readonly { at: number; seq: number }[], fact: { at: number; seq: number }): number {
  let index = facts.length;
  while (index > 0) {
    const before = facts[index - 1]!;
    if (before.at < fact.at || (before.at === fact.at && before.seq < fact.seq)) break;
    index--;
  }
  return index;
}

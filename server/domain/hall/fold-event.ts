/**
 * The fold: one stored event changes the hall. Never throws on well-formed events in any order (law L3), answers with the
 * quality flags of the event. Called by LiveHall for each journalled event and by whoever folds a journal again.
 */
import type { QualityFlag } from '../../../shared/glossary/quality.js';
import type { PostedEvent } from '../../../shared/events/cloud-event.js';
import { hallTime, REAL_CLOCK, type Clock } from '../calendar/clock.js';
import { dayAt, isWithin } from '../calendar/day.js';
import { parseInstant } from '../../../shared/instant.js';
import { placeEvent, type Placed, type StoredEvent } from '../event/fact.js';
import { isCaseEvent, isOwn, isRecordEvent, type EventErased, type HallConfigured, type OwnEvent, type RecordEvent, type StandardPut } from '../event/own-event.js';
import { applyFrozen, eraseFromFrozen } from '../appraisal/frozen.js';
import { applyRecord } from '../record/record.js';
import { keepVersion } from '../standard/standard.js';
import { advance, beginDay, beginVersion } from './advance.js';
import { applyFact, type Flag } from './apply-fact.js';
import { correctEvent } from './correct.js';
import { forgetComments } from './count.js';
import { counterOf, serviceOf, type Hall } from './hall.js';
import { hearSource } from './hear.js';
import { applyAlert, eraseFromAlerts } from './apply-alert.js';
import { applyCase, eraseFromCases } from './apply-case.js';
import { setBack } from './set-back.js';
import { track } from './track.js';

/** The live fold: places the event, moves the hall's clock to when it was heard, and applies it. */
export function foldEvent(hall: Hall, stored: StoredEvent): QualityFlag[] {
  const placed = placeEvent(stored, hall.clock);
  if (stored.event.type === 'hall.configured') {
    configure(hall, stored.event, stored.loggedAt);
    hall.seq = stored.seq;
    return [];
  }
  advance(hall, placed.heardAt);
  if (isOwn(stored.event)) return foldOwn(hall, stored.seq, stored.event);
  // D6: what is believed to be of tomorrow already begins tomorrow
  if (placed.at >= hall.day.endAt) advance(hall, placed.at);
  return applyEvent(hall, { seq: stored.seq, event: stored.event, corrects: stored.corrects }, placed);
}

/** A standard that a person put, or the life of an alert or a case as the journal tells it; events of our own are never rough. */
export function foldOwn(hall: Hall, seq: number, event: Exclude<OwnEvent, HallConfigured>): [] {
  hall.seq = seq;
  if (event.type === 'standard.put') putStandard(hall, event);
  else if (event.type === 'event.erased') eraseKept(hall, event);
  else if (isCaseEvent(event)) applyCase(hall, event);
  else if (isRecordEvent(event)) keepRecord(hall, event);
  else if (event.type === 'appraisal.frozen') applyFrozen(hall, event);
  else applyAlert(hall, event);
  return [];
}

function keepRecord(hall: Hall, event: RecordEvent): void {
  applyRecord(hall, event);
  hall.caseCounts = { ...hall.caseCounts, changes: hall.caseCounts.changes + 1 };
  hall.dirty.hall = true;
}

function eraseKept(hall: Hall, event: EventErased): void {
  eraseFromAlerts(hall, event);
  eraseFromCases(hall, event);
  eraseFromFrozen(hall, event);
  forgetComments(hall);
}

function putStandard(hall: Hall, { id, data }: StandardPut): void {
  const version = keepVersion({ id, ...data }, hall.standards, hall.settings);
  hall.standards = [...hall.standards, version];
  if (version.effectiveFromAt <= hall.now) beginVersion(hall);
}

export interface Applicable {
  seq: number;
  event: PostedEvent;
  corrects?: StoredEvent['corrects'];
}

/** Applies an event where it belongs, without moving the clock. */
export function applyEvent(hall: Hall, { seq, event, corrects }: Applicable, placed: Placed): QualityFlag[] {
  const flags = placed.flags;
  const flag: Flag = (one) => {
    if (!flags.includes(one)) flags.push(one);
  };
  hall.seq = seq;
  hearSource(hall, event, placed);
  if (event.type === 'event.corrected') correctEvent(hall, { correction: event.data, corrects }, flag);
  else applyFact(hall, { seq, at: placed.at, heardAt: placed.heardAt, event }, flag);
  track(hall, placed.at);
  if (flags.length > 0 && isWithin(hall.day, placed.at)) {
    for (const one of flags) hall.quality[one] = (hall.quality[one] ?? 0) + 1;
    hall.dirty.hall = true;
  }
  return flags;
}

/** The hall's clock under new settings; a replayed hall keeps the clock it has unless it is set anew. */
export function clockOf({ data }: HallConfigured, loggedAt: number, before: Clock): Clock {
  if (!data.clock) return data.demo ? before : REAL_CLOCK;
  return { setAt: loggedAt, showsAt: parseInstant(data.clock.at), speed: data.clock.speed };
}

function configure(hall: Hall, event: HallConfigured, loggedAt: number): void {
  const before = hall.clock;
  hall.clock = clockOf(event, loggedAt, before);
  const now = hallTime(hall.clock, loggedAt);
  if (now === hallTime(before, loggedAt)) hall.now = Math.max(hall.now, now);
  else if (now < hall.now) setBack(hall, now);
  else hall.now = now;
  takeSettings(hall, event.data);
}

/** H4: today is counted anew under them. */
export function takeSettings(hall: Hall, settings: HallConfigured['data']): void {
  hall.settings = settings;
  for (const { id } of settings.services) serviceOf(hall, id);
  for (const { id } of settings.counters) counterOf(hall, id);
  beginDay(hall, dayAt(hall.now, settings.timezone));
}

/**
 * A hall's time line: what its journal tells, each thing where it belongs in time. The journal is read once in the order of its
 * seqs, for what any later look at a part of it must know: the clock each event was stored by, the settings, the standards and
 * the corrections. Pure; the state is plain data.
 */
import type { PostedEvent } from '../../../shared/events/cloud-event.js';
import type { QualityFlag } from '../../../shared/glossary/quality.js';
import { hallTime, REAL_CLOCK, type Clock } from '../../domain/calendar/clock.js';
import { placeEvent, type Placed, type StoredEvent } from '../../domain/event/fact.js';
import { isAlertEvent, isCaseEvent, isOwn, isRecordEvent, type HallConfigured, type HallEvent } from '../../domain/event/own-event.js';
import { tellAlert } from '../../domain/hall/apply-alert.js';
import { applyCase } from '../../domain/hall/apply-case.js';
import { applyFrozen } from '../../domain/appraisal/frozen.js';
import { applyRecord } from '../../domain/record/record.js';
import { correctedTo } from '../../domain/hall/correct.js';
import { applyEvent, clockOf, takeSettings } from '../../domain/hall/fold-event.js';
import type { Hall } from '../../domain/hall/hall.js';
import { keepVersion, type KeptVersion } from '../../domain/standard/standard.js';

interface Put {
  seq: number;
  at: number;
  settings: HallConfigured['data'];
  clock: Clock;
  /** D9: it took the clock back, and what lay ahead never was. */
  setBack: boolean;
}

export interface Correction {
  by: number;
  /** What stands in the event's place; null: it was voided. */
  to: PostedEvent | null;
}

export interface LineState {
  /** Up to here the journal has been read. */
  seq: number;
  puts: Put[];
  /** In the order of their coming, as the hall numbers them. */
  standards: KeptVersion[];
  /** By the seq of what it corrects, the last correction that has an effect. */
  corrected: Map<number, Correction>;
}

/** One thing that happened, with its corrections. */
export interface PastFact {
  seq: number;
  at: number;
  event: HallEvent;
  placed: Placed;
}

export interface ToldEvent {
  at: number;
  stored: StoredEvent & { event: PostedEvent };
  correction: Correction | null;
}

export const newLine = (): LineState => ({ seq: 0, puts: [], standards: [], corrected: new Map() });

export class TimeLine {
  constructor(readonly state: LineState) {}

  /** Takes the journal's next event: where it stands, and from when on the past is another now. */
  read(stored: StoredEvent): { at: number; since: number } {
    const { event } = stored;
    this.state.seq = stored.seq;
    if (event.type === 'hall.configured') {
      const at = this.put(stored, event);
      return { at, since: at };
    }
    const { at } = placeEvent(stored, this.clockAt(stored.seq));
    if (event.type === 'standard.put') {
      const { standards } = this.state;
      standards.push(keepVersion({ id: event.id, ...event.data }, standards, this.state.puts.at(-1)!.settings));
    }
    return { at, since: event.type === 'event.corrected' ? Math.min(at, this.correct(stored)) : at };
  }

  private put({ seq, loggedAt }: StoredEvent, event: HallConfigured): number {
    const before = this.clockAt(seq);
    const clock = clockOf(event, loggedAt, before);
    const at = hallTime(clock, loggedAt);
    this.state.puts.push({ seq, at, settings: event.data, clock, setBack: at < hallTime(before, loggedAt) });
    return at;
  }

  private correct({ seq, event, corrects }: StoredEvent): number {
    const to = event.type === 'event.corrected' ? correctedTo({ correction: event.data, corrects }) : undefined;
    if (!corrects || to === undefined) return Infinity;
    this.state.corrected.set(corrects.seq, { by: seq, to });
    return placeEvent(corrects, this.clockAt(corrects.seq)).at;
  }

  private clockAt(seq: number): Clock {
    return this.state.puts.findLast((put) => put.seq < seq)?.clock ?? REAL_CLOCK;
  }

  /** Null for what has no instant of its own on the line: standards, corrections, what was voided or never came to be. */
  place(stored: StoredEvent): PastFact | null {
    const { seq, event } = stored;
    const correction = this.state.corrected.get(seq);
    if (event.type === 'standard.put' || event.type === 'event.corrected' || correction?.to === null) return null;
    const placed = placeEvent(stored, this.clockAt(seq));
    const at = event.type === 'hall.configured' ? this.state.puts.find((put) => put.seq === seq)!.at : placed.at;
    if (this.neverWas(seq, at)) return null;
    return { seq, at, event: correction?.to ?? event, placed: { ...placed, at, heardAt: at } };
  }

  /** An event as it was posted, with where it stands and what was made of it; null where it never came to be. */
  tell(stored: StoredEvent): ToldEvent | null {
    const { at } = placeEvent(stored, this.clockAt(stored.seq));
    if (isOwn(stored.event) || this.neverWas(stored.seq, at)) return null;
    return { at, stored: { ...stored, event: stored.event }, correction: this.state.corrected.get(stored.seq) ?? null };
  }

  private neverWas(seq: number, at: number): boolean {
    return this.state.puts.some((put) => put.setBack && put.seq > seq && at > put.at);
  }

  private inForce(at: number): Put {
    const puts = this.state.puts.filter((put) => !this.neverWas(put.seq, put.at)).sort((a, b) => a.at - b.at || a.seq - b.seq);
    return puts.findLast((put) => put.at <= at) ?? puts[0]!;
  }

  /** The settings in force at an instant; before the first ones, those. */
  settingsAt(at: number): HallConfigured['data'] {
    return this.inForce(at).settings;
  }

  /** P1: the fact changes the hall, whose clock stands at it; one that the fold fails on does no more than it did live. */
  apply(hall: Hall, fact: PastFact): QualityFlag[] {
    try {
      return this.takeFact(hall, fact);
    } catch {
      return ['unread']; // a bug of ours, which the live fold has told of
    }
  }

  private takeFact(hall: Hall, { seq, event, placed }: PastFact): QualityFlag[] {
    hall.seq = Math.max(hall.seq, seq);
    if (!isOwn(event)) return applyEvent(hall, { seq, event }, placed);
    if (isAlertEvent(event)) tellAlert(hall, event);
    if (isCaseEvent(event)) applyCase(hall, event);
    if (isRecordEvent(event)) applyRecord(hall, event);
    if (event.type === 'appraisal.frozen') applyFrozen(hall, event);
    if (event.type !== 'hall.configured') return [];
    hall.clock = this.state.puts.find((put) => put.seq === seq)!.clock;
    takeSettings(hall, event.data);
    return [];
  }
}

export function inOrder(a: PastFact, b: PastFact): number {
  return a.at - b.at || a.seq - b.seq;
}

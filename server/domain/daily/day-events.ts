/** The events of some days as they stand after every correction, in (at, seq) order. */
import type { QualityFlag } from '../../../shared/glossary/quality.js';
import type { PostedEvent } from '../../../shared/events/cloud-event.js';
import type { Placed, StoredEvent } from '../event/fact.js';
import { isOwn, type HallEvent } from '../event/own-event.js';
import { isCorrectable, replaced } from '../hall/correct.js';
import type { History } from './history.js';

export interface DayEvent {
  seq: number;
  at: number;
  /** As it was posted. */
  posted: HallEvent;
  /** As it counts; null when it was voided, or let go of by a clock set back. */
  event: HallEvent | null;
  flags: QualityFlag[];
}

/** K1: what a correction says of the event that it speaks of; undefined when it has no effect. */
function correctionOf({ event, corrects }: StoredEvent, flags: QualityFlag[]): PostedEvent | null | undefined {
  if (event.type !== 'event.corrected') return undefined;
  if (!corrects || isOwn(corrects.event) || !isCorrectable(corrects.event.type)) {
    flags.push('unknownEvent');
    return undefined;
  }
  const instead = event.data.void ? null : replaced(corrects.event, event.data.data);
  if (instead === undefined) flags.push('badCorrection');
  return instead;
}

/** Gathers stored events in seq order, with the corrections that came later. */
export class DayEvents {
  private readonly events: DayEvent[] = [];
  private readonly instead = new Map<number, PostedEvent | null>();

  constructor(private readonly history: Pick<History, 'isLetGo'>) {}

  /** `placed` null: not of these days, yet what it corrects may be. */
  take(stored: StoredEvent, placed: Placed | null): void {
    const flags = placed?.flags ?? [];
    const instead = correctionOf(stored, flags);
    if (instead !== undefined) this.instead.set(stored.corrects!.seq, instead);
    if (placed) this.events.push({ seq: stored.seq, at: placed.at, posted: stored.event, event: stored.event, flags });
  }

  inOrder(): DayEvent[] {
    for (const one of this.events) {
      const instead = this.instead.get(one.seq);
      if (instead !== undefined) one.event = instead;
      if (this.history.isLetGo(one.seq, one.at)) one.event = null;
    }
    return this.events.sort((a, b) => a.at - b.at || a.seq - b.seq);
  }
}

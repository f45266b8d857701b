/** What was rough about a day's facts beyond what each says of itself: their order, and counters that were shut or busy. */
import type { QualityFlag } from '../../../shared/glossary/quality.js';
import { isShutAt, type Counter } from '../counter/counter.js';

interface Fact {
  at: number;
  seq: number;
}

/** Facts of the day, among those of one subject in (at, seq) order, that were stored after one that stands later. */
export function lateFacts<F extends Fact>(facts: readonly F[], startAt: number): F[] {
  const late: F[] = [];
  let earliest = Infinity;
  for (let index = facts.length - 1; index >= 0; index--) {
    const fact = facts[index]!;
    if (fact.seq > earliest && fact.at >= startAt) late.push(fact);
    earliest = Math.min(earliest, fact.seq);
  }
  return late;
}

/** C2: what a counter called or served while it was closed or paused by its own word, or still served somebody else. */
export function flagEngagements(counter: Counter, startAt: number, flag: (seq: number, flag: QualityFlag) => void): void {
  const served = { at: -Infinity, seq: 0 };
  for (const { kind, startAt: at, startSeq: seq, endAt, endSeq } of [...counter.engagements].sort((a, b) => a.startAt - b.startAt || a.startSeq - b.startSeq)) {
    const today = at >= startAt;
    if (today && isShutAt(counter, { at, seq })) flag(seq, 'counterNotOpen');
    if (kind !== 'serving') continue;
    if (today && (served.at > at || (served.at === at && served.seq > seq))) flag(seq, 'counterBusy');
    const end = { at: endAt ?? Infinity, seq: endSeq ?? Infinity };
    if (end.at > served.at || (end.at === served.at && end.seq > served.seq)) Object.assign(served, end);
  }
}

/** The backtest: a past time of the journal lived again under proposed clauses and under what was in force, side by side. */
import type { Backtest, BacktestAnswer, Clause } from '../../shared/commands/standard.js';
import type { PostedEvent } from '../../shared/events/cloud-event.js';
import { parseInstant } from '../../shared/instant.js';
import { dayAt, localTime } from '../domain/calendar/day.js';
import { lengthWithin } from '../domain/calendar/working-time.js';
import { isOwn, type HallConfigured } from '../domain/event/own-event.js';
import { applyEvent } from '../domain/hall/fold-event.js';
import { newHall, type Hall } from '../domain/hall/hall.js';
import { Trial, type TriedAlert } from '../domain/hall/trial.js';
import { keepVersion, type KeptVersion } from '../domain/standard/standard.js';
import type { Past } from './past/past.js';
import type { PastFact } from './past/time-line.js';
import { Slices } from './turns.js';

type Settings = HallConfigured['data'];
type Counts = BacktestAnswer['proposed'];
type PostedFact = PastFact & { event: PostedEvent };

/** What stands when the time begins has begun within so long before it. */
const BEFORE_MS = 7 * 24 * 3_600_000;
/** So many alerts are told one by one. */
const TOLD = 500;

/** Whose past it is. */
export interface BacktestedHall {
  id: string;
  settings: Settings;
}

export async function backtest(past: Past, { id, settings }: BacktestedHall, asked: Backtest): Promise<BacktestAnswer> {
  const [from, to] = [parseInstant(asked.from), parseInstant(asked.to)];
  const facts = (await past.factsBetween({ from: from - BEFORE_MS, to })).filter(isPosted);
  const begin = (standards: KeptVersion[]) => Object.assign(newHall(id, settings, Math.max(0, Math.min(from, facts[0]?.at ?? from))), { standards });
  const proposed = await tryAll(begin([always(asked.clauses, settings)]), facts, { from, to });
  const inForce = await tryAll(begin(past.standards), facts, { from, to });
  return {
    from: asked.from, to: asked.to,
    events: facts.filter(({ at }) => at >= from).length,
    days: daysOf(facts, settings, { from, to }),
    proposed: countsOf(proposed, settings.timezone),
    inForce: countsOf(inForce, settings.timezone),
    alerts: proposed.slice(0, TOLD).map(({ counterId, ...alert }) => {
      void counterId;
      return alert;
    }),
  };
}

function isPosted(fact: PastFact): fact is PostedFact {
  return !isOwn(fact.event);
}

/** As if these clauses had always been the standard. */
function always(clauses: Clause[], settings: Settings): KeptVersion {
  return keepVersion({ id: 'proposed', name: 'proposed', source: 'local', effectiveFromAt: 0, putAt: 0, putBy: '', clauses }, [], settings);
}

async function tryAll(hall: Hall, facts: PostedFact[], { from, to }: { from: number; to: number }): Promise<TriedAlert[]> {
  const trial = new Trial(hall, from);
  const slices = new Slices(hall.id);
  for (const { seq, at, event, placed } of facts) {
    trial.take(at, { type: event.type, apply: (one) => void applyEvent(one, { seq, event }, placed) });
    await slices.pause();
  }
  trial.finish(to - 1);
  return trial.alerts;
}

function daysOf(facts: PastFact[], settings: Settings, { from, to }: { from: number; to: number }): BacktestAnswer['days'] {
  const days: BacktestAnswer['days'] = {};
  let until = from;
  for (const { at } of facts) {
    if (at < until) continue;
    const { date, startAt, endAt } = dayAt(at, settings.timezone);
    days[date] = lengthWithin(settings, Math.max(startAt, from), Math.min(endAt, to));
    until = endAt;
  }
  return days;
}

const none = () => ({ warnings: 0, breaches: 0 });

/** By the hall's own day on which they fell due, by clause and by counter. */
function countsOf(alerts: TriedAlert[], zone: string): Counts {
  const counts: Counts = { total: none(), days: {}, clauses: {}, counters: {} };
  for (const { severity, dueAt, clauseId, counterId } of alerts) {
    const part = severity === 'breach' ? 'breaches' : 'warnings';
    counts.total[part]++;
    (counts.days[localTime(dueAt, zone).date] ??= none())[part]++;
    (counts.clauses[clauseId] ??= none())[part]++;
    if (counterId !== null) (counts.counters[counterId] ??= none())[part]++;
  }
  return counts;
}

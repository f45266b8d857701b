/** The backtest: a past time of the journal lived again under proposed clauses and under what was in force, side by side. */
import { setImmediate as turn } from 'node:timers/promises';
import type { Backtest, BacktestAnswer, Clause } from '../../shared/commands/standard.js';
import { parseInstant } from '../../shared/instant.js';
import { dayAt, localTime } from '../domain/calendar/day.js';
import { lengthWithin } from '../domain/calendar/working-time.js';
import { isAlertEvent, type HallConfigured } from '../domain/event/own-event.js';
import { newHall, type Hall } from '../domain/hall/hall.js';
import { Trial, type TriedAlert } from '../domain/hall/trial.js';
import { keepVersion } from '../domain/standard/standard.js';
import type { Journal } from '../journal/journal.js';
import { applyPast, factsUpTo, type PastFact } from './past.js';

type Settings = HallConfigured['data'];
type Counts = BacktestAnswer['proposed'];

/** What stands when the time begins has begun within so long before it. */
const BEFORE_MS = 7 * 24 * 3_600_000;
/** So many alerts are told one by one. */
const TOLD = 500;
/** So many events are tried before others get their turn. */
const SLICE = 500;

export async function backtest(journal: Journal, { id, settings }: { id: string; settings: Settings }, asked: Backtest): Promise<BacktestAnswer> {
  const [from, to] = [parseInstant(asked.from), parseInstant(asked.to)];
  const isStandard = ({ stored: { event } }: PastFact) => event.type === 'standard.put';
  const past = (await factsUpTo(journal, id, to - 1)).filter((fact) => !isAlertEvent(fact.stored.event) && (isStandard(fact) || fact.placed.at >= from - BEFORE_MS));
  const begin = () => newHall(id, settings, Math.max(0, Math.min(from, past[0]?.placed.at ?? from)));
  const facts = past.filter((fact) => !isStandard(fact));
  const proposed = await tryAll(underClauses(begin(), asked.clauses), facts, { from, to });
  const inForce = await tryAll(begin(), past, { from, to });
  return {
    from: asked.from, to: asked.to,
    events: facts.filter(({ placed: { at } }) => at >= from).length,
    days: daysOf(facts, settings, { from, to }),
    proposed: countsOf(proposed, settings.timezone),
    inForce: countsOf(inForce, settings.timezone),
    alerts: proposed.slice(0, TOLD).map(({ counterId, ...alert }) => {
      void counterId;
      return alert;
    }),
  };
}

/** The hall as if these clauses had always been its standard. */
function underClauses(hall: Hall, clauses: Clause[]): Hall {
  const put = { id: 'proposed', name: 'proposed', source: 'local', effectiveFromAt: 0, putAt: 0, putBy: '', clauses };
  hall.standards = [keepVersion(put, [], hall.settings)];
  return hall;
}

async function tryAll(hall: Hall, facts: PastFact[], { from, to }: { from: number; to: number }): Promise<TriedAlert[]> {
  const trial = new Trial(hall, from);
  for (const [index, fact] of facts.entries()) {
    trial.take(fact.placed.at, { type: fact.stored.event.type, apply: (one) => applyPast(one, fact) });
    if (index % SLICE === SLICE - 1) await turn();
  }
  trial.until(to - 1);
  return trial.alerts;
}

function daysOf(facts: PastFact[], settings: Settings, { from, to }: { from: number; to: number }): BacktestAnswer['days'] {
  const days: BacktestAnswer['days'] = {};
  let until = from;
  for (const { placed: { at } } of facts) {
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

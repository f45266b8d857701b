/**
 * Rounds 巡检 that the plans in force ask for: each once on each of its days, at its time by the hall's own clocks. What should
 * have begun while nobody looked is told late, up to a week of it.
 */
import { parseDuration } from '../../../shared/instant.js';
import type { RecordVersion } from '../../../shared/commands/records.js';
import { versionAt } from '../../../shared/record-versions.js';
import { dayAt, instantOf, openingsOn, weekdayOf, type Day } from '../calendar/day.js';
import { isOf, type Of, type Records } from '../record/record.js';
import type { Hall } from './hall.js';

export interface PlannedRound {
  plan: Of<'roundPlan'>;
  /** The hall's day that it belongs to; of a plan there is one a day. */
  date: string;
  at: number;
  dueAt: number;
}

type Around = Pick<Hall, 'settings' | 'day' | 'clock'>;

const LATEST_DAYS = 7;
const kept = new WeakMap<RecordVersion[], Around & { rounds: PlannedRound[] }>();

/** U1: those that have begun. */
export function roundsBegun(hall: Hall): PlannedRound[] {
  return roundsAround(hall).filter(({ at }) => at <= hall.now);
}

/** When the next round of this day begins. */
export function nextRoundAt(hall: Hall): number {
  return Math.min(...roundsAround(hall).map(({ at }) => at).filter((at) => at > hall.now));
}

/** Of this day and the days before it, as many as are told late. */
function roundsAround(hall: Hall): PlannedRound[] {
  return plansIn(hall.records).flatMap((versions) => roundsOf(hall, versions));
}

const plans = new WeakMap<Records, RecordVersion[][]>();

/** Found once after each event of a record: there may be thousands of certificates beside a few plans. */
function plansIn(records: Records): RecordVersion[][] {
  let found = plans.get(records);
  if (!found) plans.set(records, (found = [...records.values()].filter(([first]) => first?.content.kind === 'roundPlan')));
  return found;
}

/** Worked out once for a day: a hall is looked at several times a second. */
function roundsOf({ settings, day, clock }: Hall, versions: RecordVersion[]): PlannedRound[] {
  const before = kept.get(versions);
  if (before?.settings === settings && before.day === day && before.clock === clock) return before.rounds;
  const rounds = lastDays(day).flatMap((one) => roundOn(one, versions, settings) ?? []);
  kept.set(versions, { settings, day, clock, rounds });
  return rounds;
}

function lastDays(day: Day): Day[] {
  const days = [day];
  while (days.length <= LATEST_DAYS) days.unshift(dayAt(days[0]!.startAt - 1, day.zone));
  return days;
}

/** The version that is in force at its own time says what is done; where two are, the earlier one's time came first. */
function roundOn(day: Day, versions: RecordVersion[], settings: Hall['settings']): PlannedRound | null {
  const rounds = versions.flatMap((plan) => {
    if (!isOf(plan, 'roundPlan') || !isHeldOn(day, plan.content.days, settings)) return [];
    const at = instantOf(day.date, plan.content.at, day.zone);
    return versionAt(versions, at) === plan ? [{ plan, date: day.date, at, dueAt: at + parseDuration(plan.content.within) }] : [];
  });
  return rounds.sort((a, b) => a.at - b.at)[0] ?? null;
}

/** U2: not while the hall is closed; on a day worked instead (调休) what is held on each of the usual days. */
function isHeldOn(day: Day, days: readonly string[], { openingHours, exceptions = [] }: Hall['settings']): boolean {
  const exception = exceptions.find(({ date }) => date === day.date);
  const weekday = weekdayOf(day);
  if (openingHours.length === 0) return days.includes(weekday) && exception?.hours.length !== 0;
  if (openingsOn(day, openingHours, exceptions).length === 0) return false;
  const usual = new Set(openingHours.flatMap((hours) => hours.days));
  return usual.has(weekday) || !exception ? days.includes(weekday) : [...usual].every((one) => days.includes(one));
}

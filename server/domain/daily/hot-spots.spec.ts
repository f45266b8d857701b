import { parseInstant } from '../../../shared/instant.js';
import type { CaseEntry, OpenCase } from '../../../shared/commands/cases.js';
import { localTime } from '../calendar/day.js';
import { figuresOf } from '../kpi/figures.js';
import { newTally } from '../kpi/tally.js';
import { CaseForSpec } from '../case/case.spec-kit.js';
import { hotSpotsOf, type ServedDay } from './hot-spots.js';

const nothing = { now: 0, carriedIn: 0, waiting: 0, called: 0, serving: 0, parked: 0, overdue: 0, targetMs: null, openMs: 0, pausedMs: 0, busyMs: 0 };
const dateOf = (at: number) => localTime(at, 'Asia/Shanghai').date;

function figures(served: number, bad = 0) {
  const tally = newTally();
  return figuresOf({ ...tally, counts: { ...tally.counts, served: served - 1, returned: 1 }, rating: { requested: served, given: bad, defaulted: 0, byLevel: [bad, 0, 0, 0, 0] } }, nothing);
}

function dayOf(date: string, counters: ServedDay['counters']): ServedDay {
  return { date, counters, staff: {}, names: { services: {}, counters: { W1: '1 号' } } };
}

function caseOf(said: Partial<OpenCase>, deeds: string[] = [], at = '2026-11-02T10:00'): CaseEntry {
  const one = new CaseForSpec(said.kind ?? 'complaint', { counterId: 'W1', ...said, openedAt: parseInstant(`${at}:00+08:00`) });
  for (const deed of deeds) one.does(deed);
  return one.case;
}

const verified = (said: Partial<OpenCase> = {}, at?: string) => caseOf(said, ['li verify yes'], at);
const day = dayOf('2026-11-02', { W1: figures(100), W2: figures(900) });
const told = (cases: CaseEntry[], days = [day]) => hotSpotsOf({ days, cases, dateOf }).counters;
const first = (cases: CaseEntry[], days?: ServedDay[]) => told(cases, days).spots[0]!;

describe('Hot spots', () => {
  it('[E9] sets what is said of a window against its services, with an interval, beside the rate of all', () => {
    const { services, rate, spots } = told([verified(), verified(), verified()]);
    expect([services, rate]).toEqual([1000, 3]);
    expect(spots.map(({ id, name, services: n, verified: cases, rate: own, low, high, hot }) => [id, name, n, cases, own, Math.round(low! * 100) / 100, Math.round(high! * 100) / 100, hot])).toEqual([
      ['W1', '1 号', 100, 3, 30, 6.19, 87.67, true], ['W2', 'W2', 900, 0, 0, 0, 4.1, false],
    ]);
  });

  it('[E9] tells nothing by the count alone: a busy window with more is not hot, nor is one of fewer than 30 services', () => {
    const many = Array.from({ length: 9 }, () => verified({ counterId: 'W2' }));
    expect(told([...many, verified()]).spots.filter(({ hot }) => hot)).toEqual([]);
    const few = (n: number) => [dayOf('2026-11-02', { W1: figures(n), W2: figures(10_000) })];
    const five = Array.from({ length: 5 }, () => verified());
    expect([told(five, few(29)), told(five, few(30))].map(({ spots }) => spots.find(({ id }) => id === 'W1')!.hot)).toEqual([false, true]);
  });

  it('[E9] counts a bad rating once: not again as its complaint, and not where that was rejected', () => {
    const rated = [dayOf('2026-11-02', { W1: figures(100, 2), W2: figures(900) })];
    const fromRating = { channel: 'rating' } as const;
    const { badRatings, verified: cases, rate, cases: evidence } = first([verified(fromRating), caseOf(fromRating, ['li verify no'])], rated);
    expect([badRatings, cases, rate, evidence.length]).toEqual([1, 0, 10, 1]);
  });

  it('[E9] counts what was verified, and what follows from it once', () => {
    const upheld = caseOf({}, ['li verify yes', 'wang appeal', 'li review yes']);
    const visits = [verified({ kind: 'returnVisit', satisfied: false }), verified({ kind: 'returnVisit', satisfied: false, parentId: 'c1' })];
    expect(first([caseOf({}), caseOf({}, ['li verify no']), upheld, ...visits]).verified).toBe(1);
  });

  it('[E9] counts a round that failed on the day on which it was made', () => {
    const round = (scores: Record<string, number>) => ({ ...caseOf({ kind: 'round' }, [], '2026-11-01T10:00'), deeds: [{ step: 'submit' as const, at: parseInstant('2026-11-02T09:00:00+08:00'), by: 'li', text: null, verdict: null, proof: [], reference: null, remarks: null, ballots: null, scores }] });
    expect(first([round({ a: 100, b: 0 }), round({ a: 100, b: 60 })]).failedRounds).toBe(1);
  });

  it('[E9] leaves out days without a snapshot, by the hall’s own clocks, and a place without services', () => {
    expect(first([verified({}, '2026-11-01T23:59'), verified({}, '2026-11-03T00:00'), verified({}, '2026-11-02T00:00')]).verified).toBe(1);
    const { spots } = told([verified({ counterId: 'W9' })]);
    expect(spots.find(({ id }) => id === 'W9')).toEqual(jasmine.objectContaining({ services: 0, rate: null, hot: false, verified: 1 }));
    expect(hotSpotsOf({ days: [], cases: [], dateOf }).staff).toEqual({ services: 0, rate: null, spots: [] });
  });
});

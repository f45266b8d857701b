import { parseInstant } from '../../../shared/instant.js';
import type { CaseEntry } from '../../../shared/commands/cases.js';
import { newCase, takeStep } from '../case/case.js';
import { figuresOf } from '../kpi/figures.js';
import { newTally } from '../kpi/tally.js';
import { satisfactionOf, type RatedDay } from './satisfaction.js';

const nothing = { now: 0, carriedIn: 0, waiting: 0, called: 0, serving: 0, parked: 0, overdue: 0, targetMs: null, openMs: 0, pausedMs: 0, busyMs: 0 };
const hall = { id: 'h', name: '大厅', timezone: 'Asia/Shanghai' };
const at = (time: string) => parseInstant(`${time}:00+08:00`);

/** Ratings by level 1…5, and how many services ended. */
function figures(byLevel: [number, number, number, number, number], served: number) {
  const tally = newTally();
  const given = byLevel.reduce((a, b) => a + b, 0);
  return figuresOf({ ...tally, counts: { ...tally.counts, served }, rating: { requested: given + 2, given, defaulted: 1, byLevel } }, nothing);
}

function dayOf(date: string, byLevel: [number, number, number, number, number], more: Partial<RatedDay> = {}): RatedDay {
  const all = figures(byLevel, 10);
  return { date, hall: all, services: { S1: all }, counters: { C1: all, C2: figures([0, 0, 0, 0, 0], 4) }, names: { services: { S1: '社保' }, counters: { C1: '1 号' } }, dimensions: undefined, ...more };
}

function caseOf(said: Partial<CaseEntry> & { opened: string; rectified?: string; verdict?: 'yes' | 'no' }): CaseEntry {
  const { opened, rectified, verdict, kind = 'complaint', category = 'attitude', counterId = 'C1', id = 'c1' } = said;
  const one = newCase({ id, number: id }, { kind, title: id, channel: 'rating', category: category!, counterId: counterId!, at: at(opened), by: 'li', owner: 'wang', dueAt: null, replyDueAt: null, ...(kind === 'returnVisit' && { satisfied: said.satisfied ?? false }) });
  if (verdict) takeStep(one, { caseId: id, step: 'verify', at: at(opened), by: 'li', verdict });
  if (rectified) takeStep(one, { caseId: id, step: 'rectify', at: at(rectified), by: 'wang' });
  return one;
}

const marks = (five: number, one: number) => ({ 5: five, 4: 0, 3: 0, 2: 0, 1: one });

describe('The satisfaction of a month', () => {
  it('[Y10] adds its days up: shares of the sums, defaults apart, dimensions on their day, nothing of other months', () => {
    const days = [
      dayOf('2026-10-31', [9, 0, 0, 0, 0]), dayOf('2026-11-01', [1, 0, 0, 0, 3], { dimensions: { attitude: marks(3, 1) } }),
      dayOf('2026-11-30', [0, 1, 0, 0, 0], { dimensions: { attitude: marks(0, 2), efficiency: marks(1, 0) } }), dayOf('2026-12-01', [9, 0, 0, 0, 0]),
    ];
    const told = satisfactionOf({ hall, month: '2026-11', days, cases: [] });
    expect([told.days, told.ended]).toEqual([2, 20]);
    expect(told.rating).toEqual({ requested: 9, given: 5, defaulted: 2, byLevel: { 5: 3, 4: 0, 3: 0, 2: 1, 1: 1 }, mean: 18 / 5, satisfiedShare: 3 / 5, badShare: 2 / 5, ratedShare: 5 / 20 });
    expect([told.services, told.counters].map((of) => of.map(({ id, name, rating }) => `${id} ${name} ${rating.given}`))).toEqual([['S1 社保 5'], ['C1 1 号 5']]);
    expect(told.dimensions.map(({ id, count, mean, low }) => [id, count, mean, low])).toEqual([['attitude', 6, 3, 3], ['efficiency', 1, 5, 0], ['quality', 0, null, 0], ['environment', 0, null, 0]]);
    expect(told.causes).toEqual([{ id: 'attitude', cases: 0, low: 3 }]);
  });

  it('[Y10] is empty, not naught, in a month without a rating', () => {
    const told = satisfactionOf({ hall, month: '2026-11', days: [], cases: [] });
    expect([told.days, told.rating.satisfiedShare, told.rating.ratedShare, told.services, told.causes, told.improvements]).toEqual([0, null, null, [], [], []]);
  });

  it('[Y10] names as causes what was complained of and not rejected, in the month by the hall’s clocks', () => {
    const cases = [
      caseOf({ opened: '2026-11-01T00:00' }), caseOf({ opened: '2026-10-31T23:59' }), caseOf({ opened: '2026-11-30T23:59', category: 'efficiency' }), caseOf({ opened: '2026-11-09T10:00', category: 'quality', verdict: 'no' }),
      caseOf({ opened: '2026-11-09T10:00', kind: 'returnVisit', category: 'attitude' }), caseOf({ opened: '2026-11-09T10:00', kind: 'returnVisit', satisfied: true }),
    ];
    expect(satisfactionOf({ hall, month: '2026-11', days: [], cases }).causes).toEqual([{ id: 'attitude', cases: 2, low: 0 }, { id: 'efficiency', cases: 1, low: 0 }]);
  });

  it('[Y10] sets what was mended beside the ratings of its counter in the thirty days before and after, its own days left out', () => {
    const worse: [number, number, number, number, number] = [1, 0, 0, 0, 1];
    const days = ['2026-09-30', '2026-10-01', '2026-10-30'].map((date) => dayOf(date, worse)).concat(['2026-10-31', '2026-11-10'].map((date) => dayOf(date, [5, 0, 0, 0, 0])), ['2026-11-11', '2026-12-10', '2026-12-11'].map((date) => dayOf(date, [0, 0, 0, 0, 2])));
    const cases = [caseOf({ id: 'mended', opened: '2026-10-31T10:00', verdict: 'yes', rectified: '2026-11-10T10:00' }), caseOf({ id: 'not yet', opened: '2026-11-02T10:00', verdict: 'yes' }), caseOf({ id: 'later', opened: '2026-11-02T10:00', verdict: 'yes', rectified: '2026-12-01T00:00' })];
    const { improvements } = satisfactionOf({ hall, month: '2026-11', days, cases });
    expect(improvements.map(({ caseId, before, after }) => ({ caseId, before, after }))).toEqual([{ caseId: 'mended', before: { given: 4, satisfiedShare: 0.5 }, after: { given: 4, satisfiedShare: 1 } }]);
  });
});

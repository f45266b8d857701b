import fc from 'fast-check';
import { addLength, newDistribution, percentile, spreadOf } from './distribution.js';
import { figuresOf, type Moment } from './figures.js';
import { newTally, tallyMark } from './tally.js';
import type { Mark } from '../ticket/ticket.js';

const distributionOf = (values: number[]) => {
  const distribution = newDistribution();
  for (const value of values) addLength(distribution, value, 1);
  return distribution;
};

/** Hyndman & Fan type 7 as it is written in their paper, for comparison: sort, then interpolate at (n − 1)p. */
function plainPercentile(values: number[], p: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const h = (sorted.length - 1) * p;
  const [low, high] = [sorted[Math.floor(h)]!, sorted[Math.ceil(h)]!];
  return low + (h - Math.floor(h)) * (high - low);
}

const length = fc.oneof(fc.nat(3_600_000), fc.nat(120_000), fc.integer({ min: 86_000_000, max: 2_000_000_000 }), fc.constantFrom(0, 59_999, 60_000, 86_400_000));

describe('A spread of lengths', () => {
  it('[F1] interpolates as NumPy, R and PERCENTILE.INC do', () => {
    const distribution = distributionOf([15, 20, 35, 40, 50]);
    expect([0, 0.25, 0.4, 0.5, 0.9, 1].map((p) => percentile(distribution, p))).toEqual([15, 20, 29, 35, 46, 50]);
    expect(spreadOf(distributionOf([7]))).toEqual({ count: 1, mean: 7, p50: 7, p90: 7, p95: 7, max: 7 });
  });

  const equals = (of: (values: number[], gone: number[]) => ReturnType<typeof spreadOf>, numRuns: number) =>
    fc.check(fc.property(fc.array(length, { minLength: 1, maxLength: 200 }), fc.array(length, { maxLength: 100 }), (values, gone) => {
      const spread = of(values, gone);
      expect(spread.count).toBe(values.length);
      return [[spread.p50, 0.5], [spread.p90, 0.9], [spread.p95, 0.95], [spread.max, 1]].every(([found, p]) => found === plainPercentile(values, p!))
        && spread.mean === values.reduce((sum, value) => sum + value, 0) / values.length;
    }), { numRuns });

  it('[F1] is exact for any lengths, also after others came and went, and would notice the nearest rank instead', () => {
    const taken = (values: number[], gone: number[]) => {
      const distribution = distributionOf([...gone, ...values]);
      for (const value of gone) addLength(distribution, value, -1);
      return distribution;
    };
    const right = equals((values, gone) => spreadOf(taken(values, gone)), 400);
    expect(right.counterexample).withContext(`seed ${right.seed}`).toBeNull();
    const nearest = equals((values, gone) => ({ ...spreadOf(taken(values, gone)), p90: [...values].sort((a, b) => a - b)[Math.ceil(values.length * 0.9) - 1]! }), 100);
    expect(nearest.failed).withContext('the planted nearest rank').toBeTrue();
    console.log(`spreads: ${right.numRuns} compared with the formula, seed ${right.seed}`);
  });

  it('[F2] says null, not zero, when nothing was counted', () => {
    expect(spreadOf(newDistribution())).toEqual({ count: 0, mean: null, p50: null, p90: null, p95: null, max: null });
    const came = distributionOf([1, 2]);
    addLength(came, 2, -1);
    addLength(came, 1, -1);
    expect(spreadOf(came)).toEqual(spreadOf(newDistribution()));
  });
});

const moment: Moment = {
  now: 0, carriedIn: 0, waiting: 0, called: 0, serving: 0, parked: 0, overdue: 0, targetMs: 1000, openMs: 0, pausedMs: 0, busyMs: 0,
};
const base = { at: 0, serviceId: 'S1', counterId: null, staffId: null };
const leg = { legAt: 0, pauses: [], customerClass: null };
const rating = { ticketId: null, label: null, comment: null, cause: null };
/** As if each wait had begun so long before it ended. */
function within(mark: Mark, targetMs: number | null): boolean | null {
  const length = mark.kind === 'called' ? mark.waitMs : mark.kind === 'abandoned' ? mark.abandonMs : null;
  return length === null || targetMs === null ? null : length <= targetMs;
}
const tallied = (marks: Mark[], targetMs: number | null = 1000) => {
  const tally = newTally();
  for (const mark of marks) tallyMark(tally, mark, { sign: 1, within: within(mark, targetMs) });
  return tally;
};

describe('Figures', () => {
  it('[F2] have no shares, means or percentiles of nothing', () => {
    const figures = figuresOf(newTally(), moment);
    const { serviceLevel, abandonmentRate, noShowRate, counter, rating } = figures;
    expect([serviceLevel.share, abandonmentRate, noShowRate, counter.occupancy, rating.mean, rating.satisfiedShare, rating.badShare, rating.ratedShare])
      .toEqual(Array.from({ length: 8 }, () => null));
  });

  it('[F4] of the service level: called within the target, of those called, those who left after it, and those still waiting beyond it', () => {
    const called = (waitMs: number | null): Mark => ({ kind: 'called', ...base, ...leg, waitMs });
    const left = (abandonMs: number | null): Mark => ({ kind: 'abandoned', ...base, ...leg, abandonMs });
    const marks = [called(999), called(1000), called(1001), called(null), left(1000), left(1001), left(null)];
    expect(figuresOf(tallied(marks), { ...moment, overdue: 2 }).serviceLevel)
      .toEqual({ targetMs: 1000, rule: 'abandoned-after-target-counts', within: 2, of: 3 + 1 + 2, share: 2 / 6 });
    expect(figuresOf(tallied(marks, null), { ...moment, targetMs: null }).serviceLevel).toEqual(jasmine.objectContaining({ targetMs: null, within: 0, of: 0, share: null }));
  });

  it('[F7] of ratings: 5 to 3 are satisfied, 2 and 1 bad, a default never counts, and the rated share stands beside', () => {
    const marks: Mark[] = [
      ...([5, 5, 4, 3, 2, 1, 1] as const).map((level): Mark => ({ kind: 'ratingGiven', ...base, ...rating, level })),
      ...Array.from({ length: 5 }, (): Mark => ({ kind: 'ratingDefaulted', ...base })),
      ...Array.from({ length: 12 }, (): Mark => ({ kind: 'ratingRequested', ...base })),
      ...(['completed', 'returned', 'referred', 'completed'] as const).map((outcome): Mark => ({ kind: 'ended', ...base, outcome, serviceMs: null })),
    ];
    expect(figuresOf(tallied(marks), moment).rating).toEqual({
      requested: 12, given: 7, defaulted: 5, byLevel: { 5: 2, 4: 1, 3: 1, 2: 1, 1: 2 }, mean: 3, satisfiedShare: 4 / 7, badShare: 3 / 7, ratedShare: 7 / 4,
    });
  });

  it('[F8] of rates: who left of all that were called or left, no-shows of the called, busy of open time', () => {
    const marks: Mark[] = [
      ...Array.from({ length: 6 }, (): Mark => ({ kind: 'called', ...base, ...leg, waitMs: 1 })),
      { kind: 'abandoned', ...base, ...leg, abandonMs: 1 }, { kind: 'abandoned', ...base, ...leg, abandonMs: 1 }, { kind: 'noShow', ...base },
    ];
    const { abandonmentRate, noShowRate, counter } = figuresOf(tallied(marks), { ...moment, openMs: 200, busyMs: 50, pausedMs: 20 });
    expect([abandonmentRate, noShowRate, counter.occupancy]).toEqual([2 / 8, 1 / 6, 0.25]);
  });

  it('[F3] that are counted and taken back leave nothing behind', () => {
    const kinds: Mark[] = [
      ...(['issued', 'transferredIn', 'transferredOut', 'noShow', 'removed', 'queued', 'dequeued', 'ratingRequested', 'ratingDefaulted'] as const).map((kind): Mark => ({ kind, ...base })),
      { kind: 'called', ...base, ...leg, waitMs: 900 }, { kind: 'called', ...base, ...leg, waitMs: 90_000 }, { kind: 'started', ...base, waitToServiceMs: 5, walkMs: null },
      { kind: 'ended', ...base, outcome: 'returned', serviceMs: 70_000 }, { kind: 'abandoned', ...base, ...leg, abandonMs: 5000 }, { kind: 'ratingGiven', ...base, ...rating, level: 2 },
    ];
    const tally = tallied(kinds);
    for (const mark of kinds) tallyMark(tally, mark, { sign: -1, within: within(mark, 1000) });
    expect(figuresOf(tally, moment)).toEqual(figuresOf(newTally(), moment));
  });
});

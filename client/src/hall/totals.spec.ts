import { counterRow, NOW, serviceRow } from '../spec-rows';
import { queuesOf } from './queues';
import { boardTotals, hallFigures, totalsOf } from './totals';

describe('the hall as it stands', () => {
  it('counts those who serve or call as serving, and all that are not closed as in use', () => {
    const counters = {
      a: counterRow(), b: counterRow({ state: 'calling' }), c: counterRow({ state: 'open' }), d: counterRow({ state: 'paused' }), e: counterRow({ state: 'closed' }),
    };
    expect(totalsOf(counters, { s1: serviceRow({ waiting: 4 }), s2: serviceRow({ waiting: 5 }) })).toEqual({ counters: 5, inUse: 4, serving: 2, waiting: 9 });
  });

  it('has no figures before the first came', () => {
    expect(hallFigures({})).toBeNull();
  });

  it('of a hall of boards tells lengths, the longest queue and today’s peak', () => {
    const queues = queuesOf({ a: serviceRow({ observed: true, waiting: 0 }), b: serviceRow({ observed: true, name: 'Kasa', waiting: 7 }) }, NOW);
    const quarters = [{ label: '08:00', startAt: 1, waiting: 9, p50: null, p90: null }, { label: '08:15', startAt: 2, waiting: null, p50: null, p90: null }];
    expect(boardTotals(queues, quarters)).toEqual({
      waiting: 7, queues: 2, busy: 1, openCounters: 4, longest: { name: 'Kasa', waiting: 7 }, peak: { waiting: 9, startAt: 1 },
    });
    expect(boardTotals([], []).peak).toBeNull();
  });
});

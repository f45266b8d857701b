import { figuresRow } from '../spec-rows';
import { linesOf } from './group-rows';
import { changeText, valueText } from './measures';
import { together } from './together';
import { wilson } from './wilson';

const MINUTE = 60_000;
const spread = (count: number, mean: number) => ({ count, mean, p50: mean, p90: mean, p95: mean, max: mean });
const level = (within: number, of: number, targetMs: number | null = 15 * MINUTE) => ({ targetMs, rule: 'abandoned-after-target-counts' as const, within, of, share: within / of });

describe('the interval of a share', () => {
  for (const [share, n, low, high] of [[0.5, 10, 0.2366, 0.7634], [1, 10, 0.7225, 1], [0, 20, 0, 0.1611], [0.9, 100, 0.8256, 0.9448]] as const) {
    it(`of ${share} in ${n} cases is that of Wilson, ${low} to ${high}`, () => {
      expect(wilson(share, n)?.low).toBeCloseTo(low, 4);
      expect(wilson(share, n)?.high).toBeCloseTo(high, 4);
    });
  }

  it('is none without a case', () => {
    expect(wilson(0, 0)).toBeNull();
  });
});

describe('a table of counters', () => {
  const table = {
    A02: figuresRow({ serviceLevel: level(95, 100) }),
    A10: figuresRow({ serviceLevel: level(99, 100) }),
    A03: figuresRow({ serviceLevel: level(10, 10) }),
  };
  const asked = { group: 'counters' as const, names: { A02: 'A02 号窗口' } };

  it('ranks by a share, and does not rank who had fewer than 30 cases', () => {
    const lines = linesOf(table, { ...asked, order: { key: 'serviceLevel', down: true } });
    expect(lines.map(({ id, rank }) => [id, rank])).toEqual([['A10', 1], ['A02', 2], ['A03', null]]);
    const few = lines[2]!.cells.find(({ measure }) => measure.key === 'serviceLevel');
    expect([few?.text, few?.few]).toEqual(['100%', { n: 10, interval: '72.2%–100%' }]);
  });

  it('ranks nobody until it is asked to', () => {
    expect(linesOf(table, { ...asked, order: null }).map(({ name, rank }) => [name, rank])).toEqual([['A02 号窗口', null], ['A03', null], ['A10', null]]);
  });
});

describe('several days together', () => {
  const zero = figuresRow();
  const days = [
    figuresRow({ tickets: { ...zero.tickets, issued: 100, called: 90 }, waitMs: spread(90, 4 * MINUTE), serviceLevel: level(81, 90), abandonmentRate: 0.1 }),
    figuresRow({ tickets: { ...zero.tickets, issued: 10, called: 10 }, waitMs: spread(10, 14 * MINUTE), serviceLevel: level(4, 10, 20 * MINUTE), abandonmentRate: 0 }),
  ];

  it('add up, weigh by their cases, and have no percentiles', () => {
    const { tickets, waitMs, serviceLevel, abandonmentRate, noShowRate } = together(days);
    expect([tickets.issued, tickets.called]).toEqual([110, 100]);
    expect(waitMs).toEqual({ count: 100, mean: 5 * MINUTE, p50: null, p90: null, p95: null, max: 14 * MINUTE });
    expect([serviceLevel.within, serviceLevel.of, serviceLevel.share, serviceLevel.targetMs]).toEqual([85, 100, 0.85, null]);
    expect(abandonmentRate).toBeCloseTo(0.09, 10);
    expect(noShowRate).toBeNull();
  });
});

describe('a figure beside another day’s', () => {
  it('says a count’s change in hundredths, a share’s in points and a length’s in minutes', () => {
    expect([changeText('count', 110, 100), changeText('share', 0.91, 0.957), changeText('minutes', 6.5 * MINUTE, 6 * MINUTE)]).toEqual(['+10%', '−4.7', '+0.5']);
    expect([changeText('count', 5, 0), changeText('share', null, 0.5), changeText('share', 0.5, 0.5)]).toEqual(['', '', '±0.0']);
    expect([valueText('minutes', 6.54 * MINUTE), valueText('share', null), valueText('count', 7)]).toEqual(['6.5', '—', '7']);
  });
});

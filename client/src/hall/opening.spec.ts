import { hallRow } from '../spec-rows';
import { daysAway, shutOf } from './opening';
import type { Totals } from './totals';

const at = (time: string): number => Date.parse(`2026-11-${time}:00+08:00`);
const nobody: Totals = { counters: 12, inUse: 0, serving: 0, waiting: 0 };
const hours = { state: 'closed', opensAt: at('23T09:00'), closesAt: at('23T17:00') } as const;

describe('a shut hall', () => {
  it('is before, between or after its hours', () => {
    const told = [
      shutOf(hallRow({ ...hours, nextOpensAt: at('23T09:00') }), nobody, at('23T07:00')),
      shutOf(hallRow({ ...hours, nextOpensAt: at('23T13:30') }), nobody, at('23T12:10')),
      shutOf(hallRow({ ...hours, nextOpensAt: at('24T09:00') }), nobody, at('23T18:00')),
      shutOf(hallRow({ state: 'closed' }), nobody, at('23T18:00')),
    ];
    expect(told).toEqual(['before', 'between', 'after', 'after']);
  });

  it('is not at rest while it is open, anyone waits or is served, or its next opening has passed unheard', () => {
    const shut = hallRow({ ...hours, nextOpensAt: at('24T09:00') });
    expect(shutOf(hallRow({ ...shut, state: 'open' }), nobody, at('23T18:00'))).toBeNull();
    expect(shutOf(shut, { ...nobody, waiting: 1 }, at('23T18:00'))).toBeNull();
    expect(shutOf(shut, { ...nobody, serving: 1 }, at('23T18:00'))).toBeNull();
    expect(shutOf(shut, nobody, at('24T09:00'))).toBeNull();
    expect(shutOf(null, nobody, at('23T18:00'))).toBeNull();
  });

  it('opens today, tomorrow or days from now by the dates of its own zone', () => {
    const hall = hallRow({ day: '2026-11-23', timezone: 'Asia/Shanghai' });
    expect([at('23T23:00'), at('24T00:30'), at('27T09:00')].map((opens) => daysAway(opens, hall))).toEqual([0, 1, 4]);
  });
});

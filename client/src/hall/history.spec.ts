import type { AlertEntry } from '../../../shared/commands/alert.js';
import { alertRow, MINUTE, NOW } from '../spec-rows';
import { ANY, lengthsOf, meanLengths, pastAlerts } from './history';

const entry = (id: string, over: Partial<AlertEntry> = {}): AlertEntry => ({ id, ...alertRow({ raisedAt: NOW }), ...over });
const past = [
  entry('wait', { acknowledgedAt: NOW + MINUTE, resolvedAt: NOW + 4 * MINUTE }),
  entry('near', { severity: 'warning', acknowledgedAt: NOW + 3 * MINUTE }),
  entry('away', { clauseId: 'paused', subject: { kind: 'counter', id: 'A01' }, serviceId: null }),
  entry('bad', { clauseId: 'rating', counterId: 'A01', serviceId: 's2', resolvedAt: NOW + 8 * MINUTE }),
];

describe('the past alerts of a day', () => {
  for (const [filter, shown] of [
    [{}, 'wait near away bad'],
    [{ clauseId: 'paused' }, 'away'],
    [{ place: 'counter:A01' }, 'away bad'],
    [{ place: 'service:s1' }, 'wait near'],
    [{ severity: 'warning' }, 'near'],
    [{ untaken: true }, 'away bad'],
    [{ place: 'counter:A01', untaken: true, clauseId: 'rating' }, 'bad'],
  ] as const) {
    it(`are ${shown} for ${JSON.stringify(filter)}`, () => {
      expect(pastAlerts(past, { ...ANY, ...filter }).map(({ id }) => id).join(' ')).toBe(shown);
    });
  }

  it('tell how long each waited and stood, where it is known', () => {
    expect(past.map(lengthsOf).map(({ takeMs, endMs }) => [takeMs, endMs])).toEqual([[MINUTE, 4 * MINUTE], [3 * MINUTE, null], [null, null], [null, 8 * MINUTE]]);
    expect(meanLengths(past)).toEqual({ takeMs: 2 * MINUTE, endMs: 6 * MINUTE });
    expect(meanLengths([])).toEqual({ takeMs: null, endMs: null });
  });
});

import { MINUTE, NOW } from '../spec-rows';
import { caseEntry } from './case.spec-kit';
import { byDue, dueAtOf, dueFrom } from './due';

const HOUR = 60 * MINUTE;

describe('when a case is due', () => {
  const lengths: [what: string, after: number, told: string][] = [
    ['two days and a bit ahead', 50 * HOUR, 'calm 2 day'],
    ['a day ahead to the minute', 24 * HOUR, 'calm 1 day'],
    ['a minute less than a day ahead', 24 * HOUR - MINUTE, 'near 23 hour'],
    ['a quarter ahead', 15 * MINUTE, 'near 15 minute'],
    ['this very instant', 0, 'over 0 minute'],
    ['two hours past', -2 * HOUR - 1, 'over 2 hour'],
    ['four days past', -100 * HOUR, 'over 4 day'],
  ];
  for (const [what, after, expected] of lengths) {
    it(`is told of ${what}`, () => {
      const { tone, amount, unit } = dueFrom(NOW + after, NOW);
      expect(`${tone} ${amount} ${unit}`).toBe(expected);
    });
  }

  it('is the earlier of its next step and the reply it still owes, and never once it is closed', () => {
    const owed = { dueAt: NOW + 9, replyDueAt: NOW + 5 };
    expect([caseEntry(owed), caseEntry({ ...owed, repliedAt: NOW }), caseEntry({ ...owed, closedAt: NOW }), caseEntry({ dueAt: NOW })].map(dueAtOf)).toEqual([NOW + 5, NOW + 9, null, NOW]);
  });

  it('orders the list, what is closed last and the newest of that first', () => {
    const of = (id: string, dueAt: number | null, openedAt = 0) => caseEntry({ id, dueAt, openedAt });
    expect([of('old', null, 1), of('late', 9), of('new', null, 2), of('soon', 5)].sort(byDue).map(({ id }) => id)).toEqual(['soon', 'late', 'new', 'old']);
  });
});

import type { Clause } from '../../../../shared/commands/standard.js';
import { copied, newClause } from './clauses';
import { changesBetween } from './standard-diff';

const wait: Clause = { id: 'wait', kind: 'ticket.wait', breachAfter: 'PT20M', during: 'openingHours', source: 'local' };
const paused: Clause = { id: 'paused', kind: 'counter.paused', breachAfter: 'PT15M', during: 'openingHours', source: 'local' };

describe('two versions of a standard', () => {
  const said = (before: Clause[], after: Clause[]) => changesBetween(before, after)
    .map((change) => `${change.kind} ${change.clause.id}${change.kind === 'changed' ? `: ${change.fields.join()}` : ''}`);

  it('are told apart by what was added, changed and removed', () => {
    const after: Clause[] = [{ ...wait, breachAfter: 'PT15M', appliesTo: { serviceIds: ['S1'] } }, { ...paused, id: 'pause' }];
    expect(said([wait, paused], after)).toEqual(['changed wait: appliesTo,breachAfter', 'added pause', 'gone paused']);
  });

  it('are the same in another order of clauses, or of what a clause says', () => {
    expect(said([wait, paused], [paused, { source: 'local', during: 'openingHours', breachAfter: 'PT20M', kind: 'ticket.wait', id: 'wait' }])).toEqual([]);
  });

  it('have another clause where one id stands for another kind', () => {
    expect(said([wait], [{ ...wait, kind: 'service.time' }])).toEqual(['added wait', 'gone wait']);
  });
});

describe('a clause', () => {
  it('begins with the numbers that its kind needs and no source', () => {
    expect(newClause('rating.mean', [])).toEqual({ id: 'rating.mean', kind: 'rating.mean', during: 'openingHours', source: '', limit: 4, window: 20 });
  });

  it('takes an id that is free, new or copied, and a copy stands behind it', () => {
    const first = newClause('ticket.wait', []);
    expect(newClause('ticket.wait', [first]).id).toBe('ticket.wait-2');
    expect(copied([wait, paused], 0).map(({ id }) => id)).toEqual(['wait', 'wait-2', 'paused']);
    expect(copied(copied([wait], 0), 1).map(({ id }) => id)).toEqual(['wait', 'wait-2', 'wait-3']);
  });
});

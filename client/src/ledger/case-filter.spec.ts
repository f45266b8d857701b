import { filterOf, isNarrowed, queryOf } from './case-filter';

describe('the filter of the ledgers', () => {
  const me = { me: 'wang', timezone: 'Asia/Shanghai' };

  it('takes what the address says, and what makes no sense there as unsaid', () => {
    expect(filterOf({ kind: 'praise', status: 'gone', from: 'yesterday', mine: 'yes' })).toEqual(filterOf({}));
    expect([isNarrowed(filterOf({ kind: 'round', status: 'all' })), isNarrowed(filterOf({ mine: '1' }))]).toEqual([false, true]);
  });

  it('asks for whole days by the hall’s own clocks', () => {
    const query = new URLSearchParams(queryOf(filterOf({ from: '2026-11-01', to: '2026-11-30' }), me));
    expect([query.get('from'), query.get('to')].map((text) => Date.parse(text!))).toEqual([Date.parse('2026-11-01T00:00+08:00'), Date.parse('2026-12-01T00:00+08:00')]);
  });

  it('leaves out what is not asked', () => {
    expect(queryOf(filterOf({ kind: 'complaint', q: '态度', mine: '1' }), me)).toBe(new URLSearchParams({ kind: 'complaint', status: 'open', q: '态度', owner: 'wang' }).toString());
  });
});

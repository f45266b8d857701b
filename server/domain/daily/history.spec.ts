import { settingsForSpec } from '../hall/hall.spec-kit.js';
import { History } from './history.js';

describe('A hall’s history', () => {
  const put = (seq: number, at: string, { name, clock }: { name: string; clock?: { at: string; speed: number } }) => ({
    seq, loggedAt: Date.parse(at),
    event: { specversion: '1.0' as const, id: name, source: '/hallboard', type: 'hall.configured' as const, time: at, data: settingsForSpec({ name, ...(clock ? { clock } : {}) }) },
  });

  it('[Y8] tells a day by the newest settings put before it ended or before any of its events was stored', () => {
    const history = new History();
    for (const one of [put(1, '2026-03-01T12:00+08:00', { name: 'first' }), put(9, '2026-03-02T12:00+08:00', { name: 'second' }), put(20, '2026-03-05T12:00+08:00', { name: 'third' })]) history.take(one);
    const cases: [what: string, endAt: string, firstSeq: number, name: string][] = [
      ['live, before the second', '2026-03-02T00:00+08:00', 2, 'first'],
      ['live, with the second', '2026-03-03T00:00+08:00', 5, 'second'],
      ['posted before the third', '2026-02-03T00:00+08:00', 10, 'second'],
      ['posted after the third', '2026-02-03T00:00+08:00', 21, 'third'],
      ['older than all', '2026-02-03T00:00+08:00', 1, 'first'],
    ];
    for (const [what, endAt, firstSeq, name] of cases) expect(history.settingsFor({ endAt: Date.parse(endAt), firstSeq }).name).withContext(what).toBe(name);
  });

  it('[D9] lets go of what lay ahead of a clock that was set back', () => {
    const history = new History();
    for (const one of [put(1, '2026-03-01T12:00+08:00', { name: 'first' }), put(9, '2026-03-02T12:00+08:00', { name: 'second', clock: { at: '1999-01-05T09:00:00+02:00', speed: 1 } })]) history.take(one);
    expect([[5, '2026-03-01T13:00Z'], [5, '1999-01-05T06:59Z'], [10, '2026-03-01T13:00Z']].map(([seq, at]) => history.isLetGo(seq as number, Date.parse(at as string)))).toEqual([true, false, false]);
  });
});

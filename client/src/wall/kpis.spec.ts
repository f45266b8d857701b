import { serviceAlerts } from '../hall/counter-alerts';
import { queuesOf, longestWait } from '../hall/queues';
import { alertRow, figuresRow, MINUTE, NOW, serviceRow } from '../spec-rows';
import { zh } from '../ui/words';
import { boardKpis, counterKpis, type HallNow } from './kpis';

function hallNow(over: Partial<HallNow> = {}): HallNow {
  const standings = serviceAlerts({ a1: alertRow() });
  const queues = queuesOf({ s1: serviceRow({ oldestIssuedAt: NOW - 31 * MINUTE }) }, NOW, { standings, deadSources: new Set() });
  return { totals: { counters: 12, inUse: 9, serving: 7, waiting: 3 }, longest: longestWait(queues), figures: figuresRow(), queues, silent: false, ...over };
}

const values = (kpis: { value: string }[]): string[] => kpis.map((kpi) => kpi.value);

describe('the band of figures', () => {
  it('shows a dash for every share that is null', () => {
    expect(values(counterKpis(hallNow(), zh))).toEqual(['7', '3', '31', '—', '—', '0']);
  });

  it('shows a dash for all of today before the first figures came', () => {
    expect(values(counterKpis(hallNow({ figures: null, longest: null }), zh))).toEqual(['7', '3', '—', '—', '—', '—']);
  });

  it('colours the longest wait only by its own queue’s alerts, and says when there is none', () => {
    expect(counterKpis(hallNow(), zh)[2]).toEqual(jasmine.objectContaining({ severity: 'breach', note: '限值 30 分' }));
    const queues = queuesOf({ s1: serviceRow({ waitLimitMs: null }) }, NOW);
    expect(counterKpis(hallNow({ queues, longest: longestWait(queues) }), zh)[2]).toEqual(jasmine.objectContaining({ severity: 'none', note: '未设限值' }));
  });

  it('says nothing of the moment when no source speaks', () => {
    expect(values(counterKpis(hallNow({ silent: true }), zh)).slice(0, 3)).toEqual(['—', '—', '—']);
  });

  it('of a hall of boards claims no wait, level or count that nobody measured', () => {
    const boards = { waiting: 88, queues: 27, busy: 14, openCounters: 31, longest: null, peak: null };
    expect(values(boardKpis({ boards, timezone: 'Europe/Warsaw', silent: false }, zh))).toEqual(['88', '0', '14', '31', '—']);
  });
});

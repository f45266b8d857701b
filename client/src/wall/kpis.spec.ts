import { alertsOf, type Alert } from '../hall/alerts';
import { queuesOf, longestWait } from '../hall/queues';
import { alertRow, figuresRow, MINUTE, NOW, serviceRow } from '../spec-rows';
import { zh } from '../ui/words';
import { boardKpis, counterKpis, type HallNow } from './kpis';

const queues = queuesOf({ s1: serviceRow({ oldestIssuedAt: NOW - 31 * MINUTE }), s2: serviceRow({ name: '税务' }) }, NOW);

function alerts(rows: Parameters<typeof alertsOf>[0]): Alert[] {
  return alertsOf(rows, { now: NOW, counters: {}, queues: new Map(), places: new Map(), staleIds: new Set(), lost: { from: null, to: null } });
}

function hallNow(over: Partial<HallNow> = {}): HallNow {
  return {
    totals: { counters: 12, inUse: 9, serving: 7, waiting: 3 }, longest: longestWait(queues), figures: figuresRow(),
    targets: { serviceLevel: null, satisfaction: null }, alerts: [], flood: false, missing: { counters: 0, queues: 0 }, ...over,
  };
}
const values = (kpis: { value: string }[]): string[] => kpis.map((kpi) => kpi.value);

describe('the band of figures', () => {
  it('shows a dash for every share that is null', () => {
    expect(values(counterKpis(hallNow(), zh))).toEqual(['7', '3', '31', '—', '—', '0']);
  });

  it('shows a dash for all of today before the first figures came, and for the longest wait of nobody', () => {
    expect(values(counterKpis(hallNow({ figures: null, longest: null }), zh))).toEqual(['7', '3', '—', '—', '—', '0']);
  });

  it('colours the longest wait only while a breach of its own queue’s limit stands', () => {
    const colours = [alertRow(), alertRow({ serviceId: 's2' }), alertRow({ severity: 'warning' }), alertRow({ resolvedAt: NOW }), alertRow({ kind: 'queue.length' })]
      .map((row) => counterKpis(hallNow({ alerts: alerts({ a: row }) }), zh)[2]?.severity);
    expect(colours).toEqual(['breach', 'none', 'none', 'none', 'none']);
    expect(counterKpis(hallNow(), zh)[2]).toEqual(jasmine.objectContaining({ target: '≤30', note: '社保医保', severity: 'none' }));
  });

  it('only marks a share below its target, and does not judge one without', () => {
    const figures = figuresRow({ serviceLevel: { targetMs: null, rule: 'ignored', within: 94, of: 100, share: 0.94 } });
    const level = (target: number | null): unknown => {
      const { target: words, severity } = counterKpis(hallNow({ figures, targets: { serviceLevel: target, satisfaction: 0.98 } }), zh)[3]!;
      return [words, severity];
    };
    expect([level(0.95), level(0.94), level(null)]).toEqual([['≥95%', 'warning'], ['≥94%', 'none'], ['', 'none']]);
    expect(counterKpis(hallNow({ figures, targets: { serviceLevel: null, satisfaction: 0.98 } }), zh)[4]?.severity).toBe('none'); // nobody has rated yet
  });

  it('counts the breaches that nobody has taken, and says what else stands', () => {
    const rows = {
      a: alertRow({ subject: { kind: 'ticket', id: '1' } }),
      b: alertRow({ subject: { kind: 'ticket', id: '2' }, acknowledgedAt: NOW, acknowledgedBy: '甲' }),
      c: alertRow({ subject: { kind: 'ticket', id: '3' }, severity: 'warning' }),
      d: alertRow({ subject: { kind: 'ticket', id: '4' }, resolvedAt: NOW }),
    };
    expect(counterKpis(hallNow({ alerts: alerts(rows) }), zh)[5]).toEqual({ label: '未处置告警', target: '', value: '1', note: '预警 1 · 已签收 1', severity: 'breach' });
    expect(counterKpis(hallNow({ alerts: alerts({ c: rows.c }) }), zh)[5]?.severity).toBe('none');
    expect(counterKpis(hallNow({ flood: true }), zh)[5]?.label).toBe('告警潮');
  });

  it('shows no figure in which a dead source has a part, and how many are missing', () => {
    const kpis = counterKpis(hallNow({ missing: { counters: 0, queues: 2 }, alerts: alerts({ a: alertRow() }) }), zh);
    expect(kpis.slice(0, 3).map(({ value, note, severity }) => [value, note, severity])).toEqual([['7', '在用 9', 'none'], ['—', '缺 2 源', 'none'], ['—', '缺 2 源', 'none']]);
  });

  it('of a hall of boards claims no wait, level or count that nobody measured', () => {
    const boards = { waiting: 88, queues: 27, busy: 14, openCounters: 31, longest: null, peak: null };
    expect(values(boardKpis({ boards, timezone: 'Europe/Warsaw', missing: 0 }, zh))).toEqual(['88', '0', '14', '31', '—']);
    expect(values(boardKpis({ boards, timezone: 'Europe/Warsaw', missing: 1 }, zh)).slice(0, 4)).toEqual(['—', '—', '—', '—']);
  });
});

import type { Clause } from '../../../../shared/commands/standard.js';
import { setLang } from '../../ui/lang';
import { sentenceOf } from './clause-sentence';

const names = {
  services: ['社保医保', '户政', '税务', '出入境'].map((name, i) => ({ id: `S${i + 1}`, name })),
  counters: [{ id: 'A01', name: 'A01 窗口' }],
};
const clause = (part: Partial<Clause> & Pick<Clause, 'kind'>): Clause => ({ id: 'c', during: 'openingHours', source: 'local', ...part });

describe('a clause reads', () => {
  const table: [clause: Clause, zh: string, en: string][] = [
    [clause({ kind: 'ticket.wait', appliesTo: { serviceIds: ['S1'] }, breachAfter: 'PT20M', warnAfter: 'PT16M', escalateAfter: 'PT3M' }),
      '社保医保：等候 20 分钟超时，16 分钟预警（开放时间内）；3 分钟无人签收则升级',
      '社保医保: a wait of 20 min is too long, warned of at 16 min (in opening hours); passed on if nobody takes it within 3 min'],
    [clause({ kind: 'counter.paused', breachAfter: 'PT900S', during: 'always' }), '任一窗口：暂停超过 15 分钟（不论开放时间）', 'Any counter: paused for more than 15 min (at any hour)'],
    [clause({ kind: 'counters.open', limit: 2, breachAfter: 'PT1H' }), '全厅：有人等候而开放窗口少于 2 个，持续 1 小时（开放时间内）', 'The hall: fewer than 2 counters open while people wait for 1 h (in opening hours)'],
    [clause({ kind: 'queue.length', limit: 20, warnAfter: 'PT90S' }), '全部事项：一个事项排队超过 20 人，持续 90 秒，只预警（开放时间内）', 'All services: more than 20 wait for one service for 90 s, only warned of (in opening hours)'],
    [clause({ kind: 'rating.bad', limit: 2, appliesTo: { counterIds: ['A01', 'Z9'] } }), 'A01 窗口、Z9：评价 2 分及以下（满分 5 分）', 'A01 窗口, Z9: a rating of 2 or less (of 5)'],
    [clause({ kind: 'ticket.response', breachAfter: 'PT2M', appliesTo: { serviceIds: ['S1', 'S2', 'S3', 'S4'], customerClasses: ['老年'] } }),
      '社保医保、户政、税务等 4 个 · 老年客群：叫号后 2 分钟未开始办理（开放时间内）', '社保医保, 户政, 税务 and 1 more · customers 老年: called and not begun after 2 min (in opening hours)'],
  ];
  for (const [written, zh, en] of table) {
    it(zh, () => {
      setLang('zh');
      expect(sentenceOf(written, names)).toBe(zh);
      setLang('en');
      expect(sentenceOf(written, names)).toBe(en);
      setLang('zh');
    });
  }
});

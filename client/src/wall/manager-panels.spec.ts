import type { QuarterPoint } from '../hall/curve';
import type { CounterStrip, StripState } from '../hall/strip';
import { figuresRow, MINUTE } from '../spec-rows';
import { setLang } from '../ui/lang';
import { zh } from '../ui/words';
import { ratingsPanel, stripPanel, waitingPanel, waitPanel } from './manager-panels';

const EIGHT = Date.parse('2026-11-23T00:00:00Z');
const QUARTER = 15 * MINUTE;
const point = (quarter: number, over: Partial<QuarterPoint> = {}): QuarterPoint => ({ label: `${quarter}`, startAt: EIGHT + quarter * QUARTER, waiting: 5, p50: 3, p90: 9, ...over });
const { rating } = figuresRow();

beforeAll(() => setLang('zh'));

describe('the charts of the second page', () => {
  it('mark the newest wait only where it is past every limit that is drawn', () => {
    const told = ([[9, []], [16, [15, 30]], [31, [15, 30]], [15, [15]], [15.1, [15]]] as const).map(([p90, limits]) =>
      waitPanel([point(0, { p90: 99 }), point(1, { p90 }), point(2, { p90: null })], limits.map((limit) => limit * MINUTE), zh).over);
    expect(told).toEqual([false, false, true, false, true]);
  });

  it('say the newest that was measured, in figures and in words', () => {
    const panel = waitPanel([point(0), point(1, { p90: 12.6, p50: 4 }), point(2, { p90: null, p50: null })], [30 * MINUTE], zh);
    expect([panel.now, panel.said]).toEqual(['12', '等待时间：最近一刻钟 P90 12.6 分，P50 4 分，限值 30 分']);
    expect(waitPanel([point(0, { p90: 0.4 })], [], zh).now).toBe('0');
    expect(waitingPanel([point(0)], { open: new Map(), now: null }, zh).now).toBe('—');
  });

  it('say so in words where there is nothing to draw', () => {
    const empty = [waitingPanel([], { open: new Map(), now: 0 }, zh), waitPanel([point(0, { p90: null })], [], zh), stripPanel(null, 'UTC', zh), ratingsPanel(null, zh)];
    expect(empty.map(({ drawing, empty: words }) => [drawing, words])).toEqual([
      [null, '今日尚无人取号'], [null, '今日尚未叫号'], [null, '首个刻钟结束后显示'], [null, '今日尚无评价'],
    ]);
  });

  it('draw open counters in the quarters in which they are known', () => {
    const { drawing } = waitingPanel([point(0), point(1)], { open: new Map([[EIGHT + QUARTER, 7]]), now: 5 }, zh);
    expect(drawing?.kind === 'curve' && drawing.lines.map(({ values }) => values)).toEqual([[5, 5], [null, 7]]);
  });

  it('say that a few ratings are few', () => {
    const notes = [0, 29, 30].map((given) => ratingsPanel({ ...rating, given }, zh).note);
    expect(notes).toEqual(['', '仅 29 次，样本少', '共 30 次']);
  });
});

describe('the strip of the second page', () => {
  const stripOf = (counters: number, zones: number, states: readonly StripState[] = ['serving', 'paused']): CounterStrip => ({
    startAt: EIGHT - QUARTER, quarters: 2,
    lines: Array.from({ length: counters }, (_, i) => ({ id: `W${i}`, zone: zones ? `Z${i % zones}` : '', states: [states[i % states.length] as StripState, 'closed'] })),
  });
  const drawn = (strip: CounterStrip) => {
    const { drawing } = stripPanel(strip, 'Asia/Shanghai', zh);
    return drawing?.kind === 'strip' ? drawing : fail('no strip') as never;
  };

  it('names each of a dozen counters, and of more their zones, with a line of ground between', () => {
    expect(drawn(stripOf(12, 2)).names.map(({ at, text }) => `${at} ${text}`).slice(0, 2)).toEqual(['0.5 W0', '1.5 W2']);
    expect(drawn(stripOf(14, 2)).names).toEqual([{ at: 3.5, text: 'Z0' }, { at: 11.5, text: 'Z1' }]);
    expect(drawn(stripOf(14, 2)).lines.length).toBe(15);
    expect(drawn(stripOf(14, 0)).names.length).toBe(14);
  });

  it('writes the full hours where they fall', () => {
    expect(drawn(stripOf(3, 0)).times).toEqual([{ at: 1, text: '08:00' }]);
  });

  it('puts the counters of a zone in order, quarter by quarter, where their lines are too thin to be followed', () => {
    const shades = drawn(stripOf(122, 2, ['closed', 'closed', 'paused', 'paused', 'serving', 'serving'])).lines.slice(0, 61).map(([first]) => first);
    expect(shades).toEqual([...Array<string>(20).fill('light'), ...Array<string>(20).fill('dashed'), ...Array<string>(21).fill('none')] as never);
  });

  it('counts the newest quarter in words', () => {
    const strip = stripOf(4, 0);
    strip.lines.forEach((line, i) => (line.states[1] = (['serving', 'serving', 'open', 'closed'] as const)[i] as StripState));
    expect(stripPanel(strip, 'UTC', zh).said).toBe('窗口状态，最近一刻钟：办理 2，空闲 1，暂停 0，关闭 1');
  });
});

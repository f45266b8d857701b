import { TestBed } from '@angular/core/testing';
import { Title } from '@angular/platform-browser';
import { emptyRows } from '../../../shared/rows/tables.js';
import { alertRow, boardsOf, counterRow, hallRow, MINUTE, NOW, serviceRow, sourceRow } from '../spec-rows';
import { smallHall, WallOnShow } from './wall.spec-kit';

let wall: WallOnShow;

describe('the wall', () => {
  beforeEach(() => {
    wall = new WallOnShow();
  });
  afterEach(() => wall.leave());

  it('says that it is connecting, then that nobody answers', async () => {
    await wall.show(null);
    expect(wall.text('.before')).toContain('连接中');
    wall.ground.pass(10);
    await wall.settle();
    expect(wall.text('.before')).toContain('无应答');
  });

  it('asks people for a key when the hall is refused, and keeps the one it is given for this hall', async () => {
    await wall.show(null);
    wall.ground.say({ kind: 'refused', body: { code: 'unauthorized', message: 'a wall key is needed' } });
    await wall.settle();
    expect(wall.text('hb-refused')).toContain('a wall key is needed');
    expect(wall.text('hb-refused')).not.toContain('打不开');
    (wall.find('input') as HTMLInputElement).value = ' k-1 ';
    wall.find('form').dispatchEvent(new Event('submit'));
    await wall.settle();
    expect(wall.ground.keys.at(-1)).toBe('k-1');
    expect(localStorage.getItem('hallboard.key.h1')).toBe('k-1');
    wall.ground.say({ kind: 'refused', body: { code: 'unauthorized', message: 'not this key' } });
    await wall.settle();
    expect(wall.text('hb-refused')).toContain('打不开');
    localStorage.removeItem('hallboard.key.h1');
  });

  it('shows hall, time, feed state, data time and title', async () => {
    await wall.show(smallHall());
    expect(wall.text('h1')).toBe('市政务服务中心');
    expect(wall.text('time')).toBe('10:42');
    expect(wall.text('.fresh')).toBe('实时 数据时刻 10:42:07 延迟 0 秒');
    expect(TestBed.inject(Title).getTitle()).toBe('市政务服务中心 · 明窗');
  });

  it('tells each state of a counter by class, word and ticket', async () => {
    const rows = smallHall();
    for (const [i, state] of (['closed', 'open', 'calling', 'serving', 'paused'] as const).entries()) rows.counters[`C${i}`] = counterRow({ state });
    await wall.show(rows);
    const tiles = [...wall.page.querySelectorAll('hb-counter-tile')].slice(1);
    expect(tiles.map((tile) => tile.querySelector('.state')?.textContent?.trim())).toEqual(['关闭', '空闲', '叫号', '办理', '暂停']);
    expect(tiles.map((tile) => ['closed', 'open', 'calling', 'serving', 'paused'].find((state) => tile.classList.contains(state)))).toEqual(['closed', 'open', 'calling', 'serving', 'paused']);
  });

  it('runs the minutes by the hall’s clock and touches no tile whose answer is the same', async () => {
    const rows = smallHall();
    rows.counters['A02'] = counterRow({ state: 'closed', stateAt: null });
    await wall.show(rows);
    const touched: Node[] = [];
    const observer = new MutationObserver((records) => touched.push(...records.map((record) => record.target)));
    observer.observe(wall.find('hb-field'), { subtree: true, childList: true, characterData: true, attributes: true });
    wall.ground.pass(2);
    await wall.settle();
    expect(touched.length).toBe(0);
    wall.ground.beat(10);
    wall.ground.pass(1);
    wall.ground.delta(10, 11, { put: { counters: { A01: counterRow({ ticketNumber: 'A099' }) } } });
    await wall.settle();
    observer.disconnect();
    expect(wall.text('.ticket')).toBe('A099');
    expect(touched.every((node) => (node instanceof Element ? node : node.parentElement)?.closest('hb-counter-tile') === wall.find('hb-counter-tile'))).toBeTrue();
  });

  it('marks a tile by the alerts that stand, and however long a wait without any not at all', async () => {
    const rows = smallHall();
    rows.alerts['a1'] = alertRow({ severity: 'warning' });
    await wall.show(rows);
    expect(wall.find('hb-counter-tile').className).toContain('warning');
    wall.ground.delta(10, 11, { put: { alerts: { a1: alertRow() } } });
    await wall.settle();
    expect(wall.find('hb-counter-tile').className).toContain('breach filled');
    wall.ground.delta(11, 12, { put: { services: { s1: serviceRow({ oldestIssuedAt: NOW - 90 * MINUTE }) } }, remove: { alerts: ['a1'] } });
    await wall.settle();
    expect(wall.page.querySelectorAll('hb-field .breach, hb-field .warning').length).toBe(0);
  });

  it('says when it reconnects, and after ten seconds hides the figures of the moment under a banner', async () => {
    await wall.show(smallHall());
    wall.ground.pass(3);
    await wall.settle();
    expect(wall.text('.fresh')).toContain('重连中');
    wall.ground.pass(7);
    await wall.settle();
    expect(wall.text('.banner')).toBe('连接中断 00:10 最后数据 10:42:07');
    expect(getComputedStyle(wall.find('hb-kpi-band .value')).visibility).toBe('hidden');
    expect(getComputedStyle(wall.find('hb-counter-tile .figure')).visibility).toBe('hidden');
    expect(getComputedStyle(wall.find('hb-counter-tile .id')).visibility).toBe('visible');
    wall.ground.beat(10);
    await wall.settle();
    expect(wall.find('.banner')).toBeNull();
  });

  it('hatches the field and says how long, when no source of an open hall speaks', async () => {
    const rows = smallHall();
    rows.sources['/kiosk'] = sourceRow({ state: 'silent', lastHeardAt: NOW - 40_000 });
    await wall.show(rows);
    expect(wall.text('.fresh')).toContain('数据静默 40 秒');
    expect(wall.find('hb-counter-tile').className).toContain('stale');
    expect(wall.text('hb-counter-tile .figure')).toBe('—');
    expect(getComputedStyle(wall.find('hb-counter-tile')).backgroundImage).toContain('repeating-linear-gradient');
  });

  it('shows a hall of boards as queues, with no wait that nobody measured', async () => {
    await wall.show(boardsOf(27));
    expect(wall.page.querySelectorAll('hb-board-tile').length).toBe(27);
    expect(wall.page.querySelectorAll('hb-counter-tile, hb-side-column').length).toBe(0);
    expect(wall.text('hb-board-tile .name')).toContain('Wydawanie');
  });

  it('says so when nothing has come yet', async () => {
    const rows = emptyRows();
    rows.hall['h1'] = hallRow();
    await wall.show(rows);
    expect(wall.text('.empty')).toContain('尚无窗口');
  });

  it('shows names as text, whatever stands in them', async () => {
    const rows = smallHall();
    rows.services['s1'] = serviceRow({ name: '<img src=x onerror=alert(1)>' });
    await wall.show(rows);
    expect(wall.page.querySelector('img')).toBeNull();
    expect(wall.text('hb-counter-tile .name')).toBe('<img src=x onerror=alert(1)>');
  });

  it('switches every word at once', async () => {
    await wall.show(smallHall());
    wall.find('hb-lang-switch button').click();
    await wall.settle();
    expect(wall.text('.fresh')).toBe('Live Data of 10:42:07 0 s behind');
    expect(wall.text('hb-wall-footer')).not.toMatch(/办理|空闲/);
  });
});

import { alertRow, counterRow, MINUTE, NOW, sourceRow } from '../spec-rows';
import { smallHall, WallOnShow } from './wall.spec-kit';

let wall: WallOnShow;

describe('the bands of the wall', () => {
  beforeEach(() => {
    wall = new WallOnShow();
  });
  afterEach(() => wall.leave());

  it('says how late a feed is that has missed a beat, before its tiles go', async () => {
    const rows = smallHall();
    rows.sources['/kiosk'] = sourceRow({ lastHeardAt: NOW - 9_000 });
    await wall.show(rows);
    expect(wall.text('.fresh')).toContain('延迟 9 秒');
    expect(getComputedStyle(wall.find('.lag')).color).toBe('rgb(242, 180, 65)');
    expect(wall.find('hb-counter-tile').className).not.toContain('stale');
  });

  it('names the feeds whose clocks are off, and counts them where they are many', async () => {
    const rows = smallHall();
    rows.sources['/kiosk'] = sourceRow({ lagMs: -7_200_000 });
    rows.sources['device:K2'] = sourceRow({ kind: 'device', lagMs: 400_000 });
    await wall.show(rows);
    expect(wall.text('.sources')).toBe('/kiosk 时钟快 2 小时 · K2 时钟慢 6 分');
    wall.ground.delta(10, 11, { put: { sources: { '/calls': sourceRow({ lagMs: 86_400_000 }) } } });
    await wall.settle();
    expect(wall.text('.sources')).toBe('3 个来源时钟不准');
  });

  it('knows nothing of the moment when no source speaks, whoever was to tell it', async () => {
    const rows = smallHall();
    rows.sources['/kiosk'] = sourceRow({ state: 'silent', lastHeardAt: NOW - 40_000 });
    rows.counters['A01'] = counterRow({ sourceId: null });
    await wall.show(rows);
    const told = [...wall.page.querySelectorAll('hb-kpi-band dl')].slice(0, 3).map((dl) => dl.querySelector('.value')?.textContent + ' ' + dl.querySelector('.note')?.textContent);
    expect(told).toEqual(['— 缺 1 源', '— 缺 1 源', '— 缺 1 源']);
    expect(wall.text('.lag')).toBe('延迟 40 秒');
  });

  it('lists what is broken, who has it and what has just been mended, and says so when nothing is', async () => {
    const rows = smallHall();
    await wall.show(rows);
    expect(wall.text('hb-alert-list header')).toBe('告警 无告警');
    const taken = alertRow({ subject: { kind: 'ticket', id: 't8' }, label: 'A030', acknowledgedAt: NOW, acknowledgedBy: '王晓明' });
    const mended = alertRow({ subject: { kind: 'ticket', id: 't7' }, label: 'A029', resolvedAt: NOW });
    wall.ground.delta(10, 11, { put: { alerts: { a1: taken, a2: alertRow(), a3: mended } } });
    await wall.settle();
    const lines = [...wall.page.querySelectorAll<HTMLElement>('hb-alert-list li')];
    expect(lines.map((line) => line.innerText.replace(/\s+/g, ' ').trim())).toEqual([
      'A031 等待 31 分 / 标准 30 1′ 社保医保', 'A030 等待 31 分 / 标准 30 1′ 社保医保 王晓明', 'A029 等待 31 分 / 标准 30 社保医保 历时 1 分',
    ]);
    expect(lines.map((line) => [line.querySelector('.hollow') !== null, getComputedStyle(line.querySelector('strong') as Element).textDecorationLine])).toEqual([
      [false, 'none'], [true, 'none'], [false, 'line-through'],
    ]);
    expect(wall.text('[aria-live=assertive]')).toContain('A031 社保医保 等待');
  });

  it('says how many alerts there is no room for', async () => {
    const rows = smallHall();
    for (let i = 0; i < 9; i++) rows.alerts[`a${i}`] = alertRow({ subject: { kind: 'ticket', id: `t${i}` }, raisedAt: NOW - 20 * MINUTE });
    await wall.show(rows);
    expect(wall.page.querySelectorAll('hb-alert-list li').length).toBe(7);
    expect(wall.text('hb-alert-list header')).toBe('告警 还有 2 条');
  });

  it('rings two tones for a new breach if it may, once a minute, and not for what stood before', async () => {
    const tones = spyOn(AudioContext.prototype, 'createOscillator').and.callThrough();
    spyOnProperty(AudioContext.prototype, 'state').and.returnValue('running');
    const rows = smallHall();
    rows.alerts['a1'] = alertRow();
    await wall.show(rows, { sound: '1' });
    expect(tones).not.toHaveBeenCalled();
    wall.ground.delta(10, 11, { put: { alerts: { a2: alertRow({ subject: { kind: 'ticket', id: 't2' }, raisedAt: NOW }) } } });
    await wall.settle();
    wall.ground.delta(11, 12, { put: { alerts: { a3: alertRow({ subject: { kind: 'ticket', id: 't3' }, raisedAt: NOW + 1_000 }) } } });
    await wall.settle();
    expect(tones).toHaveBeenCalledTimes(2);
  });

  it('says that it may not sound until someone has touched it, and its own name', async () => {
    spyOnProperty(AudioContext.prototype, 'state').and.returnValue('suspended');
    await wall.show(smallHall(), { sound: '1', name: 'wall-01' });
    expect(wall.text('hb-sound-switch')).toContain('声音未开启');
    expect(wall.text('hb-wall-footer .name')).toBe('wall-01');
  });
});

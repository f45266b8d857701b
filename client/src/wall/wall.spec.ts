import { provideZonelessChangeDetection } from '@angular/core';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { Title } from '@angular/platform-browser';
import { provideRouter } from '@angular/router';
import { emptyRows, type Rows } from '../../../shared/rows/rows.js';
import { FEED_GROUND } from '../feed/hall-feed';
import { ManualGround } from '../spec-ground';
import { alertRow, boardsOf, counterRow, hallOf, hallRow, MINUTE, NOW, serviceRow, sourceRow } from '../spec-rows';
import { setLang } from '../ui/lang';
import { Wall } from './wall';

let ground: ManualGround;
let fixture: ComponentFixture<Wall>;

async function settle(): Promise<void> {
  for (let i = 0; i < 4; i++) {
    await fixture.whenStable();
    await new Promise(requestAnimationFrame);
  }
}

async function show(rows: Rows | null, address: { sound?: string; name?: string } = {}): Promise<void> {
  fixture = TestBed.createComponent(Wall);
  for (const [name, value] of Object.entries({ hallId: 'h1', ...address })) fixture.componentRef.setInput(name, value);
  await settle();
  if (rows) ground.begin(rows);
  await settle();
}

const page = (): HTMLElement => fixture.nativeElement as HTMLElement;
const find = (selector: string): HTMLElement => page().querySelector<HTMLElement>(selector) as HTMLElement;
const text = (selector: string): string => find(selector)?.innerText.replace(/\s+/g, ' ').trim() ?? '';

function small(): Rows {
  const rows = emptyRows();
  rows.hall['h1'] = hallRow();
  rows.services['s1'] = serviceRow();
  rows.counters['A01'] = counterRow();
  rows.sources['/kiosk'] = sourceRow();
  return rows;
}

describe('the wall', () => {
  beforeEach(() => {
    ground = new ManualGround();
    TestBed.configureTestingModule({
      providers: [provideZonelessChangeDetection(), provideRouter([]), { provide: FEED_GROUND, useValue: ground }],
    });
    setLang('zh');
  });
  afterEach(() => fixture.destroy());

  it('says that it is connecting, then that nobody answers', async () => {
    await show(null);
    expect(text('.before')).toContain('连接中');
    ground.pass(10);
    await settle();
    expect(text('.before')).toContain('无应答');
  });

  it('asks people for a key when the hall is refused, and keeps the one it is given for this hall', async () => {
    await show(null);
    ground.say({ kind: 'refused', body: { code: 'unauthorized', message: 'a wall key is needed' } });
    await settle();
    expect(text('hb-refused')).toContain('a wall key is needed');
    expect(text('hb-refused')).not.toContain('打不开');
    (find('input') as HTMLInputElement).value = ' k-1 ';
    find('form').dispatchEvent(new Event('submit'));
    await settle();
    expect(ground.keys.at(-1)).toBe('k-1');
    expect(localStorage.getItem('hallboard.key.h1')).toBe('k-1');
    ground.say({ kind: 'refused', body: { code: 'unauthorized', message: 'not this key' } });
    await settle();
    expect(text('hb-refused')).toContain('打不开');
    localStorage.removeItem('hallboard.key.h1');
  });

  it('shows hall, time, feed state, data time and title', async () => {
    await show(small());
    expect(text('h1')).toBe('市政务服务中心');
    expect(text('time')).toBe('10:42');
    expect(text('.fresh')).toBe('实时 数据时刻 10:42:07 延迟 0 秒');
    expect(TestBed.inject(Title).getTitle()).toBe('市政务服务中心 · 明窗');
  });

  it('tells each state of a counter by class, word and ticket', async () => {
    const rows = small();
    for (const [i, state] of (['closed', 'open', 'calling', 'serving', 'paused'] as const).entries()) rows.counters[`C${i}`] = counterRow({ state });
    await show(rows);
    const tiles = [...page().querySelectorAll('hb-counter-tile')].slice(1);
    expect(tiles.map((tile) => tile.querySelector('.state')?.textContent?.trim())).toEqual(['关闭', '空闲', '叫号', '办理', '暂停']);
    expect(tiles.map((tile) => ['closed', 'open', 'calling', 'serving', 'paused'].find((state) => tile.classList.contains(state)))).toEqual(['closed', 'open', 'calling', 'serving', 'paused']);
  });

  it('runs the minutes by the hall’s clock and touches no tile whose answer is the same', async () => {
    const rows = small();
    rows.counters['A02'] = counterRow({ state: 'closed', stateAt: null });
    await show(rows);
    const touched: Node[] = [];
    const observer = new MutationObserver((records) => touched.push(...records.map((record) => record.target)));
    observer.observe(find('hb-field'), { subtree: true, childList: true, characterData: true, attributes: true });
    ground.pass(2);
    await settle();
    expect(touched.length).toBe(0);
    ground.beat(10);
    ground.pass(1);
    ground.delta(10, 11, { put: { counters: { A01: counterRow({ ticketNumber: 'A099' }) } } });
    await settle();
    observer.disconnect();
    expect(text('.ticket')).toBe('A099');
    expect(touched.every((node) => (node instanceof Element ? node : node.parentElement)?.closest('hb-counter-tile') === find('hb-counter-tile'))).toBeTrue();
  });

  it('marks a tile by the alerts that stand, and however long a wait without any not at all', async () => {
    const rows = small();
    rows.alerts['a1'] = alertRow({ severity: 'warning' });
    await show(rows);
    expect(find('hb-counter-tile').className).toContain('warning');
    ground.delta(10, 11, { put: { alerts: { a1: alertRow() } } });
    await settle();
    expect(find('hb-counter-tile').className).toContain('breach filled');
    ground.delta(11, 12, { put: { services: { s1: serviceRow({ oldestIssuedAt: NOW - 90 * MINUTE }) } }, remove: { alerts: ['a1'] } });
    await settle();
    expect(page().querySelectorAll('hb-field .breach, hb-field .warning').length).toBe(0);
  });

  it('says when it reconnects, and after ten seconds hides the figures of the moment under a banner', async () => {
    await show(small());
    ground.pass(3);
    await settle();
    expect(text('.fresh')).toContain('重连中');
    ground.pass(7);
    await settle();
    expect(text('.banner')).toBe('连接中断 00:10 最后数据 10:42:07');
    expect(getComputedStyle(find('hb-kpi-band .value')).visibility).toBe('hidden');
    expect(getComputedStyle(find('hb-counter-tile .figure')).visibility).toBe('hidden');
    expect(getComputedStyle(find('hb-counter-tile .id')).visibility).toBe('visible');
    ground.beat(10);
    await settle();
    expect(find('.banner')).toBeNull();
  });

  it('hatches the field and says how long, when no source of an open hall speaks', async () => {
    const rows = small();
    rows.sources['/kiosk'] = sourceRow({ state: 'silent', lastHeardAt: NOW - 40_000 });
    await show(rows);
    expect(text('.fresh')).toContain('数据静默 40 秒');
    expect(find('hb-counter-tile').className).toContain('stale');
    expect(text('hb-counter-tile .figure')).toBe('—');
    expect(getComputedStyle(find('hb-counter-tile')).backgroundImage).toContain('repeating-linear-gradient');
  });

  it('says how late a feed is that has missed a beat, before its tiles go', async () => {
    const rows = small();
    rows.sources['/kiosk'] = sourceRow({ lastHeardAt: NOW - 9_000 });
    await show(rows);
    expect(text('.fresh')).toContain('延迟 9 秒');
    expect(getComputedStyle(find('.lag')).color).toBe('rgb(242, 180, 65)');
    expect(find('hb-counter-tile').className).not.toContain('stale');
  });

  it('lists what is broken, who has it and what has just been mended, and says so when nothing is', async () => {
    const rows = small();
    await show(rows);
    expect(text('hb-alert-list header')).toBe('告警 无告警');
    const taken = alertRow({ subject: { kind: 'ticket', id: 't8' }, label: 'A030', acknowledgedAt: NOW, acknowledgedBy: '王晓明' });
    const mended = alertRow({ subject: { kind: 'ticket', id: 't7' }, label: 'A029', resolvedAt: NOW });
    ground.delta(10, 11, { put: { alerts: { a1: taken, a2: alertRow(), a3: mended } } });
    await settle();
    const lines = [...page().querySelectorAll<HTMLElement>('hb-alert-list li')];
    expect(lines.map((line) => line.innerText.replace(/\s+/g, ' ').trim())).toEqual([
      'A031 等待 31 分 / 标准 30 1′ 社保医保', 'A030 等待 31 分 / 标准 30 1′ 社保医保 王晓明', 'A029 等待 31 分 / 标准 30 社保医保 历时 1 分',
    ]);
    expect(lines.map((line) => [line.querySelector('.hollow') !== null, getComputedStyle(line.querySelector('strong') as Element).textDecorationLine])).toEqual([
      [false, 'none'], [true, 'none'], [false, 'line-through'],
    ]);
    expect(text('[aria-live=assertive]')).toContain('A031 社保医保 等待');
  });

  it('says how many alerts there is no room for', async () => {
    const rows = small();
    for (let i = 0; i < 9; i++) rows.alerts[`a${i}`] = alertRow({ subject: { kind: 'ticket', id: `t${i}` }, raisedAt: NOW - 20 * MINUTE });
    await show(rows);
    expect(page().querySelectorAll('hb-alert-list li').length).toBe(7);
    expect(text('hb-alert-list header')).toBe('告警 还有 2 条');
  });

  it('rings two tones for a new breach if it may, once a minute, and not for what stood before', async () => {
    const tones = spyOn(AudioContext.prototype, 'createOscillator').and.callThrough();
    spyOnProperty(AudioContext.prototype, 'state').and.returnValue('running');
    const rows = small();
    rows.alerts['a1'] = alertRow();
    await show(rows, { sound: '1' });
    expect(tones).not.toHaveBeenCalled();
    ground.delta(10, 11, { put: { alerts: { a2: alertRow({ subject: { kind: 'ticket', id: 't2' }, raisedAt: NOW }) } } });
    await settle();
    ground.delta(11, 12, { put: { alerts: { a3: alertRow({ subject: { kind: 'ticket', id: 't3' }, raisedAt: NOW + 1_000 }) } } });
    await settle();
    expect(tones).toHaveBeenCalledTimes(2);
  });

  it('says that it may not sound until someone has touched it, and its own name', async () => {
    spyOnProperty(AudioContext.prototype, 'state').and.returnValue('suspended');
    await show(small(), { sound: '1', name: 'wall-01' });
    expect(text('hb-sound-switch')).toContain('声音未开启');
    expect(text('hb-wall-footer .name')).toBe('wall-01');
  });

  it('shows a hall of boards as queues, with no wait that nobody measured', async () => {
    await show(boardsOf(27));
    expect(page().querySelectorAll('hb-board-tile').length).toBe(27);
    expect(page().querySelectorAll('hb-counter-tile, hb-side-column').length).toBe(0);
    expect(text('hb-board-tile .name')).toContain('Wydawanie');
  });

  it('says so when nothing has come yet', async () => {
    const rows = emptyRows();
    rows.hall['h1'] = hallRow();
    await show(rows);
    expect(text('.empty')).toContain('尚无窗口');
  });

  it('shows names as text, whatever stands in them', async () => {
    const rows = small();
    rows.services['s1'] = serviceRow({ name: '<img src=x onerror=alert(1)>' });
    await show(rows);
    expect(page().querySelector('img')).toBeNull();
    expect(text('hb-counter-tile .name')).toBe('<img src=x onerror=alert(1)>');
  });

  it('switches every word at once', async () => {
    await show(small());
    find('hb-lang-switch button').click();
    await settle();
    expect(text('.fresh')).toBe('Live Data of 10:42:07 0 s behind');
    expect(text('hb-wall-footer')).not.toMatch(/办理|空闲/);
  });
});

/** Text on a wall is at least 24 px at 1920×1080, stays inside its box, and the wall inside the screen. */
function faults(): string[] {
  const found: string[] = [];
  for (const element of page().querySelectorAll<HTMLElement>('*')) {
    const own = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim());
    if (!own) continue;
    const style = getComputedStyle(element);
    const name = `${element.tagName}.${element.className} “${element.textContent?.trim().slice(0, 12)}”`;
    if (parseFloat(style.fontSize) < 24) found.push(`${name} is ${style.fontSize}`);
    const cutByDesign = style.textOverflow === 'ellipsis' || style.webkitLineClamp !== 'none';
    if (!cutByDesign && style.display !== 'inline' && element.scrollWidth > element.clientWidth + 1) found.push(`${name} overflows`);
    const box = element.getBoundingClientRect();
    if (box.right > innerWidth + 1 || box.bottom > innerHeight + 1) found.push(`${name} leaves the screen`);
    const tile = element.closest('.tile')?.getBoundingClientRect();
    if (tile && (box.right > tile.right + 1 || box.bottom > tile.bottom + 1)) found.push(`${name} leaves its tile`);
  }
  return found;
}

describe('the wall at 1920×1080', () => {
  const longest = {
    zh: { service: '城乡居民社会养老保险待遇核定', counter: '综合受理第十二号窗口（无障碍）', number: '特需A1234' },
    en: { service: 'Residence permits and household registration', counter: 'Accessible counter number twelve', number: 'PRIORITY-12' },
  };

  beforeEach(() => {
    ground = new ManualGround();
    TestBed.configureTestingModule({
      providers: [provideZonelessChangeDetection(), provideRouter([]), { provide: FEED_GROUND, useValue: ground }],
    });
  });
  afterEach(() => {
    fixture.destroy();
    setLang('zh');
  });

  for (const lang of ['zh', 'en'] as const) {
    for (const counters of [6, 12, 60, 120, 300, 500]) {
      it(`holds ${counters} counters with the longest labels in ${lang}`, async () => {
        setLang(lang);
        await show(hallOf(counters, longest[lang]));
        expect(innerWidth).toBe(1920);
        expect(faults()).toEqual([]);
        expect(document.documentElement.scrollHeight).toBe(1080);
        expect(document.documentElement.scrollWidth).toBe(1920);
      });
    }

    for (const boards of [3, 27, 80]) {
      it(`holds ${boards} boards with names of up to 60 characters in ${lang}`, async () => {
        setLang(lang);
        await show(boardsOf(boards));
        expect(faults()).toEqual([]);
      });
    }
  }

  it('has no saturated colour while the hall is calm', async () => {
    await show(small());
    const loud = ['rgb(255, 91, 77)', 'rgb(242, 180, 65)'];
    const coloured = [...page().querySelectorAll('*')].filter((element) => {
      const { color, backgroundColor, borderTopColor } = getComputedStyle(element);
      return [color, backgroundColor, borderTopColor].some((value) => loud.includes(value));
    });
    expect(coloured.length).toBe(0);
  });
});

import { provideZonelessChangeDetection } from '@angular/core';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { AlertRow, Rows } from '../../../shared/rows/rows.js';
import { emptyRows } from '../../../shared/rows/tables.js';
import { FEED_GROUND } from '../feed/hall-feed';
import { ManualGround } from '../spec-ground';
import { alertRow, counterRow, hallRow, MINUTE, NOW, serviceRow, sourceRow } from '../spec-rows';
import { setLang } from '../ui/lang';
import { City, columnsOf } from './city';
import { inPlace } from './city-halls';

/** Every hall on the page has a line of its own. */
class ManualGrounds extends ManualGround {
  readonly lines: ManualGround[] = [];

  override open(key: string | null): ReturnType<ManualGround['open']> {
    const line = new ManualGround();
    this.lines.push(line);
    return line.open(key);
  }
}

let ground: ManualGrounds;
let fixture: ComponentFixture<City>;
const page = (): HTMLElement => fixture.nativeElement as HTMLElement;
const tiles = (): HTMLElement[] => [...page().querySelectorAll<HTMLElement>('hb-hall-tile')];
const text = (element: HTMLElement | null | undefined): string => element?.innerText.replace(/\s+/g, ' ').trim() ?? '';

async function settle(): Promise<void> {
  for (let i = 0; i < 6; i++) {
    await new Promise(requestAnimationFrame);
    await fixture.whenStable();
  }
}

function rowsOf(name: string, alerts: AlertRow[] = []): Rows {
  const rows = emptyRows();
  rows.hall['h'] = hallRow({ name });
  rows.services['s1'] = serviceRow({ waiting: 4, oldestIssuedAt: NOW - 31 * MINUTE });
  rows.counters['A01'] = counterRow();
  rows.sources['/kiosk'] = sourceRow();
  alerts.forEach((alert, i) => (rows.alerts[`a${i}`] = alert));
  return rows;
}

/** Halls as the server lists them; null when it asks for a log-in. */
async function show(names: string[] | null): Promise<void> {
  const halls = (names ?? []).map((name, i) => ({ id: `h${i}`, name, demo: false, state: 'open', day: '2026-11-23', waiting: 0, serving: 0 }));
  spyOn(window, 'fetch').and.resolveTo(names ? new Response(JSON.stringify({ halls })) : new Response('{}', { status: 401 }));
  fixture = TestBed.createComponent(City);
  await settle();
}

async function hear(line: number, rows: Rows): Promise<void> {
  ground.lines[line]?.begin(rows);
  await settle();
}

describe('the city page', () => {
  beforeEach(() => {
    ground = new ManualGrounds();
    TestBed.configureTestingModule({ providers: [provideZonelessChangeDetection(), provideRouter([]), { provide: FEED_GROUND, useValue: ground }] });
    setLang('zh');
  });
  afterEach(() => fixture.destroy());

  it('gives every hall its place by name, leads to its wall, and shows no figure before its feed speaks', async () => {
    await show(['第10大厅', '第2大厅']);
    expect(tiles().map((tile) => tile.querySelector('a')?.getAttribute('href'))).toEqual(['/wall/h1', '/wall/h0']);
    expect(text(tiles()[0])).toBe('第2大厅 连接中 等候人数 — 最长 — 在办 — 达标率 — 未处置 —');
  });

  it('shows a hall as its own feed tells it', async () => {
    await show(['东厅']);
    await hear(0, rowsOf('东厅'));
    expect(text(tiles()[0])).toBe('东厅 开厅 10:42:07 等候人数 4 最长 ≤30 31 分 在办 1/1 达标率 — 未处置 0');
    expect(page().querySelectorAll('.breach, .warning').length).toBe(0); // severity is the alerts' word alone
  });

  it('marks a hall by its worst alert and keeps its place; the list alone is sorted, worst first', async () => {
    await show(['甲厅', '乙厅']);
    await hear(0, rowsOf('甲厅', [alertRow({ severity: 'warning', label: 'W1', subject: { kind: 'ticket', id: 'w' } })]));
    await hear(1, rowsOf('乙厅', [
      alertRow({ label: 'B1', subject: { kind: 'ticket', id: 'b1' }, acknowledgedAt: NOW, acknowledgedBy: '王' }),
      alertRow({ label: 'B2', subject: { kind: 'ticket', id: 'b2' } }),
      alertRow({ label: 'B3', subject: { kind: 'ticket', id: 'b3' }, resolvedAt: NOW }),
    ]));
    const marks = tiles().map((tile) => [text(tile.querySelector('strong')), ['warning', 'breach'].find((mark) => tile.classList.contains(mark))]);
    expect(marks).toEqual([['甲厅', 'warning'], ['乙厅', 'breach']]);
    expect([...page().querySelectorAll<HTMLElement>('hb-city-alerts li strong')].map(text)).toEqual(['B2', 'B1', 'W1']);
    expect(text(page().querySelector<HTMLElement>('hb-city-alerts li .more'))).toBe('乙厅 · 社保医保');
  });

  it('takes the figures and alerts of a hall away when its line is cut, and leaves its neighbour alone', async () => {
    await show(['甲厅', '乙厅']);
    await hear(0, rowsOf('甲厅', [alertRow()]));
    await hear(1, rowsOf('乙厅'));
    ground.pass(10);
    ground.lines[1]?.beat(10);
    await settle();
    expect(text(tiles()[0])).toContain('连接中断 00:10 等候人数 —');
    expect(text(tiles()[1])).toContain('等候人数 4');
    expect(page().querySelectorAll('hb-city-alerts li').length).toBe(0);
  });

  it('hatches an open hall whose sources are all silent', async () => {
    await show(['东厅']);
    const rows = rowsOf('东厅');
    rows.sources['/kiosk'] = sourceRow({ state: 'silent', lastHeardAt: NOW - 40_000 });
    await hear(0, rows);
    expect(text(tiles()[0])).toContain('数据静默 40 秒 等候人数 —');
    expect(tiles()[0]?.classList).toContain('stale');
  });

  it('says what to do where no hall may be seen', async () => {
    await show(null);
    expect(text(page().querySelector<HTMLElement>('.none'))).toContain('请登录');
    expect(page().querySelector('.none a')?.getAttribute('href')).toBe('/');
  });

  for (const halls of [1, 2, 5, 12, 13, 30]) {
    it(`holds ${halls} halls at 1920×1080, nothing under 24 px and nothing beyond the screen`, async () => {
      await show(Array.from({ length: halls }, (_, i) => `滨江街道第${i + 1}便民服务中心`));
      for (let i = 0; i < halls; i++) ground.lines[i]?.begin(rowsOf(`滨江街道第${i + 1}便民服务中心`, [alertRow()]));
      await settle();
      const faults = [...page().querySelectorAll<HTMLElement>('.city *')].flatMap((element) => {
        const own = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim());
        if (!own || element.closest('hb-city-alerts li')) return [];
        const { right, bottom } = element.getBoundingClientRect();
        const cut = element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).display !== 'inline';
        const bad = parseFloat(getComputedStyle(element).fontSize) < 24 || right > innerWidth || bottom > innerHeight || cut;
        return bad ? [`${element.className} “${element.textContent}”`] : [];
      });
      expect(faults).toEqual([]);
      expect(tiles().length).toBe(halls);
      expect(document.documentElement.scrollHeight).toBe(1080);
    });
  }
});

describe('the places of the halls', () => {
  it('go by name with figures read as numbers, and take in halls of which this machine only holds a key', () => {
    expect(inPlace([{ id: 'b', name: '第10大厅' }, { id: 'a', name: '第2大厅' }], ['a', 'zz']).map(({ id }) => id)).toEqual(['a', 'b', 'zz']);
  });

  it('stand in one, two or three columns', () => {
    expect([1, 2, 3, 6, 7, 12].map(columnsOf)).toEqual([1, 1, 2, 2, 3, 3]);
  });
});

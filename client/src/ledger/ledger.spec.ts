import { provideZonelessChangeDetection } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { CaseAnswer, CaseEntry } from '../../../shared/commands/cases.js';
import { emptyRows } from '../../../shared/rows/tables.js';
import { FEED_GROUND } from '../feed/hall-feed';
import { ManualGround } from '../spec-ground';
import { counterRow, hallRow, MINUTE, NOW } from '../spec-rows';
import { setLang } from '../ui/lang';
import { caseEntry } from './case.spec-kit';
import { ledgerRoutes } from './ledger-routes';

const HALL = '/api/v1/halls/h1';
const spot = { services: 300, badRatings: 3, verified: 2, failedRounds: 0, rate: 16.7, low: 5.4, high: 38.9, hot: true, cases: [{ id: 'c1', number: 'C-260001', title: '态度生硬' }] };
const hotSpots = {
  hallId: 'h1', timezone: 'Asia/Shanghai', from: '2026-10-25', to: '2026-11-23', days: 20, enough: 30, staff: { services: 0, rate: null, spots: [] },
  counters: { services: 2000, rate: 3, spots: [{ id: '3', name: '三号窗口', ...spot }, { id: '9', name: '九号窗口', ...spot, services: 12, hot: false, cases: [] }, { id: '4', name: '四号窗口', ...spot, badRatings: 0, verified: 0, hot: false }] },
};
const hall = (changes: number) => ({ h1: hallRow({ cases: { open: 2, unanswered: 1, changes } }) });

describe('the ledgers', () => {
  let ground: ManualGround;
  let harness: RouterTestingHarness;
  let asked: string[];
  let cases: CaseEntry[];
  let next: CaseAnswer['next'];
  let refusal: { status: number; body: object } | null;

  const page = (): HTMLElement => harness.fixture.nativeElement as HTMLElement;
  const texts = (selector: string): string[] => [...page().querySelectorAll<HTMLElement>(selector)].map((one) => one.innerText.replace(/\s+/g, ' ').trim());
  const press = (key: string): boolean => (document.activeElement ?? document.body).dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
  const button = (selector: string, text: string): HTMLElement => [...page().querySelectorAll<HTMLElement>(selector)].find((one) => one.innerText.trim() === text)!;

  async function settle(): Promise<void> {
    for (let i = 0; i < 5; i++) {
      await harness.fixture.whenStable();
      await new Promise(requestAnimationFrame);
    }
  }

  function answerTo(path: string, init?: RequestInit): { status: number; body: object } {
    if (init?.method === 'POST') {
      asked.push(`POST ${path.slice(HALL.length)} ${init.body as string}`);
      return refusal ?? { status: 200, body: { ...cases[0], next: [] } };
    }
    if (path.startsWith(`${HALL}/cases`)) asked.push(path.slice(HALL.length));
    if (path.startsWith(`${HALL}/cases?`)) return { status: 200, body: { cases: path.includes('parentId') ? [] : cases, more: 0 } };
    if (path.startsWith(`${HALL}/cases/`)) return { status: 200, body: { ...cases[0], next } };
    if (path.startsWith(`${HALL}/conduct`)) return { status: 200, body: { year: 2026, years: [2026, 2025], people: [{ staffId: 'P7', state: 'disqualified', cases }] } };
    if (path.startsWith(`${HALL}/hot-spots`)) return { status: 200, body: hotSpots };
    return { status: 200, body: { people: [{ username: 'li', name: '李静', role: 'supervisor', staffNumber: null }, { username: 'wang', name: '王晓明', role: 'supervisor', staffNumber: null }] } };
  }

  async function show(url: string, role = 'supervisor'): Promise<void> {
    spyOn(window, 'fetch').and.callFake(async (path, init) => {
      const { status, body } = path === '/api/v1/session' ? { status: 200, body: { username: 'wang', role } } : answerTo(path as string, init);
      return new Response(JSON.stringify(body), { status });
    });
    harness = await RouterTestingHarness.create();
    await harness.navigateByUrl(url);
    await settle();
    ground.begin({ ...emptyRows(), hall: hall(1), counters: { '3': counterRow({ name: '三号窗口' }) } });
    await settle();
  }

  beforeEach(() => {
    ground = new ManualGround();
    asked = [];
    refusal = null;
    next = ['assign', 'note', 'verify'];
    cases = [
      caseEntry({ id: 'c1', title: '态度生硬', counterId: '3', staffId: 'P7', dueAt: NOW + 90 * MINUTE, replyDueAt: NOW - 61 * MINUTE }),
      caseEntry({ id: 'c2', title: '等候太久', dueAt: NOW + 90 * MINUTE }),
    ];
    const routes = [{ path: 'ledger/:hallId', loadChildren: () => ledgerRoutes }, { path: '**', children: [] }];
    TestBed.configureTestingModule({ providers: [provideZonelessChangeDetection(), provideRouter(routes, withComponentInputBinding()), { provide: FEED_GROUND, useValue: ground }] });
    setLang('zh');
  });
  afterEach(async () => {
    await TestBed.inject(Router).navigateByUrl('/');
    harness.fixture.destroy();
  });

  it('list what is due first, first, with what it is about, and count what is past', async () => {
    await show('/ledger/h1');
    expect(texts('td.first')).toEqual(['态度生硬 三号窗口 · 窗口人员 P7', '等候太久']);
    expect(texts('td .over, td .near')).toEqual(['逾期 1 小时', '还有 1 小时']);
    expect(texts('.tabs a')[0]).toBe('投诉 待办 2 逾期 1');
    expect(texts('td:nth-child(3)')).toEqual(['李静', '李静']);
    expect(texts('.gauge')).toEqual(['未答复投诉 1']);
  });

  it('ask again when the hall’s row says that a case has changed, and not before', async () => {
    await show('/ledger/h1?status=all&mine=1&q=%E6%80%81%E5%BA%A6');
    expect(asked).toEqual(['/cases?status=open', `/cases?${new URLSearchParams({ kind: 'complaint', status: 'all', q: '态度', owner: 'wang' })}`]);
    ground.delta(10, 11, { put: { counters: { '3': counterRow() } } });
    await settle();
    expect(asked.length).toBe(2);
    ground.delta(11, 12, { put: { hall: hall(2) } });
    await settle();
    expect(asked.length).toBe(4);
  });

  it('are gone through by keys', async () => {
    await show('/ledger/h1');
    press('j');
    press('j');
    expect(document.activeElement?.textContent).toBe('等候太久');
    press('k');
    expect(document.activeElement?.textContent).toBe('态度生硬');
    press('/');
    expect(document.activeElement?.getAttribute('name')).toBe('q');
    press('Escape');
    press('n');
    await settle();
    expect(texts('h2')).toEqual(['登记']);
    press('Escape');
    await settle();
    expect(texts('td.first').length).toBe(2);
  });

  it('send a decision with its verdict and category once it is confirmed, and show what the server then says', async () => {
    spyOn(window, 'confirm').and.returnValues(false, true);
    await show('/ledger/h1/c1');
    button('.next .acts .button', '核实').click();
    await settle();
    page().querySelector<HTMLTextAreaElement>('textarea')!.value = '录像一致';
    page().querySelector('textarea')!.dispatchEvent(new Event('input'));
    button('hb-step-form .button', '提交').click();
    await settle();
    expect(texts('.problem')).toEqual(['请先选择结论']);
    button('.verdicts .button', '属实').click();
    button('hb-step-form .button', '提交').click();
    await settle();
    expect(asked.filter((one) => one.startsWith('POST'))).toEqual([]);
    button('hb-step-form .button', '提交').click();
    await settle();
    expect(asked).toContain('POST /cases/c1/steps {"step":"verify","text":"录像一致","verdict":"yes","category":"attitude"}');
    expect(texts('.next .acts')).toEqual([jasmine.stringContaining('没有您可以办理的步骤')]);
  });

  it('say in the page’s own words why a step was refused, and how the case now stands', async () => {
    refusal = { status: 409, body: { code: 'notNow', detail: 'verify was refused: case c1 is closed' } };
    await show('/ledger/h1/c1');
    button('.next .acts .button', '记录').click();
    await settle();
    page().querySelector<HTMLTextAreaElement>('textarea')!.value = 'x';
    page().querySelector('textarea')!.dispatchEvent(new Event('input'));
    button('hb-step-form .button', '提交').click();
    await settle();
    expect(texts('.problem')).toEqual([jasmine.stringContaining('这个个案已经变了')]);
    expect(asked.slice(asked.findIndex((one) => one.startsWith('POST')))).toContain('/cases/c1');
  });

  it('tell whose turn it is', async () => {
    next = ['assign', 'note'];
    await show('/ledger/h1/c1');
    expect(texts('.next p')).toEqual(['下一步由负责人 李静 办理。']);
  });

  it('let a reader look and not act', async () => {
    await show('/ledger/h1/c1', 'reader');
    expect([texts('.next'), page().querySelector('.button')]).toEqual([['您的账号只能查看台账，不能办理。'], null]);
  });

  it('open a rectification from a case with what the case is about, due on a day', async () => {
    await show('/ledger/h1/new?kind=rectification&parentId=c1');
    expect(page().querySelector<HTMLInputElement>('[name=title]')!.value).toBe('整改：态度生硬');
    expect(page().querySelector<HTMLInputElement>('[name=due]')!.value).toBe('2026-11-30');
    button('form .button', '登记').click();
    await settle();
    const body = JSON.parse(asked.find((one) => one.startsWith('POST /cases '))!.slice('POST /cases '.length)) as object;
    expect(body).toEqual({ kind: 'rectification', title: '整改：态度生硬', channel: 'inspection', category: 'attitude', counterId: '3', staffId: 'P7', owner: 'wang', due: '2026-11-30T16:00:00.000Z', parentId: 'c1' });
  });

  it('[E6] tell of a year who was named how often, and by which cases', async () => {
    await show('/ledger/h1/conduct');
    expect(texts('td').slice(0, 3)).toEqual(['P7', '2 次', '不得评优']);
    expect(texts('td a')).toEqual(['态度生硬', '等候太久']);
  });

  it('[E9] tell which windows stand out, none by a handful of services, and open a rectification from there', async () => {
    await show('/ledger/h1/hot-spots');
    expect(texts('td.name')).toEqual(['三号窗口明显偏高', '九号窗口']);
    expect(texts('td.few')).toEqual(['不足 30 次，不作判断']);
    expect(texts('hb-hot-spot-table > p')).toContain('其余 1 个没有被反映的问题');
    button('td .button', '开整改单').click();
    await settle();
    button('form .button', '登记').click();
    await settle();
    const body = JSON.parse(asked.find((one) => one.startsWith('POST /cases '))!.slice('POST /cases '.length)) as object;
    expect(body).toEqual(jasmine.objectContaining({ kind: 'rectification', title: '整改：三号窗口 问题集中', text: '2026-10-25 至 2026-11-23：差评 3 · 属实 2 / 办结 300\nC-260001', channel: 'hotSpot', counterId: '3', parentId: 'c1' }));
    expect(body).not.toEqual(jasmine.objectContaining({ staffId: 'P7' }));
  });
});

import { provideZonelessChangeDetection } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { CaseEntry, StepCase } from '../../../shared/commands/cases.js';
import { emptyRows } from '../../../shared/rows/tables.js';
import { FEED_GROUND } from '../feed/hall-feed';
import { ManualGround } from '../spec-ground';
import { hallRow, MINUTE, NOW } from '../spec-rows';
import { setLang } from '../ui/lang';
import { Phone } from './phone';
import { roundRoutes } from './round-routes';

const HALL = '/api/v1/halls/h1';
const items = [{ id: 'a', text: '地面清洁', photo: false }, { id: 'b', text: '秩序', photo: false, points: true }];
const plan = { id: 'clean', version: 1, content: { kind: 'roundPlan', items } };

function round(id: string, over: Partial<CaseEntry> = {}): CaseEntry {
  const dueAt = over.dueAt === undefined ? NOW + 30 * MINUTE : over.dueAt;
  return {
    id, number: `P-${id}`, kind: 'round', title: id, text: null, channel: 'schedule', category: null, counterId: null, staffId: null, serviceId: null, ticketId: null, reference: null, parentId: null, appraisal: null,
    plan: { id: 'clean', version: 1 }, openedAt: NOW - 30 * MINUTE, openedBy: 'hallboard', owner: 'wang', state: 'due', dueAt, replyDueAt: null, repliedAt: null, verified: null, verifiedAt: null,
    appealedAt: null, satisfied: null, failures: 0, closedAt: null, proof: [], deeds: [], stages: [{ state: 'due', at: NOW, dueAt: NOW, leftAt: null }], ...over,
  };
}

describe('the rounds on a phone', () => {
  let ground: ManualGround;
  let harness: RouterTestingHarness;
  let cases: CaseEntry[];
  let sent: StepCase[];
  /** What the server says to a hand-in; null: it is away. */
  let verdict: { status: number; body: object } | null;

  const page = (): HTMLElement => harness.fixture.nativeElement as HTMLElement;
  const text = (selector: string): string => page().querySelector<HTMLElement>(selector)?.innerText.replace(/\s+/g, ' ').trim() ?? '';
  const click = (selector: string): void => page().querySelector<HTMLElement>(selector)!.click();

  async function settle(): Promise<void> {
    for (let i = 0; i < 6; i++) {
      await harness.fixture.whenStable();
      await new Promise(requestAnimationFrame);
    }
  }

  function answerTo(path: string, init?: RequestInit): Response {
    if (init?.method === 'POST') {
      sent.push(JSON.parse(init.body as string) as StepCase);
      if (verdict === null) throw new TypeError('away');
      return new Response(JSON.stringify(verdict.body), { status: verdict.status });
    }
    const body = path === '/api/v1/session' ? { username: 'wang', role: 'supervisor' } : path.startsWith(`${HALL}/records`) ? { records: [plan] }
      : path.startsWith(`${HALL}/cases/`) ? cases[0] : path.startsWith(`${HALL}/cases?`) ? { cases, more: 0 } : { people: [] };
    return new Response(JSON.stringify(body));
  }

  async function show(url: string): Promise<void> {
    spyOn(window, 'fetch').and.callFake(async (path, init) => answerTo(path as string, init));
    harness = await RouterTestingHarness.create();
    await harness.navigateByUrl(url);
    await settle();
    ground.begin({ ...emptyRows(), hall: { h1: hallRow() } });
    await settle();
  }

  async function walk(): Promise<void> {
    click('hb-round-item .tick.no');
    const points = page().querySelector<HTMLInputElement>('input[type=number]')!;
    points.value = '101';
    points.dispatchEvent(new Event('change'));
    await settle();
  }

  beforeEach(() => {
    ground = new ManualGround();
    [cases, sent, verdict] = [[round('c1')], [], null];
    const routes = [{ path: 'round/:hallId', loadChildren: () => roundRoutes }, { path: '**', children: [] }];
    TestBed.configureTestingModule({ providers: [provideZonelessChangeDetection(), provideRouter(routes, withComponentInputBinding()), { provide: FEED_GROUND, useValue: ground }] });
    setLang('zh');
  });
  afterEach(async () => {
    const phone = TestBed.inject(Phone);
    for (const kept of phone.rounds()) phone.drop(kept);
    await TestBed.inject(Router).navigateByUrl('/');
    harness.fixture.destroy();
  });

  it('stand with those overdue first, and tell what came of those that were walked', async () => {
    const scores = { a: 100, b: 40 };
    const done = round('c3', { closedAt: NOW, dueAt: null, state: 'closed', deeds: [{ step: 'submit', at: NOW, by: 'wang', text: null, verdict: null, proof: [], reference: null, scores, remarks: null, ballots: null }] });
    cases = [round('c1'), done, round('c2', { dueAt: NOW - MINUTE }), round('li', { owner: 'li' })];
    await show('/round/h1');
    const lines = [...page().querySelectorAll<HTMLElement>('.line')].map((line) => line.innerText.replace(/\s+/g, ' ').trim());
    expect(lines).toEqual(['c2 10:41 前', 'c1 11:12 前', 'c3 10:42 · 得分 70 · 1 项不合格']);
    expect(text('.figures')).toBe('本月应检 3 次，已检 1 次 逾期 1 次 不合格 1 项');
  });

  it('[U3] are kept while the server is away, and are taken once when it is back', async () => {
    await show('/round/h1/c1');
    click('.foot .main');
    await settle();
    expect([text('.foot .problem'), sent.length]).toEqual(['未填：地面清洁', 0]);
    await walk();
    click('.foot .main');
    await settle();
    expect(text('hb-round-form .notice')).toContain('已存在本机，尚未提交');
    cases = [round('c1', { closedAt: NOW, dueAt: null, state: 'closed', deeds: [{ step: 'submit', at: NOW, by: 'wang', text: null, verdict: null, proof: [], reference: null, scores: { a: 0, b: 100 }, remarks: null, ballots: null }] })];
    verdict = { status: 409, body: { code: 'notNow', detail: 'closed' } };
    window.dispatchEvent(new Event('online'));
    await settle();
    expect(sent.map(({ scores }) => scores)).toEqual([{ a: 0, b: 100 }, { a: 0, b: 100 }]);
    expect(text('hb-round-result .words')).toContain('得分 50 · 1 项不合格');
    expect(TestBed.inject(Phone).rounds()).toEqual([]);
  });

  it('[U3] say why the server did not take them, and keep what was answered', async () => {
    await show('/round/h1/c1');
    await walk();
    verdict = { status: 422, body: { code: 'form', detail: '有误' } };
    click('.foot .main');
    await settle();
    expect(text('hb-round-form .problem')).toBe('服务器未接受：检查表没有填完：每项都要有结果，要求拍照的须有照片。');
    expect(page().querySelector('.tick.no')!.getAttribute('aria-pressed')).toBe('true');
  });
});

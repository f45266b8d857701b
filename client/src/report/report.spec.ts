import { provideZonelessChangeDetection } from '@angular/core';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { setLang } from '../ui/lang';
import { emptyRows } from '../../../shared/rows/tables.js';
import { figuresRow, hallRow, MINUTE } from '../spec-rows';
import { Report } from './report';

const API = '/api/v1/halls/h1';
const ticket = {
  ticketId: 'T1', number: 'A001', customerClass: null, serviceId: 'S1', counterId: null, staffId: null, issuedAt: 1, calledAt: 2, startedAt: null, endedAt: null,
  outcome: 'abandoned', waitMs: 7 * MINUTE, serviceMs: null, rating: null, at: 1, value: null,
};
const figures = figuresRow({
  tickets: { ...figuresRow().tickets, issued: 12, called: 11, served: 10 },
  serviceLevel: { targetMs: 15 * MINUTE, rule: 'abandoned-after-target-counts', within: 9, of: 10, share: 0.9 },
});
const daily = {
  hallId: 'h1', date: '2026-11-20', timezone: 'Asia/Shanghai', revision: 1, kpiVersion: 1, standardVersion: 1, journal: { events: 40 }, hall: figures,
  services: { S1: figures }, counters: {}, staff: {}, zones: {}, hours: {}, honestWait: { hall: { count: 12, censored: 1, p50: 4 * MINUTE, p90: null }, services: {} },
  alerts: { raised: 0, byClause: {} }, quality: {}, names: { services: { S1: '社保医保' }, counters: {} }, changes: [], because: [], sha256: 'abc',
};
const rows = { ...emptyRows(), hall: { h1: hallRow() }, figures: { hall: figures } };

let fixture: ComponentFixture<Report>;
let asked: string[];
let posted: [path: string, body: unknown][];
const page = (): HTMLElement => fixture.nativeElement as HTMLElement;
const text = (selector: string): string => page().querySelector<HTMLElement>(selector)?.innerText.replace(/\s+/g, ' ').trim() ?? '';

function serve(bodies: Record<string, unknown>, status = 200): void {
  asked = [];
  posted = [];
  spyOn(window, 'fetch').and.callFake(async (input, init) => {
    const path = input as string;
    asked.push(path);
    if (init?.method === 'POST') posted.push([path, JSON.parse(init.body as string)]);
    const body = bodies[path] ?? bodies[path.split('?')[0]!];
    return body === undefined ? new Response('{"detail":"none"}', { status: 404 }) : new Response(JSON.stringify(body), { status });
  });
}

async function show(): Promise<void> {
  TestBed.configureTestingModule({ providers: [provideZonelessChangeDetection(), provideRouter([])] });
  setLang('zh');
  fixture = TestBed.createComponent(Report);
  fixture.componentRef.setInput('hallId', 'h1');
  await settle();
}

async function settle(): Promise<void> {
  for (let i = 0; i < 12; i++) {
    await new Promise(requestAnimationFrame);
    await fixture.whenStable();
  }
}

const closed = { [`${API}/daily`]: { days: [{ date: '2026-11-20' }] }, [`${API}/state`]: { rows }, [`${API}/daily/2026-11-20`]: daily };

describe('the report', () => {
  afterEach(() => fixture.destroy());

  it('shows the last closed day; a share of few cases with its interval', async () => {
    serve(closed);
    await show();
    expect(text('.shown')).toBe('2026-11-20 五');
    expect(text('hb-headline li:nth-child(1)')).toBe('取号 12');
    expect(text('hb-headline li:nth-child(6)')).toBe('等候达标率 90% n=10，95% 区间 59.5%–98.2% 限 15 分 · 超限后离开计入');
    expect(text('.honest')).toBe('计入离开与仍在等候的 1 人：中位 4.0 分，P90 — 分');
    expect(text('hb-group-table tbody tr')).toContain('社保医保 12 11 10');
  });

  it('opens the tickets behind a number', async () => {
    serve({ ...closed, [`${API}/tickets`]: { tickets: [ticket], next: null } });
    await show();
    page().querySelector<HTMLButtonElement>('hb-group-table td .number')?.click();
    await settle();
    expect(asked.at(-1)).toBe(`${API}/tickets?from=2026-11-19T16%3A00%3A00.000Z&to=2026-11-20T16%3A00%3A00.000Z&figure=tickets.issued&serviceId=S1&limit=100`);
    expect(text('dialog h2')).toBe('社保医保 · 取号');
    expect(text('dialog tbody tr')).toMatch(/^A001社保医保 .* 7\.0 — — 弃号/);
  });

  it('lets an administrator, and nobody else, erase texts for good, with a reason', async () => {
    const event = { seq: 7, at: 1, loggedAt: 1, source: '/pad', type: 'rating.given', quality: ['masked'], correctedBy: null, voided: false };
    const story = (comment: string) => ({ ticket, events: [{ ...event, data: { ticketId: 'T1', counterId: 'C1', level: 1, comment } }] });
    const bodies: Record<string, unknown> = {
      ...closed, [`${API}/tickets`]: { tickets: [ticket], next: null }, [`${API}/tickets/T1`]: story('张三'), [`${API}/journal/7/erase`]: { seqs: [7] },
    };
    serve(bodies);
    const open = async (role: string) => {
      bodies['/api/v1/session'] = { username: 'wang', role };
      await show();
      page().querySelector<HTMLButtonElement>('hb-group-table td .number')?.click();
      await settle();
      page().querySelector<HTMLButtonElement>('dialog tbody .number')?.click();
      await settle();
    };
    await open('supervisor');
    expect(text('.events li')).toContain('张三');
    expect(page().querySelector('hb-erase-form')).toBeNull();
    fixture.destroy();
    TestBed.resetTestingModule();
    await open('admin');
    page().querySelector<HTMLButtonElement>('.events li hb-erase-form button')?.click();
    await settle();
    bodies[`${API}/tickets/T1`] = story('[erased]');
    page().querySelector<HTMLInputElement>('hb-erase-form input')!.value = '本人要求';
    page().querySelector<HTMLButtonElement>('hb-erase-form [type=submit]')?.click();
    await settle();
    expect(posted).toEqual([[`${API}/journal/7/erase`, { reason: '本人要求' }]]);
    expect(text('.events li')).toContain('文字已抹去');
    expect(text('.events li')).not.toContain('张三');
  });

  it('shows today so far while no day has closed', async () => {
    serve({ [`${API}/daily`]: { days: [] }, [`${API}/state`]: { rows }, [`${API}/alerts`]: { alerts: [] } });
    await show();
    expect(text('.shown')).toBe('2026-11-23 一 · 今天至今');
    expect(text('.notice')).toContain('还没有日结');
    expect(text('hb-headline li:nth-child(3)')).toBe('办结 10');
  });

  it('asks to log in where the caller may not read it', async () => {
    serve({ [`${API}/daily`]: { detail: 'no' } }, 403);
    await show();
    expect(page().querySelector('hb-log-in form')).not.toBeNull();
    expect(page().querySelector('hb-headline')).toBeNull();
  });
});

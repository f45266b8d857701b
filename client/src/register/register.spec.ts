import { provideZonelessChangeDetection } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { RecordVersion } from '../../../shared/commands/records.js';
import { emptyRows } from '../../../shared/rows/tables.js';
import { FEED_GROUND } from '../feed/hall-feed';
import { ManualGround } from '../spec-ground';
import { counterRow, hallRow, NOW, serviceRow } from '../spec-rows';
import { setLang } from '../ui/lang';
import { Register } from './register';

const notice: RecordVersion = {
  id: 'notice-1', version: 1, title: '监督电话', content: { kind: 'notice', topic: 'channels', text: '12345' }, effectiveFromAt: NOW - 1, expiresAt: NOW + 1_000,
  approvedBy: 'li', putAt: NOW - 1, putBy: 'wang', withdrawnAt: null, withdrawnBy: null, reason: null,
};
const guide: RecordVersion = { ...notice, id: 'guide-s1', title: '社保缴费', content: { kind: 'guide', serviceId: 's1', basis: '社会保险法', materials: ['身份证'], steps: [], fees: '免费' }, expiresAt: null };

describe('the register', () => {
  let ground: ManualGround;
  let harness: RouterTestingHarness;
  let asked: number;
  let away: boolean;
  let put: [path: string, body: unknown][];
  let refusal: string | null;

  const page = (): HTMLElement => harness.routeNativeElement!;
  const text = (selector: string): string => page().querySelector<HTMLElement>(selector)?.innerText.replace(/\s+/g, ' ').trim() ?? '';
  const press = (key: string): boolean => document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
  const click = (words: string): void => [...page().querySelectorAll<HTMLElement>('button, a')].find((one) => one.innerText.trim() === words)!.click();
  const fill = (name: string, value: string): void => void (page().querySelector<HTMLInputElement>(`[name=${name}]`)!.value = value);

  async function settle(): Promise<void> {
    for (let i = 0; i < 5; i++) {
      await harness.fixture.whenStable();
      await new Promise(requestAnimationFrame);
    }
  }

  async function show(query = '', role: string | null = 'supervisor', records = [notice, guide]): Promise<void> {
    const rows = { ...emptyRows(), hall: { h1: hallRow() }, services: { s1: serviceRow() }, counters: { A01: counterRow({ name: 'A01', staffId: 'P1' }) } };
    const replies: Record<string, unknown> = {
      '/api/v1/session': role && { username: 'wang', role }, '/api/v1/halls/h1/people?who=all': { people: [{ username: 'wang', name: '王', role: 'supervisor' }, { username: 'li', name: '李静', role: 'supervisor' }] },
      '/api/v1/halls/h1/records?versions=all': { records },
    };
    spyOn(window, 'fetch').and.callFake(async (path, init) => {
      if (path === '/api/v1/halls/h1/records?versions=all') {
        asked++;
        if (away) throw new TypeError('Failed to fetch');
      }
      if (init?.method === 'GET') return new Response(JSON.stringify(replies[path as string] ?? null));
      put.push([path as string, JSON.parse(init?.body as string)]);
      return refusal === null ? new Response('{}') : new Response(JSON.stringify({ detail: refusal, code: 'x' }), { status: 422 });
    });
    harness = await RouterTestingHarness.create();
    await harness.navigateByUrl(`/register/h1${query}`, Register);
    await settle();
    ground.begin(rows);
    await settle();
  }

  beforeEach(() => {
    ground = new ManualGround();
    put = [];
    asked = 0;
    away = false;
    refusal = null;
    TestBed.configureTestingModule({ providers: [provideZonelessChangeDetection(), provideRouter([{ path: 'register/:hallId', component: Register }, { path: '**', children: [] }], withComponentInputBinding()), { provide: FEED_GROUND, useValue: ground }] });
    setLang('zh');
  });
  afterEach(async () => {
    await TestBed.inject(Router).navigateByUrl('/');
    harness.fixture.destroy();
  });

  it('asks for a log-in', async () => {
    await show('', null);
    expect([text('p'), page().querySelector('hb-log-in') !== null]).toEqual(['档案需要登录后查看。', true]);
  });

  it('lists a kind with how each stands, and opens one by key', async () => {
    await show('?kind=notice');
    expect(text('.entry')).toBe('监督电话 30 天内到期 第 1 版 · 生效 2026-11-23 · 有效期至 2026-11-23 · 批准人 李静');
    press('j');
    await settle();
    expect([text('hb-record-detail h2'), text('hb-record-detail dl')]).toEqual(['监督电话', '类别 监督渠道 内容 12345 批准人 李静 登记人 王 · 2026-11-23']);
    press('Escape');
    await settle();
    expect(page().querySelector('hb-record-detail')).toBeNull();
  });

  it('shows as withdrawn what was withdrawn a moment ago by the clock of the server', async () => {
    await show('?kind=notice', 'supervisor', [{ ...notice, withdrawnAt: NOW + 900, withdrawnBy: 'wang', reason: '事项取消' }]);
    expect(page().querySelector('.entry.withdrawn')).not.toBeNull();
  });

  it('puts the next version with what the last one said, and says why it was refused', async () => {
    await show('?record=guide-s1');
    click('发布新版本');
    await settle();
    refusal = 'approvedBy: nobody else may.';
    fill('fees', '10 元');
    page().querySelector('form')!.requestSubmit();
    await settle();
    expect(put).toEqual([['/api/v1/halls/h1/records/guide-s1', { title: '社保缴费', approvedBy: 'li', content: { ...guide.content, fees: '10 元' } }]]);
    expect(text('form [role=alert]')).toBe(refusal);
    refusal = null;
    page().querySelector('form')!.requestSubmit();
    await settle();
    expect([put.length, page().querySelector('form')]).toEqual([2, null]);
  });

  it('asks again when the hall’s row says that a record has changed, and not before', async () => {
    await show();
    ground.delta(10, 11, { put: { counters: { A01: counterRow() } } });
    await settle();
    expect(asked).toBe(1);
    ground.delta(11, 12, { put: { hall: { h1: hallRow({ cases: { open: 0, unanswered: 0, changes: 1 } }) } } });
    await settle();
    expect(asked).toBe(2);
  });

  it('asks again when the line comes back: an answer may have been lost with it', async () => {
    away = true;
    await show('?kind=notice');
    expect([asked, text('[role=alert]'), page().querySelector('.entry')]).toEqual([1, '服务器无应答，继续尝试连接', null]);
    away = false;
    ground.say({ kind: 'opened' });
    await settle();
    expect([asked, page().querySelector('[role=alert]'), page().querySelectorAll('.entry').length]).toEqual([2, null, 1]);
  });

  it('withdraws for a reason', async () => {
    await show('?kind=notice&record=notice-1');
    click('撤回');
    await settle();
    fill('reason', '号码已改');
    page().querySelector('form')!.requestSubmit();
    await settle();
    expect(put).toEqual([['/api/v1/halls/h1/records/notice-1/withdraw', { reason: '号码已改' }]]);
  });

  it('says who serves without a certificate, and takes a list line by line', async () => {
    await show('?kind=certificate');
    expect(text('hb-staff-serving summary')).toBe('在岗人员 在岗 1 人，无有效证 1 人，30 天内到期 0 人');
    click('批量导入');
    await settle();
    const list = page().querySelector<HTMLTextAreaElement>('[name=list]')!;
    list.value = 'P1,N1,市局,,2027-12-31\nP 2,N2,市局';
    list.dispatchEvent(new Event('input'));
    await settle();
    expect([text('hb-import-sheet [role=status]'), text('li.wrong b')]).toEqual(['1 行可登记，1 行有误，不会登记', '工号须为 1 至 52 位字母、数字或 . _ : -']);
    page().querySelector<HTMLFormElement>('hb-import-sheet form')!.requestSubmit();
    await settle();
    expect(put).toEqual([['/api/v1/halls/h1/records/certificate-P1', { title: 'P1 · N1', approvedBy: 'li', content: { kind: 'certificate', staffId: 'P1', number: 'N1', issuer: '市局' }, expires: '2027-12-31T16:00:00.000Z' }]]);
  });

  it('lets a reader read', async () => {
    await show('?record=guide-s1', 'reader');
    expect([...page().querySelectorAll<HTMLElement>('main button')].map((one) => one.innerText.split('\n')[0])).toEqual(['社保缴费', '关闭']);
  });
});

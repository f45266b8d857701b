import { provideZonelessChangeDetection } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Title } from '@angular/platform-browser';
import { provideRouter, Router, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { AlertRow, Rows } from '../../../shared/rows/rows.js';
import { emptyRows } from '../../../shared/rows/tables.js';
import { FEED_GROUND } from '../feed/hall-feed';
import { ManualGround } from '../spec-ground';
import { alertRow, hallRow, NOW, serviceRow } from '../spec-rows';
import { setLang } from '../ui/lang';
import { Desk } from './desk';

type Reply = { status: number; body: unknown };

describe('the desk', () => {
  let ground: ManualGround;
  let harness: RouterTestingHarness;
  let asked: string[];
  /** What the server answers to a deed; the spec lets it go when it likes. */
  let answer: (reply: Reply) => void;

  const page = (): HTMLElement => harness.routeNativeElement!;
  const text = (selector: string): string => page().querySelector<HTMLElement>(selector)?.innerText.replace(/\s+/g, ' ').trim() ?? '';
  const deed = (n: number): HTMLButtonElement => page().querySelectorAll<HTMLButtonElement>('.deeds button')[n]!;
  const ticket = (id: string, over: Partial<AlertRow> = {}): AlertRow => alertRow({ subject: { kind: 'ticket', id }, label: id, ...over });
  const press = (key: string): boolean => document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));

  async function settle(): Promise<void> {
    for (let i = 0; i < 5; i++) {
      await harness.fixture.whenStable();
      await new Promise(requestAnimationFrame);
    }
  }

  async function show(alerts: Rows['alerts'], role = 'supervisor'): Promise<void> {
    const replies: Record<string, unknown> = { '/api/v1/session': { username: 'wang', role }, '/api/v1/halls/h1/people?who=all': { people: [{ username: 'li', name: '李静', role: 'supervisor', staffNumber: null }] } };
    spyOn(window, 'fetch').and.callFake(async (path, init) => {
      if (init?.method !== 'POST') return new Response(JSON.stringify(replies[path as string] ?? { alerts: [], deeds: [], events: [] }));
      asked.push(path as string);
      const { status, body } = await new Promise<Reply>((resolve) => (answer = resolve));
      return new Response(JSON.stringify(body), { status });
    });
    harness = await RouterTestingHarness.create();
    await harness.navigateByUrl('/desk/h1', Desk);
    await settle();
    ground.begin({ ...emptyRows(), hall: { h1: hallRow() }, services: { s1: serviceRow() }, alerts });
    await settle();
  }

  beforeEach(() => {
    ground = new ManualGround();
    asked = [];
    const routes = [{ path: 'desk/:hallId', component: Desk }, { path: '**', children: [] }];
    TestBed.configureTestingModule({ providers: [provideZonelessChangeDetection(), provideRouter(routes, withComponentInputBinding()), { provide: FEED_GROUND, useValue: ground }] });
    setLang('zh');
  });
  afterEach(async () => {
    await TestBed.inject(Router).navigateByUrl('/');
    harness.fixture.destroy();
  });

  it('lists what hurts most first, counts what nobody has in its title, and opens by key', async () => {
    await show({ a: ticket('A1', { severity: 'warning' }), b: ticket('B1'), c: ticket('C1', { acknowledgedAt: NOW, acknowledgedBy: 'li' }) });
    expect([...page().querySelectorAll('.open strong')].map((one) => one.textContent)).toEqual(['B1', 'C1', 'A1']);
    expect(TestBed.inject(Title).getTitle()).toBe('(1) 市政务服务中心 · 值班台');
    press('j');
    await settle();
    press('j');
    await settle();
    expect(text('hb-alert-detail h2')).toBe('C1');
    expect(text('.facts')).toContain('李静');
  });

  it('is busy with a deed until the server has answered and the alert’s own row has come', async () => {
    await show({ a: ticket('A1') });
    press('j');
    await settle();
    press('a');
    await settle();
    expect(asked).toEqual(['/api/v1/halls/h1/alerts/a/acknowledge']);
    answer({ status: 200, body: {} });
    await settle();
    expect([deed(0).disabled, text('.deeds')]).toEqual([true, jasmine.stringContaining('正在提交')]);
    expect(text('hb-alert-detail')).not.toContain('签收 ·');
    ground.delta(10, 11, { put: { alerts: { a: ticket('A1', { acknowledgedAt: NOW, acknowledgedBy: 'li' }) } } });
    await settle();
    expect(text('.deeds')).not.toContain('正在提交');
    expect(text('hb-alert-detail .marks')).toBe('李静 于 10:42:07 签收');
    expect(deed(0).disabled).toBeTrue();
  });

  it('says who was first when a deed came second', async () => {
    await show({ a: ticket('A1') });
    press('j');
    await settle();
    press('a');
    await settle();
    ground.delta(10, 11, { put: { alerts: { a: ticket('A1', { acknowledgedAt: NOW, acknowledgedBy: 'li' }) } } });
    answer({ status: 409, body: { detail: 'li acknowledged alert a first' } });
    await settle();
    expect(text('.refusal')).toBe('李静 已于 10:42:07 签收');
  });

  it('lets nobody act on rows that are no longer fresh', async () => {
    await show({ a: ticket('A1') });
    press('j');
    await settle();
    expect(deed(0).disabled).toBeFalse();
    ground.pass(10);
    await settle();
    expect(text('.banner')).toContain('连接中断');
    expect([...page().querySelectorAll<HTMLButtonElement>('.deeds button')].every(({ disabled }) => disabled)).toBeTrue();
    press('a');
    expect(asked).toEqual([]);
  });

  it('tells its keys, and puts the list away again by the same key', async () => {
    await show({});
    press('?');
    await settle();
    page().querySelector('dialog')!.dispatchEvent(new KeyboardEvent('keydown', { key: '?', bubbles: true }));
    await settle();
    expect(page().querySelector('dialog')).toBeNull();
    expect(text('hb-alert-inbox ul')).toBe('没有需要处置的告警');
  });

  it('lets a reader look and not act', async () => {
    await show({ a: ticket('A1') }, 'reader');
    press('j');
    await settle();
    expect(text('hb-deed-bar')).toContain('只能查看');
  });

  it('takes a whole group at once, or those of it that are ticked', async () => {
    await show(Object.fromEntries(['a', 'b', 'c', 'd'].map((id) => [id, ticket(id)])));
    expect(text('.open')).toContain('4 张号票超时');
    page().querySelector<HTMLElement>('.open')!.click();
    await settle();
    page().querySelectorAll<HTMLInputElement>('li input')[1]!.click();
    await settle();
    expect(text('.take')).toBe('签收所选（1）');
    page().querySelector<HTMLElement>('.take')!.click();
    await settle();
    page().querySelector<HTMLElement>('.take')!.click();
    expect(asked.map((path) => path.split('/').at(-2))).toEqual(['b', 'a', 'c', 'd']);
  });
});

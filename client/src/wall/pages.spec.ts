import { provideZonelessChangeDetection } from '@angular/core';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { Rows } from '../../../shared/rows/rows.js';
import { FEED_GROUND } from '../feed/hall-feed';
import { ManualGround } from '../spec-ground';
import { alertRow, boardsOf, hallOf, hallRow, MINUTE, NOW } from '../spec-rows';
import { setLang } from '../ui/lang';
import { Wall } from './wall';

let ground: ManualGround;
let fixture: ComponentFixture<Wall>;
let seq: number;

async function settle(): Promise<void> {
  for (let i = 0; i < 3; i++) {
    await fixture.whenStable();
    await new Promise(requestAnimationFrame);
  }
}

async function show(rows: Rows, search = ''): Promise<void> {
  history.replaceState(null, '', `/${search}`);
  TestBed.configureTestingModule({ providers: [provideZonelessChangeDetection(), provideRouter([]), { provide: FEED_GROUND, useValue: ground }] });
  fixture = TestBed.createComponent(Wall);
  fixture.componentRef.setInput('hallId', 'h1');
  await settle();
  ground.begin(rows, seq);
  await settle();
}

/** Time passes with the server alive. */
async function pass(seconds: number): Promise<void> {
  for (let second = 0; second < seconds; second++) {
    ground.pass(1);
    ground.beat(seq);
  }
  await settle();
}

const page = (): HTMLElement => fixture.nativeElement as HTMLElement;
const find = (selector: string): HTMLElement => page().querySelector<HTMLElement>(selector) as HTMLElement;
const text = (selector: string): string => find(selector)?.innerText.replace(/\s+/g, ' ').trim() ?? '';
const words = { service: '社保医保', counter: '综合窗口', number: 'A001' };
const seen = (): string => ['hb-field', 'hb-manager-page'].filter((selector) => !find('main').classList.contains(selector === 'hb-field' ? 'second' : 'first')).join();

const breach = alertRow({ subject: { kind: 'ticket', id: 't1' }, label: 'A001', serviceId: 's0' });

describe('the pages of a wall', () => {
  beforeEach(() => {
    ground = new ManualGround();
    seq = 10;
    setLang('zh');
  });
  afterEach(() => {
    fixture.destroy();
    history.replaceState(null, '', '/');
  });

  it('turn to the second after a calm minute, and back at once when a breach comes', async () => {
    await show(hallOf(12, words));
    expect([seen(), text('.page')]).toEqual(['hb-field', '第 1/2 页']);
    await pass(61);
    expect([seen(), text('.page')]).toEqual(['hb-manager-page', '第 2/2 页']);
    ground.delta(10, (seq = 11), { put: { alerts: { a1: breach } } });
    await settle();
    expect(seen()).toBe('hb-field');
    await pass(110);
    expect(seen()).toBe('hb-field');
  });

  it('are pinned by the address, and one in a hall of boards', async () => {
    await show(hallOf(12, words), '?page=2');
    expect(seen()).toBe('hb-manager-page');
    expect([...page().querySelectorAll('hb-manager-page h2')].map((title) => title.textContent)).toEqual(['等候人数', '等待时间', '窗口状态', '满意度评价']);
    fixture.destroy();
    TestBed.resetTestingModule();
    ground = new ManualGround();
    await show(boardsOf(5), '?page=2');
    expect([seen(), text('.page'), find('hb-manager-page')]).toEqual(['hb-field', '第 1/1 页', null] as never);
  });

  it('are three where the hall discloses notices', async () => {
    const notice = { id: 'n', title: '监督电话', version: 1, effectiveFromAt: NOW, expiresAt: null, approvedBy: null, content: { kind: 'notice', topic: 'channels', text: '拨打 12345' } };
    spyOn(window, 'fetch').and.resolveTo(new Response(JSON.stringify({ hall: {}, at: NOW, guides: [], notices: [notice] })));
    await show(hallOf(12, words), '?page=3');
    while (!find('hb-notice-page article')) await settle(); // the page asks by itself
    expect([text('.page'), find('main').classList.contains('third'), text('hb-notice-page article')]).toEqual(['第 3/3 页', true, '监督渠道 监督电话 拨打 12345']);
    expect(window.fetch).toHaveBeenCalledOnceWith('/api/v1/halls/h1/disclosure', jasmine.anything());
  });

  it('keep every tile while another page is seen', async () => {
    await show(hallOf(12, words));
    const tile = find('hb-counter-tile');
    await pass(61);
    expect(seen()).toBe('hb-manager-page');
    expect(find('hb-counter-tile')).toBe(tile);
  });
});

describe('a wall whose hall is shut and empty', () => {
  const rows = (): Rows => {
    const shut = hallOf(2, words);
    const at = (time: string): number => Date.parse(`2026-11-${time}:00+08:00`);
    shut.hall['h1'] = hallRow({ state: 'closed', opensAt: at('23T08:00'), closesAt: at('23T10:00'), nextOpensAt: at('24T09:00'), nextClosesAt: at('24T17:00') });
    for (const row of Object.values(shut.services)) row.waiting = 0;
    for (const row of Object.values(shut.counters)) row.state = 'closed';
    return shut;
  };

  beforeEach(() => {
    ground = new ManualGround();
    seq = 10;
    setLang('zh');
  });
  afterEach(() => fixture.destroy());

  it('rests: it says so, when it opens again, and how the day went', async () => {
    await show(rows());
    expect(text('hb-closed-page')).toBe('市政务服务中心 已闭馆 10:42 下次开放 明天 09:00–17:00 今日办结 11987 件 等候达标率 93.7% 满意率 98.7%');
    const before = find('hb-closed-page main').getBoundingClientRect();
    await pass(60);
    const after = find('hb-closed-page main').getBoundingClientRect();
    expect([after.x, after.y]).not.toEqual([before.x, before.y]);
  });

  it('names a later day, and shows no figure before opening', async () => {
    const early = rows();
    const hall = early.hall['h1'] as Rows['hall'][string];
    early.hall['h1'] = { ...hall, opensAt: NOW + 60 * MINUTE, nextOpensAt: NOW + 60 * MINUTE, nextClosesAt: NOW + 120 * MINUTE };
    await show(early);
    expect(text('hb-closed-page')).toBe('市政务服务中心 尚未开放 10:42 下次开放 今天 11:42–12:42');
    ground.delta(10, 11, { put: { hall: { h1: { ...hall, nextOpensAt: NOW + 4 * 24 * 60 * MINUTE, nextClosesAt: NOW + 4 * 24 * 60 * MINUTE + MINUTE } } } });
    await settle();
    expect(text('.opens')).toBe('下次开放 11月27日周五 10:42–10:43');
  });

  it('says quietly that the connection is lost, and stops resting where it can no longer know', async () => {
    await show(rows());
    ground.pass(11);
    await settle();
    expect(text('.lost-line')).toContain('连接中断 · 最后数据 10:42');
    ground.beat(10);
    await settle();
    expect(find('.lost-line')).toBeNull();
    ground.delta(10, 11, { put: { services: { s0: { ...(rows().services['s0'] as Rows['services'][string]), waiting: 1 } } } });
    await settle();
    expect(find('hb-closed-page')).toBeNull();
  });
});

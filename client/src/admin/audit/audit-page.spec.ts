import { provideZonelessChangeDetection } from '@angular/core';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { AuditAnswer, AuditEntry } from '../../../../shared/rows/audit.js';
import { setLang } from '../../ui/lang';
import { AuditPage } from './audit-page';
import { dayOf, rangeOf } from './day-range';

const entry = (more: Partial<AuditEntry>): AuditEntry => (
  { seq: 1, at: '2026-11-23T04:00:00Z', who: 'li', role: 'admin', from: '10.0.0.4', act: 'people.manage', hallId: null, target: 'wang', result: 'done', status: 204, hash: '', ...more });

describe('the page of the audit log', () => {
  let fixture: ComponentFixture<AuditPage>;
  let asked: string[];
  const texts = (selector: string): string[] => [...(fixture.nativeElement as HTMLElement).querySelectorAll<HTMLElement>(selector)].map((one) => one.innerText.replace(/\s+/g, ' ').trim());

  async function settled(): Promise<void> {
    for (let i = 0; i < 6; i++) {
      await new Promise(requestAnimationFrame);
      await fixture.whenStable();
    }
  }

  async function show(answer: AuditAnswer): Promise<void> {
    asked = [];
    spyOn(window, 'fetch').and.callFake(async (path) => {
      asked.push(path as string);
      return new Response(JSON.stringify((path as string) === '/api/v1/session' ? { username: 'li', role: 'admin' } : answer));
    });
    TestBed.configureTestingModule({ providers: [provideZonelessChangeDetection(), provideRouter([])] });
    setLang('zh');
    fixture = TestBed.createComponent(AuditPage);
    await settled();
  }
  afterEach(() => fixture.destroy());

  it('tells who did what and what became of it, and is narrowed to one of them', async () => {
    await show({ entries: [entry({ seq: 2, who: null, act: 'session.start', target: null, result: 'refused', detail: { leftOut: 3 } }), entry({})], more: 0, broken: null });
    expect(texts('li').map((text) => text.replace(/^\S+ /, ''))).toEqual(['未知来者 10.0.0.4 session.start leftOut: 3 被拒绝', 'li 10.0.0.4 people.manage wang 成功']);
    expect(texts('.notice')).toEqual(['逐条相连，未见改动或缺失。']);
    const who = (fixture.nativeElement as HTMLElement).querySelector<HTMLSelectElement>('[name=who]')!;
    who.value = 'li';
    who.dispatchEvent(new Event('change'));
    await settled();
    expect(texts('li').length).toBe(1);
    expect(asked.at(-1)).toContain('/api/v1/audit?from=');
  });

  it('says which line is missing, and that a day is empty', async () => {
    await show({ entries: [], more: 0, broken: { seq: 7, why: 'missing' } });
    expect(texts('.problem')).toEqual(['第 7 条缺失：从这里起，记录不再可信。']);
    expect(texts('li')).toEqual(['这一天没有记录。']);
  });
});

describe('the day of the audit log', () => {
  it('goes from midnight to midnight of the browser', () => {
    const range = rangeOf('2026-11-23')!;
    expect([dayOf(range.from), dayOf(range.to)]).toEqual(['2026-11-23', '2026-11-24']);
    expect(rangeOf('')).toBeNull();
  });
});

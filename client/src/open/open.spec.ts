import { provideZonelessChangeDetection } from '@angular/core';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { NOW } from '../spec-rows';
import { setLang } from '../ui/lang';
import { Open } from './open';

const published = { version: 2, effectiveFromAt: NOW, expiresAt: null, approvedBy: '0117' };
const guide = (serviceId: string, service: string, workingDays?: number) => ({ ...published, id: `guide-${serviceId}`, title: `${service}办理`, service, content: { kind: 'guide', serviceId, basis: '法', materials: ['身份证'], steps: ['取号'], fees: '免费', workingDays } });
const told = { hall: { name: '大厅', timezone: 'Asia/Shanghai', demo: false }, at: NOW, guides: [guide('s1', '社保', 3), guide('s2', '税务')], notices: [{ ...published, id: 'n', title: '监督电话', expiresAt: NOW + 1, content: { kind: 'notice', topic: 'channels', text: '12345' } }] };

describe('what a hall makes public', () => {
  let fixture: ComponentFixture<Open>;
  const page = (): HTMLElement => fixture.nativeElement as HTMLElement;
  const texts = (selector: string): string[] => [...page().querySelectorAll<HTMLElement>(selector)].map((one) => one.innerText.replace(/\s+/g, ' ').trim());

  async function show(status: number, body: unknown, service?: string): Promise<void> {
    spyOn(window, 'fetch').and.resolveTo(new Response(JSON.stringify(body), { status }));
    TestBed.configureTestingModule({ providers: [provideZonelessChangeDetection()] });
    setLang('zh');
    fixture = TestBed.createComponent(Open);
    for (const [name, value] of Object.entries({ hallId: 'h1', service })) fixture.componentRef.setInput(name, value);
    await settle();
  }

  async function settle(): Promise<void> {
    for (let i = 0; i < 4; i++) {
      await new Promise(requestAnimationFrame);
      await fixture.whenStable();
    }
  }

  afterEach(() => fixture.destroy());

  it('says how each service is done and where to complain, in either language', async () => {
    await show(200, told);
    expect(texts('summary')).toEqual(['社保办理 社保 · 免费 · 3 个工作日', '税务办理 税务 · 免费 · 当场办结']);
    expect(texts('article')).toEqual(['监督电话 监督渠道 12345 第 2 版，2026-11-23 起生效 · 有效期至 2026-11-23 · 批准人工号 0117']);
    setLang('en');
    await settle();
    expect(texts('summary')[0]).toBe('社保办理 社保 · 免费 · 3 working days');
    setLang('zh');
  });

  it('is searched by service, and opens the one that is left', async () => {
    await show(200, told, '税务');
    expect([texts('summary'), page().querySelector('details')!.open]).toEqual([['税务办理 税务 · 免费 · 当场办结'], true]);
    const search = page().querySelector('input')!;
    search.value = '没有';
    search.dispatchEvent(new Event('input'));
    await settle();
    expect(texts('[role=status]')).toEqual(['没有符合的事项。']);
  });

  it('says why there is nothing to read', async () => {
    await show(401, { detail: 'hall.read needs a key' });
    expect(texts('[role=alert]')).toEqual(['本厅的公开内容须在厅内大屏或登录后查看。']);
  });
});

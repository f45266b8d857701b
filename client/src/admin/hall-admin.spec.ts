import { provideZonelessChangeDetection } from '@angular/core';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { setLang } from '../ui/lang';
import { HallAdmin } from './hall-admin';

const MINUTE = 60_000;
const AT = 1_795_398_000_000;
const screen = {
  screenId: '7d3f0c1e-5b8a', page: 'wall', name: '东侧', build: 'main-NEW', width: 1920, height: 1080, ratio: 1, upMs: 59 * MINUTE, heapBytes: 31_457_280,
  connected: true, connectedAt: AT, lastSeenAt: AT - MINUTE, who: '东侧', address: '10.0.0.7',
};
const gone = { ...screen, screenId: 'gone', name: '西侧', build: 'main-OLD', heapBytes: null, connected: false, lastSeenAt: AT - 90 * MINUTE };
const settings = { name: '中心', timezone: 'Asia/Shanghai', services: [], counters: [], openingHours: [], public: false, demo: false };

describe('the page of a hall’s settings', () => {
  let fixture: ComponentFixture<HallAdmin>;
  const page = (): HTMLElement => fixture.nativeElement as HTMLElement;
  const texts = (selector: string): string[] => [...page().querySelectorAll<HTMLElement>(selector)].map((one) => one.innerText.replace(/\s+/g, ' ').trim());

  async function show(section: string, role: string | null): Promise<void> {
    const answers: Record<string, unknown> = {
      '/api/v1/session': role && { username: 'wang', role }, '/api/v1/halls/centre': settings,
      '/api/v1/halls/centre/screens': { at: AT, build: 'main-NEW', screens: [gone, screen] },
    };
    spyOn(window, 'fetch').and.callFake(async (path) => new Response(JSON.stringify(answers[path as string] ?? null), { status: answers[path as string] ? 200 : 401 }));
    TestBed.configureTestingModule({ providers: [provideZonelessChangeDetection(), provideRouter([])] });
    setLang('zh');
    fixture = TestBed.createComponent(HallAdmin);
    fixture.componentRef.setInput('hallId', 'centre');
    fixture.componentRef.setInput('section', section);
    for (let i = 0; i < 8; i++) {
      await new Promise(requestAnimationFrame);
      await fixture.whenStable();
    }
  }
  afterEach(() => fixture.destroy());

  it('asks who it is before it shows anything', async () => {
    await show('basic', null);
    expect(page().querySelector('hb-log-in')).not.toBeNull();
    expect(texts('nav, section')).toEqual([]);
  });

  it('shows an administrator every section', async () => {
    await show('basic', 'admin');
    expect(texts('nav a').length).toBe(9);
    expect(page().querySelector<HTMLInputElement>('[name=name]')?.value).toBe('中心');
  });

  it('shows a supervisor the standard, the screens and the channels alone', async () => {
    await show('basic', 'supervisor');
    expect(texts('nav a')).toEqual(['服务标准', '在线大屏', '通知']);
    expect(page().querySelector('input')).toBeNull();
  });

  it('lists those that are here before those that are gone, and marks another build', async () => {
    await show('screens', 'supervisor');
    const [here, away] = texts('li');
    expect(here).toBe('东侧 · 大屏 在线 · 东侧 · 10.0.0.7 已运行 1 小时 尺寸 1920 × 1080 内存 30 MB 版本 main-NEW 重载');
    expect(away).toContain('西侧 · 大屏 1 小时前离线');
    expect(away).toContain('main-OLD 版本不同');
    expect([...page().querySelectorAll('button[aria-label^="重载"]')].map((button) => (button as HTMLButtonElement).disabled)).toEqual([false, true]);
  });

  it('asks before unsaved changes are lost, and only then', async () => {
    await show('basic', 'admin');
    const asked = spyOn(window, 'confirm').and.returnValue(false);
    expect([fixture.componentInstance.mayLeave(), asked.calls.count()]).toEqual([true, 0]);
    const name = page().querySelector<HTMLInputElement>('[name=name]')!;
    name.value = '新名';
    name.dispatchEvent(new Event('input'));
    expect([fixture.componentInstance.mayLeave(), asked.calls.count()]).toEqual([false, 1]);
  });
});

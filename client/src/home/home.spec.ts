import { provideZonelessChangeDetection } from '@angular/core';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { setLang } from '../ui/lang';
import { Home } from './home';

type Reply = { status: number; body: unknown } | 'away';

const hall = { id: 'demo', name: '演示大厅', demo: true, state: 'open', day: '2026-11-23', waiting: 12, serving: 5 };
const noSession: Reply = { status: 401, body: { detail: 'no session' } };

let fixture: ComponentFixture<Home>;
const page = (): HTMLElement => fixture.nativeElement as HTMLElement;
const text = (selector: string): string => page().querySelector<HTMLElement>(selector)?.innerText.replace(/\s+/g, ' ').trim() ?? '';

/** A server in a table: `METHOD path` → answer. */
function serve(replies: Record<string, Reply>): void {
  spyOn(window, 'fetch').and.callFake(async (input, init) => {
    const reply = replies[`${init?.method ?? 'GET'} ${input as string}`] ?? 'away';
    if (reply === 'away') throw new TypeError('Failed to fetch');
    return new Response(reply.body === null ? null : JSON.stringify(reply.body), { status: reply.status });
  });
}

async function show(): Promise<void> {
  TestBed.configureTestingModule({ providers: [provideZonelessChangeDetection(), provideRouter([])] });
  setLang('zh');
  fixture = TestBed.createComponent(Home);
  await settle();
}

async function settle(): Promise<void> {
  for (let i = 0; i < 6; i++) {
    await new Promise(requestAnimationFrame);
    await fixture.whenStable();
  }
}

describe('the chooser', () => {
  afterEach(() => fixture.destroy());

  it('leads to the wall of every hall', async () => {
    serve({ 'GET /api/v1/halls': { status: 200, body: { halls: [hall] } }, 'GET /api/v1/session': noSession });
    await show();
    expect(page().querySelector('a.card')?.getAttribute('href')).toBe('/wall/demo');
    expect(text('a.card')).toBe('演示大厅 12 等候人数 5 办理窗口 演示数据 开厅 · 2026-11-23 · demo');
    expect(page().querySelector('hb-log-in')).toBeNull();
  });

  it('says how to make the first hall when there is none, and offers to log in', async () => {
    serve({ 'GET /api/v1/halls': { status: 200, body: { halls: [] } }, 'GET /api/v1/session': noSession });
    await show();
    expect(text('pre')).toContain('/api/v1/halls/main');
    expect(page().querySelector('hb-log-in form')).not.toBeNull();
  });

  it('says honestly that the server is away', async () => {
    serve({});
    await show();
    expect(text('[role=alert]')).toContain('无应答');
    expect(page().querySelectorAll('a.card').length).toBe(0);
  });

  it('shows why a log-in was refused, in the server’s words', async () => {
    serve({
      'GET /api/v1/halls': { status: 200, body: { halls: [] } },
      'GET /api/v1/session': noSession,
      'POST /api/v1/session': { status: 401, body: { detail: 'user name or password is wrong' } },
    });
    await show();
    page().querySelector('form')?.dispatchEvent(new Event('submit'));
    await settle();
    expect(text('form [role=alert]')).toBe('user name or password is wrong');
  });

  it('says who is logged in and logs out', async () => {
    serve({
      'GET /api/v1/halls': { status: 200, body: { halls: [hall] } },
      'GET /api/v1/session': { status: 200, body: { username: 'admin', role: 'admin' } },
      'DELETE /api/v1/session': { status: 204, body: null },
    });
    await show();
    expect(text('header')).toContain('admin · 管理员');
    page().querySelector<HTMLButtonElement>('hb-account button')?.click();
    await settle();
    expect(window.fetch).toHaveBeenCalledWith('/api/v1/session', jasmine.objectContaining({ method: 'DELETE' }));
  });
});

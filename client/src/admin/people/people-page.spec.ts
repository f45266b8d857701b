import { provideZonelessChangeDetection } from '@angular/core';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { PersonEntry } from '../../../../shared/commands/people.js';
import { setLang } from '../../ui/lang';
import { PeoplePage } from './people-page';

const admin: PersonEntry = { username: 'admin', name: 'admin', role: 'admin', hallIds: null, staffNumber: null, createdAt: 0 };
const wang: PersonEntry = { username: 'wang', name: '王芳', role: 'supervisor', hallIds: ['east', 'gone'], staffNumber: '0712', createdAt: 0 };

describe('the page of people', () => {
  let fixture: ComponentFixture<PeoplePage>;
  let said: { method: string; path: string; body: unknown }[];
  let refusal: object | null;
  const page = (): HTMLElement => fixture.nativeElement as HTMLElement;
  const texts = (selector: string): string[] => [...page().querySelectorAll<HTMLElement>(selector)].map((one) => one.innerText.replace(/\s+/g, ' ').trim());
  const press = async (selector: string): Promise<void> => {
    page().querySelector<HTMLButtonElement>(selector)!.click();
    await settled();
  };
  const type = (field: string, text: string): void => void (page().querySelector<HTMLInputElement>(`[name=${field}]`)!.value = text);

  async function settled(): Promise<void> {
    for (let i = 0; i < 6; i++) {
      await new Promise(requestAnimationFrame);
      await fixture.whenStable();
    }
  }

  async function show(people: PersonEntry[] | null): Promise<void> {
    const answers: Record<string, unknown> = {
      '/api/v1/session': { username: 'admin', role: people ? 'admin' : 'reader' }, '/api/v1/people': people && { people }, '/api/v1/halls': { halls: [{ id: 'east', name: '东区大厅' }] },
    };
    [said, refusal] = [[], null];
    spyOn(window, 'fetch').and.callFake(async (path, init) => {
      if (init?.method !== 'GET') said.push({ method: init?.method ?? '', path: path as string, body: init?.body ? JSON.parse(init.body as string) : null });
      if (refusal && init?.method !== 'GET') return new Response(JSON.stringify(refusal), { status: 409 });
      return new Response(JSON.stringify(answers[path as string] ?? null), { status: init?.method !== 'GET' || answers[path as string] ? 200 : 403 });
    });
    TestBed.configureTestingModule({ providers: [provideZonelessChangeDetection(), provideRouter([])] });
    setLang('zh');
    fixture = TestBed.createComponent(PeoplePage);
    await settled();
  }
  afterEach(() => fixture.destroy());

  it('shows whoever looks after nobody their own password alone', async () => {
    await show(null);
    expect(texts('h1, h2')).toEqual(['我的密码', '我的密码']);
    expect(page().querySelectorAll('li, section').length).toBe(0);
  });

  it('tells of each person who they are and in which halls', async () => {
    await show([admin, wang]);
    expect(texts('li')).toEqual(['admin · admin 您 管理员 全部大厅 修改 删除', '王芳 · wang 工号 0712 值班长 东区大厅、gone 修改 删除']);
  });

  it('changes what a person is, and leaves a password that nobody wrote', async () => {
    await show([admin, wang]);
    await press('[aria-label="修改 王芳"]');
    type('staffNumber', ' ');
    await press('hb-person-form [name=gone]');
    await press('hb-person-form [type=submit]');
    expect(said).toEqual([{ method: 'PATCH', path: '/api/v1/people/wang', body: { name: '王芳', role: 'supervisor', hallIds: ['east'], staffNumber: null } }]);
  });

  it('calls a person without a name by their username', async () => {
    await show([admin]);
    await press('section > .main');
    type('username', ' li ');
    type('password', 'four words of my own');
    await press('hb-person-form [type=submit]');
    expect(said).toEqual([{ method: 'POST', path: '/api/v1/people', body: { username: 'li', name: 'li', role: 'supervisor', hallIds: null, password: 'four words of my own' } }]);
    expect(texts('.notice')).toEqual(['已添加：li']);
  });

  it('asks for no new password of one’s own without the present one', async () => {
    await show([admin, wang]);
    await press('[aria-label="修改 admin"]');
    expect(page().querySelector('hb-person-form [name=password]')).toBeNull();
  });

  it('asks before it removes, and says why the last administrator stays', async () => {
    await show([admin]);
    refusal = { code: 'lastAdmin', detail: 'admin is the last administrator of every hall: make another one first.' };
    const asked = spyOn(window, 'confirm').and.returnValues(false, true);
    await press('[aria-label="删除 admin"]');
    expect(said).toEqual([]);
    await press('[aria-label="删除 admin"]');
    expect([asked.calls.count(), said.length]).toEqual([2, 1]);
    expect(texts('.problem')).toEqual(['这是最后一位管理全部大厅的管理员，须先另设一位。']);
  });
});

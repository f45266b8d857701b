import { provideZonelessChangeDetection } from '@angular/core';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { ChannelEntry, DeliveryEntry } from '../../../../shared/commands/channel.js';
import { Session } from '../../feed/session';
import { setLang } from '../../ui/lang';
import { ChannelsSection } from './channels-section';

const ROAD = '/api/v1/halls/centre';
const group: ChannelEntry = { id: 'c1', hallId: 'centre', kind: 'dingtalk', name: '值班群', person: null, severities: ['breach'], address: 'https://oapi.dingtalk.com', state: 'failing', lastError: 'it answered 500', createdAt: 0 };
const mail: ChannelEntry = { ...group, id: 'c2', hallId: null, kind: 'email', name: '邮箱', person: 'gone', severities: ['warning', 'breach'], address: 'a@example.com', state: 'on', lastError: null };
const dead: DeliveryEntry = { id: 'd1', channelId: 'c1', event: 'raised', state: 'dead', alertIds: ['a1', 'a2'], attempts: 21, createdAt: 0, dueAt: 0, sentAt: null, lastError: 'no answer in time' };
const sent: DeliveryEntry = { ...dead, id: 'd2', channelId: 'c2', state: 'sent', attempts: 1, lastError: null };

describe('the page of a hall’s channels', () => {
  let fixture: ComponentFixture<ChannelsSection>;
  let said: { method: string; path: string; body: unknown }[];
  let refusal: object | null;
  const page = (): HTMLElement => fixture.nativeElement as HTMLElement;
  const texts = (selector: string): string[] => [...page().querySelectorAll<HTMLElement>(selector)].map((one) => one.innerText.replace(/\s+/g, ' ').trim());
  const press = async (selector: string): Promise<void> => {
    page().querySelector<HTMLButtonElement>(selector)!.click();
    await settled();
  };

  async function settled(): Promise<void> {
    for (let i = 0; i < 6; i++) {
      await new Promise(requestAnimationFrame);
      await fixture.whenStable();
    }
  }

  async function show(role: string, channels = [group, mail]): Promise<void> {
    const answers: Record<string, unknown> = {
      '/api/v1/session': { username: 'admin', role }, [`${ROAD}/channels`]: { channels, vapidPublicKey: 'v' },
      [`${ROAD}/deliveries`]: { deliveries: [dead, sent], more: 0 }, [`${ROAD}/deliveries?status=pending`]: { deliveries: [], more: 0 },
      [`${ROAD}/deliveries?status=sent`]: { deliveries: Array.from({ length: 60 }, (_, index) => ({ ...sent, id: `s${index}` })), more: 7 }, [`${ROAD}/people`]: { people: [{ username: 'wang', name: '王芳', role: 'supervisor', staffNumber: null }] },
      [`${ROAD}/channels/c1/test`]: { ok: false, error: 'it answered 500' },
    };
    [said, refusal] = [[], null];
    spyOn(window, 'fetch').and.callFake(async (path, init) => {
      if (init?.method !== 'GET') said.push({ method: init?.method ?? '', path: path as string, body: init?.body ? JSON.parse(init.body as string) : null });
      if (refusal && init?.method === 'PUT') return new Response(JSON.stringify(refusal), { status: 422 });
      return new Response(JSON.stringify(answers[path as string] ?? null));
    });
    TestBed.configureTestingModule({ providers: [provideZonelessChangeDetection(), provideRouter([])] });
    setLang('zh');
    await TestBed.inject(Session).look();
    fixture = TestBed.createComponent(ChannelsSection);
    fixture.componentRef.setInput('hallId', 'centre');
    await settled();
  }
  afterEach(() => fixture.destroy());

  it('marks a channel that fails, with the reason, and no other', async () => {
    await show('admin');
    expect(texts('.state').slice(0, 2)).toEqual(['连续失败', '正常']);
    expect(texts('p.problem')).toEqual(['最近三次都没有送达：it answered 500']);
  });

  it('tells at once that a test did not arrive', async () => {
    await show('admin', [{ ...group, state: 'on', lastError: null }]);
    await press('[aria-label="发送测试 值班群"]');
    expect(texts('p.problem')).toEqual(['测试消息没有送达：it answered 500']);
  });

  it('changes a channel without where it leads, which is never shown', async () => {
    await show('admin');
    await press('[aria-label="修改 邮箱"]');
    expect(texts('hb-channel-form')[0]).toContain('邮件：地址和密钥已设置，不再显示');
    await press('hb-channel-form [name=warning]');
    await press('hb-channel-form [type=submit]');
    expect(said).toEqual([{ method: 'PUT', path: `${ROAD}/channels/c2`, body: { name: '邮箱', severities: ['breach'], allHalls: true, person: 'gone' } }]);
    expect(page().querySelector('hb-channel-form')).toBeNull();
  });

  it('says beneath the field what the server refused of it, and keeps the form', async () => {
    await show('admin');
    refusal = { code: 'body', detail: 'target.to.0: Invalid email address', field: 'target.to.0' };
    await press('[aria-label="修改 邮箱"]');
    await press('hb-channel-form .plain');
    page().querySelector<HTMLInputElement>('[name=to]')!.value = 'nobody';
    await press('hb-channel-form [type=submit]');
    expect(texts('hb-refused .problem')).toEqual(['须为邮箱地址，最多 20 个']);
  });

  it('asks a supervisor neither whose a channel is nor for every hall', async () => {
    await show('supervisor', []);
    expect(texts('li')[0]).toContain('还没有通知渠道');
    await press('.button.main');
    expect(page().querySelectorAll('[name=person], [name=allHalls]').length).toBe(0);
  });

  it('lists what became of the messages, and tries again what was given up, that alone', async () => {
    await show('admin');
    const [one, other] = texts('hb-deliveries li');
    expect(one).toMatch(/值班群 · 触发 · 2 条告警 ?已放弃 ?试过 21 次 ?重试 ?上次失败：no answer in time。$/);
    expect(other).toMatch(/邮箱 · 触发 · 2 条告警 ?已送达 ?试过 1 次$/);
    await press('[aria-label="重试 值班群"]');
    expect(said).toEqual([{ method: 'POST', path: `${ROAD}/deliveries/d1/retry`, body: null }]);
    await choose('pending');
    expect(texts('hb-deliveries li')).toEqual(['没有这种状态的记录。']);
  });

  it('lists fifty messages, the others on demand, and says how many older ones there are', async () => {
    await show('admin');
    await choose('sent');
    expect(texts('hb-deliveries li')).toHaveSize(50);
    expect(texts('hb-deliveries > p')).toEqual([]);
    await press('hb-deliveries > button');
    expect(texts('hb-deliveries li')).toHaveSize(60);
    expect(texts('hb-deliveries > p')).toEqual(['另有更早的 7 条未列出，可按状态筛选']);
  });

  async function choose(wanted: string): Promise<void> {
    const state = page().querySelector<HTMLSelectElement>('[name=deliveryState]')!;
    state.value = wanted;
    state.dispatchEvent(new Event('change'));
    await settled();
  }
});

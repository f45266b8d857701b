/** People and channels, with nothing but a browser: who sees which hall, and whom a hall tells of its alerts. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { HallSettings } from '../../shared/commands/hall.js';
import { createApp, type App } from '../../server/app.js';
import { answer, Receiver } from '../../server/notify/receiver.spec-kit.js';
import { closeBrowser, openPage, type OpenPage } from '../screens/browser.js';

const PASSWORD = 'four words of my own';
const WANGS = 'another four words of hers';

describe('People and channels', () => {
  let data: string;
  let app: App;
  let receiver: Receiver;
  let pages: OpenPage[];

  beforeEach(async () => {
    data = await mkdtemp(join(tmpdir(), 'hallboard-flow-'));
    receiver = await Receiver.open();
    app = await createApp({ data, port: 0, adminPassword: PASSWORD, notify: { allowPrivate: true } });
    for (const [id, name] of [['east', '东区大厅'], ['west', '西区大厅']] as const) await app.halls.configure(id, HallSettings.parse({ name }));
    pages = [];
  });

  afterEach(async () => {
    expect(pages.flatMap(({ faults }) => faults)).toEqual([]);
    for (const { page } of pages) await page.close();
    await app.close();
    await receiver.close();
    await rm(data, { recursive: true, force: true });
  });

  afterAll(closeBrowser);

  async function logIn(username: string, password: string, path: string): Promise<Page> {
    const opened = await openPage(app.url + path, { width: 1440, height: 900 });
    pages.push(opened);
    opened.page.on('dialog', (dialog) => void dialog.accept());
    await opened.page.fill('[name=username]', username);
    await opened.page.fill('[name=password]', password);
    await opened.page.click('hb-log-in [type=submit]');
    return opened.page;
  }

  async function addWang(page: Page): Promise<void> {
    await page.click('text=添加人员');
    await page.fill('hb-person-form [name=username]', 'wang');
    await page.fill('hb-person-form [name=name]', '王芳');
    await page.fill('hb-person-form [name=staffNumber]', '0712');
    await page.uncheck('[name=everyHall]');
    await page.check('[name=east]');
    await page.fill('hb-person-form [name=password]', 'password2026');
    await page.click('hb-person-form [type=submit]');
    await page.waitForSelector('hb-person-form hb-refused:has-text("不能是常见词")');
    await page.fill('hb-person-form [name=password]', WANGS);
    await page.click('hb-person-form [type=submit]');
    await page.waitForSelector('text=已添加：王芳');
  }

  it('a supervisor of one hall is made, sees that hall alone, and changes their own password', async () => {
    await addWang(await logIn('admin', PASSWORD, '/admin/people'));
    const page = await logIn('wang', WANGS, '/admin');
    await page.waitForSelector('main li:has-text("东区大厅")');
    expect(await page.locator('main li').count()).toBe(1);
    await page.click('hb-account a');
    await page.waitForSelector('hb-own-password');
    expect(await page.locator('main li').count()).toBe(0);
    await page.fill('[name=currentPassword]', 'not hers at all');
    await page.fill('[name=newPassword]', 'seven other words she knows');
    await page.click('hb-own-password [type=submit]');
    await page.waitForSelector('text=当前密码不对');
    await page.fill('[name=currentPassword]', WANGS);
    await page.click('hb-own-password [type=submit]');
    await page.waitForSelector('text=密码已修改');
    await expectAsync(app.access.logIn('wang', 'seven other words she knows')).toBeResolved();
  });

  it('the last administrator stays, and whoever is removed is logged out', async () => {
    const page = await logIn('admin', PASSWORD, '/admin/people');
    await addWang(page);
    const wangs = await logIn('wang', WANGS, '/admin/people');
    await wangs.waitForSelector('hb-own-password');
    await page.click('[aria-label="删除 admin"]');
    await page.waitForSelector('text=这是最后一位管理全部大厅的管理员');
    await page.click('[aria-label="删除 王芳"]');
    await page.waitForSelector('text=已删除：王芳');
    await wangs.reload();
    await wangs.waitForSelector('hb-log-in');
    expect(app.access.people.list().map(({ username }) => username)).toEqual(['admin']);
  });

  it('the way out is on every page that takes a log-in, and leaves nothing of the log-in there', async () => {
    for (const path of ['/admin', '/desk/east', '/report/east']) {
      const page = await logIn('admin', PASSWORD, path);
      await page.getByText('东区大厅').first().waitFor();
      await page.click('hb-account button');
      await page.waitForSelector('hb-log-in');
      expect(await page.locator('hb-account').count()).withContext(path).toBe(0);
      expect(await page.inputValue('hb-log-in [name=password]')).withContext(path).toBe('');
      expect((await page.context().cookies()).some(({ name }) => name === 'hallboard_session')).withContext(path).toBeFalse();
      expect(await page.textContent('body')).withContext(path).not.toContain('东区大厅');
    }
  });

  it('a webhook is told in a test what it is, and says at once when nobody takes it', async () => {
    const page = await logIn('admin', PASSWORD, '/admin/east/channels');
    await page.click('text=添加渠道');
    await page.fill('hb-channel-form [name=name]', '调度程序');
    await page.selectOption('[name=kind]', 'webhook');
    await page.fill('[name=url]', `${receiver.url}/alerts`);
    const secret = await page.inputValue('[name=secret]');
    await page.click('hb-channel-form [type=submit]');
    const row = page.locator('li', { hasText: '调度程序' });
    await row.getByText('发送测试').click();
    await row.getByText('测试消息已送达').waitFor();
    const [told] = receiver.received;
    expect(told?.path).toBe('/alerts');
    expect(JSON.parse(told?.body ?? '{}')).toEqual(jasmine.objectContaining({ type: 'hallboard.alert.raised', data: jasmine.objectContaining({ hallName: '东区大厅' }) }));
    expect(await page.content()).not.toContain(secret);

    receiver.manner = answer(500);
    for (let i = 0; i < 3; i++) {
      await row.getByText('发送测试').click();
      await row.getByText('测试消息没有送达').waitFor();
      await receiver.has(2 + i);
    }
    await row.getByText('连续失败').waitFor();
  });
});

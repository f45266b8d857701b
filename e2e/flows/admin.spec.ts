/** From an empty server to a wall that hangs and is taken down again, with nothing but a browser. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { createApp, type App } from '../../server/app.js';
import { closeBrowser, openPage } from '../screens/browser.js';
import { WallScreen } from '../screens/wall-screen.js';

const PASSWORD = 'four words of my own';

describe('An administrator', () => {
  let data: string;
  let app: App;
  let page: Page;
  let faults: string[];

  beforeEach(async () => {
    data = await mkdtemp(join(tmpdir(), 'hallboard-flow-'));
    app = await createApp({ data, port: 0, adminPassword: PASSWORD });
    ({ page, faults } = await openPage(`${app.url}/admin`, { width: 1366, height: 768 }));
    page.on('dialog', (dialog) => void dialog.accept());
    await page.fill('[name=username]', 'admin');
    await page.fill('[name=password]', PASSWORD);
    await page.click('[type=submit]');
    await page.fill('form [name=id]', 'centre');
    await page.fill('form [name=name]', '区政务服务中心');
    await page.click('form [type=submit]');
    await page.waitForSelector('hb-basic-section');
  });

  afterEach(async () => {
    expect(faults).toEqual([]);
    await page.close();
    await app.close();
    await rm(data, { recursive: true, force: true });
  });

  afterAll(closeBrowser);

  const turnTo = (section: string) => page.click(`nav a:text-is("${section}")`);
  const settings = () => app.halls.get('centre')!.settings;
  async function save(): Promise<void> {
    await page.click('.bar .main');
    await page.waitForSelector('.bar:text-is("已保存")');
  }
  async function addService(): Promise<void> {
    await turnTo('事项');
    await page.click('text=添加事项');
    await page.fill('li [name=name]', '社保医保');
    await page.fill('li [name=waitLimit]', '20');
  }

  it('makes a hall, hangs its wall, reloads it from afar and takes its key away', async () => {
    await addService();
    await turnTo('窗口');
    await page.fill('[name=range]', 'A01–A12');
    await page.click('form [type=submit]');
    await turnTo('开放时间');
    await page.click('text=周一至周五');
    for (const day of ['sat', 'sun']) await page.check(`[name=${day}]`);
    await page.fill('[name=opens]', '00:00');
    await page.fill('[name=closes]', '24:00'); // open whenever this is run
    await save();
    expect(settings().services).toEqual([{ id: 'S1', name: '社保医保', waitLimit: 'PT20M' }]);
    expect(settings().counters.map(({ id, serviceIds }) => id + serviceIds.join())).toEqual(Array.from({ length: 12 }, (_, index) => `A${String(index + 1).padStart(2, '0')}S1`));
    expect(settings().openingHours).toEqual([{ days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'], opens: '00:00', closes: '24:00' }]);

    await turnTo('大屏');
    await page.fill('[name=name]', '大厅东侧');
    await page.fill('[name=inch]', '86');
    await page.click('form [type=submit]');
    const link = new URL(await page.inputValue('hb-copy-field input'));
    const wall = await WallScreen.open(link.origin, link.pathname + link.search + link.hash);
    await wall.stands();
    await wall.counterIs('A12', 'closed');

    await turnTo('在线大屏');
    const row = page.locator('li:has-text("大厅东侧")');
    await row.filter({ hasText: '在线' }).waitFor();
    expect(await row.innerText()).not.toContain('版本不同');
    const reloaded = wall.page.waitForEvent('load');
    await row.getByRole('button').click();
    await reloaded;
    await wall.stands();

    await turnTo('大屏');
    await page.click('[aria-label="吊销 大厅东侧"]');
    await page.waitForSelector('text=已吊销');
    await wall.page.getByLabel(/粘贴大屏/).waitFor({ timeout: 5_000 });
    expect(await wall.page.locator('hb-wall-header').count()).toBe(0);
    expect(wall.faults).toEqual([]);
    await wall.close();
  });

  it('hears at the field what the server refuses, and loses nothing by it', async () => {
    await addService();
    await page.fill('li [name=id]', '社保');
    await page.fill('li [name=name]', '');
    await page.click('.bar .main');
    await page.waitForSelector('li hb-problem:has-text("编号须为")');
    await page.fill('li [name=id]', 'S1');
    await page.fill('li [name=name]', '社保');
    await turnTo('窗口');
    await page.fill('[name=range]', 'A01 A01x');
    await page.click('form [type=submit]');
    await page.fill('li:nth-child(2) [name=id]', 'A01');
    await page.click('.bar .main');
    await page.waitForSelector('li:nth-child(2) hb-problem:has-text("不能重复")');
    await turnTo('事项');
    await page.click('.bar a:has-text("窗口")');
    await page.click('[aria-label="删除 A01"] >> nth=1');
    await save();
    expect(settings().counters.map(({ id }) => id)).toEqual(['A01']);
  });

  it('is told what another id means for what was recorded, and gives a change up', async () => {
    await addService();
    await save();
    await page.fill('li [name=id]', 'S9');
    await page.press('li [name=id]', 'Tab');
    await page.waitForSelector('text=保存后不再登记：S1');
    await page.click('text=放弃修改');
    await page.waitForSelector('.bar', { state: 'detached' });
    expect(await page.inputValue('li [name=id]')).toBe('S1');
  });
});

/** A guide and a certificate from the clerk's screen to the citizen's: written by one, approved by another, read by anybody. */
import type { Page } from 'playwright-core';
import { RunningHall, smallHall } from '../hall-day/running-hall.js';
import { closeBrowser, openPage, type OpenPage } from '../screens/browser.js';

const PASSWORD = 'four words of my own';

describe('The register and the public page', () => {
  let hall: RunningHall;
  let pages: OpenPage[];

  beforeEach(async () => {
    hall = await RunningHall.start('centre', smallHall, { adminPassword: PASSWORD });
    await hall.parts.access.people.create({ username: 'li', name: '李静', role: 'supervisor', password: 'vier kleine katzen', hallIds: null, staffNumber: '0117' });
    pages = [];
  });

  afterEach(async () => {
    expect(pages.flatMap(({ faults }) => faults)).toEqual([]);
    for (const { page } of pages) await page.close();
    await hall.end();
  });

  afterAll(closeBrowser);

  async function look(path: string, size = { width: 1440, height: 900 }): Promise<Page> {
    const opened = await openPage(hall.url + path, size);
    pages.push(opened);
    return opened.page;
  }

  it('publishes a guide and a second version of it, and withdraws it', async () => {
    const page = await look('/register/centre');
    await page.fill('[name=username]', 'admin');
    await page.fill('[name=password]', PASSWORD);
    await page.click('hb-log-in [type=submit]');
    await page.waitForSelector('text=还没有登记');
    await page.keyboard.press('n');
    for (const [name, value] of [['title', '社保缴费'], ['basis', '社会保险法'], ['materials', '身份证\n申请表'], ['fees', '免费'], ['workingDays', '3']] as const) await page.fill(`[name=${name}]`, value);
    await page.click('hb-record-form [type=submit]');
    await page.waitForSelector('hb-record-detail:has-text("第 1 版")');

    const citizen = await look('/open/centre', { width: 360, height: 800 });
    await citizen.waitForSelector('details[open]:has-text("申请表")');
    expect(await citizen.innerText('hb-open')).toContain('批准人工号 0117');
    expect(await citizen.innerText('hb-open')).not.toContain('李静');

    await page.click('text=发布新版本');
    await page.fill('[name=fees]', '每件 10 元');
    await page.click('hb-record-form [type=submit]');
    await page.waitForSelector('hb-record-detail:has-text("第 2 版")');
    await citizen.reload();
    await citizen.waitForSelector('summary:has-text("每件 10 元")');

    await page.click('hb-record-detail >> text=撤回');
    await page.fill('[name=reason]', '事项取消');
    await page.click('hb-record-detail form [type=submit]');
    await page.waitForSelector('.entry.withdrawn');
    await citizen.reload();
    await citizen.waitForSelector('text=本厅还没有公开内容');
  });
});

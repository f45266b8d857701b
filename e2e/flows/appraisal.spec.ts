/** A month's appraisal from its plan to its publication: written, opened and scored by one, frozen and published by another. */
import type { Page } from 'playwright-core';
import { day } from '../../server/domain/golden/day-builder.js';
import { RunningHall, smallHall } from '../hall-day/running-hall.js';
import { closeBrowser, openPage } from '../screens/browser.js';

const PHONE = { width: 360, height: 800 };
const DESK = { width: 1440, height: 900 };
const PASSWORD = 'vier kleine katzen';
const HERE_MS = 8 * 3_600_000;

/** The month before the one that runs, in Shanghai. */
function lastMonth(): string {
  const here = new Date(Date.now() + HERE_MS);
  return new Date(Date.UTC(here.getUTCFullYear(), here.getUTCMonth() - 1, 1)).toISOString().slice(0, 7);
}

describe('The appraisal of a month', () => {
  let hall: RunningHall;
  let pages: Page[];
  const faults: string[] = [];
  const month = lastMonth();

  beforeEach(async () => {
    pages = [];
    hall = await RunningHall.start('centre', smallHall);
    for (const [username, name] of [['wang', '王晓明'], ['li', '李静'], ['zhang', '张红']] as const) await hall.addPerson({ username, password: PASSWORD }, name);
    await hall.parts.access.people.create({ username: 'chen', name: '陈晨', role: 'reader', hallIds: null, password: PASSWORD });
    await hall.post(day(`${month}-12`)
      .at('09:00').open('A01').at('10:00').issue('T1', { service: 'S1', number: 'A001' })
      .at('10:05').call('T1', 'A01').start('T1', 'A01').at('10:12').end('T1', 'A01').at('17:00').close('A01').events());
    await (await hall.stop())(); // what was missed is made up on start
    for (let tries = 0; tries < 40 && (await hall.parts.dailies.list('centre', { from: `${month}-01`, to: `${month}-31` })).length === 0; tries++) await new Promise((fulfil) => setTimeout(fulfil, 250));
  });

  afterEach(async () => {
    expect(faults).toEqual([]);
    for (const page of pages) await page.context().close();
    await hall.end();
  });

  afterAll(closeBrowser);

  async function enter(username: string, path = '', size = DESK): Promise<Page> {
    const opened = await openPage(`${hall.url}/appraisal/centre${path}`, size);
    pages.push(opened.page);
    opened.page.on('pageerror', (error) => faults.push(String(error)));
    opened.page.on('dialog', (dialog) => void dialog.accept());
    await opened.page.fill('[name=username]', username);
    await opened.page.fill('[name=password]', PASSWORD);
    await opened.page.click('hb-log-in [type=submit]');
    return opened.page;
  }

  const reads = (page: Page, text: string) => page.getByText(text).first().waitFor({ timeout: 15_000 });

  it('[M6] goes from the plan to the public page', async () => {
    const wang = await enter('wang');
    await wang.getByText('制定考核办法', { exact: true }).click();
    await wang.selectOption('[name=of]', 'counters');
    await wang.fill('[name="serviceLevel.share weight"]', '10');
    await reads(wang, '权重合计 95 / 100');
    await wang.fill('[name="tickets.served weight"]', '5');
    await wang.fill('[name="tickets.served floor"]', '0');
    await wang.fill('[name="tickets.served target"]', '2');
    await wang.selectOption('[name=approvedBy]', 'li');
    await wang.click('hb-plan-form [type=submit]');
    await wang.getByText('开一个月的考核').click();
    await wang.fill('[name=month]', month);
    await wang.fill('[name=subjects]', 'A01');
    await wang.check('[name="owner leader"][value=li]');
    await wang.check('[name="owner peers"][value=chen]');
    await wang.click('hb-open-month [type=submit]');
    await reads(wang, '表 0/5');
    await reads(wang, 'A01 号窗口');

    const phone = await enter('wang', '', PHONE);
    await phone.locator('.mine a').filter({ hasText: '民主评议' }).click();
    await phone.fill('[name="score q1"]', '90');
    await phone.fill('[name="score q2"]', '80');
    await phone.fill('[name="score q3"]', '70');
    await phone.fill('[name=ballots]', '24');
    expect(await phone.evaluate<number>('document.documentElement.scrollWidth')).toBe(PHONE.width);
    await phone.click('hb-form-page [type=submit]');
    await reads(phone, '已提交');

    const zhang = await enter('zhang', `/appraisal-1/${month}`);
    await reads(zhang, '表 1/5');
    const chen = await enter('chen', '', PHONE);
    await chen.locator('.mine a').filter({ hasText: '互评' }).click();
    await chen.waitForSelector('hb-form-page input[type=number]');
    for (const score of await chen.locator('hb-form-page input[type=number]').all()) await score.fill('95');
    await chen.click('hb-form-page [type=submit]');
    await reads(chen, '已提交');

    await reads(zhang, '表 2/5'); // by itself
    expect(await zhang.innerText('hb-card-table tbody')).toMatch(/A01 号窗口[^]*80\.0\s+n=24/);
    await wang.fill('hb-month-page [name=reason]', '先定');
    await wang.click('hb-month-page form [type=submit]');
    await reads(wang, '您开了这次考核或评过分，不能定稿');
    await zhang.fill('[name=reason]', '其余表未交');
    await zhang.click('hb-month-page form [type=submit]');
    await reads(zhang, '第 1 版定稿');
    await zhang.selectOption('hb-publish-form [name=approvedBy]', 'li');
    await zhang.click('hb-publish-form [type=submit]');
    await reads(zhang, '定稿后 0 天公开');

    const anyone = await openPage(`${hall.url}/open/centre`, PHONE);
    pages.push(anyone.page);
    await reads(anyone.page, 'A01 号窗口：');
  });
});

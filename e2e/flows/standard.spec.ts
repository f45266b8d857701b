/** A standard is changed in the browser, and the hall is judged by it from that moment on. */
import type { Page } from 'playwright-core';
import type { PutStandard } from '../../shared/commands/standard.js';
import { day } from '../../server/domain/golden/day-builder.js';
import { RunningHall, smallHall } from '../hall-day/running-hall.js';
import { closeBrowser, openPage } from '../screens/browser.js';
import { WallScreen } from '../screens/wall-screen.js';

const MINUTE = 60_000;
const PASSWORD = 'four words of my own';
const standard: PutStandard = {
  name: '大厅标准', source: 'local',
  clauses: [{ id: 'wait', kind: 'ticket.wait', warnAfter: 'PT10M', breachAfter: 'PT20M', during: 'always', source: 'local' }],
};

describe('An administrator of the standard', () => {
  let hall: RunningHall;
  let page: Page;
  let faults: string[];
  let now: number;

  beforeEach(async () => {
    hall = await RunningHall.start('centre', smallHall, { adminPassword: PASSWORD });
    now = Date.now();
    await hall.parts.halls.get('centre')!.standards.put(standard, 'operator');
    ({ page, faults } = await openPage(`${hall.url}/admin/centre/standard`, { width: 1366, height: 768 }));
    await page.fill('[name=username]', 'admin');
    await page.fill('[name=password]', PASSWORD);
    await page.click('[type=submit]');
    await page.waitForSelector('hb-clause-list');
  });

  afterEach(async () => {
    expect(faults).toEqual([]);
    await page.close();
    await hall.end();
  });

  afterAll(closeBrowser);

  const today = () => day(new Date(now + 8 * 60 * MINUTE).toISOString().slice(0, 10));
  const turnTo = (view: string) => page.click(`nav.views button:text-is("${view}")`);
  async function limitTo(minutes: string): Promise<void> {
    await page.click('hb-clause-list button:text-is("修改")');
    await page.fill('[name=breachAfter]', minutes);
    await page.press('[name=breachAfter]', 'Tab');
  }

  it('shortens a limit from now on: who waits is over it on the wall, and the versions say who did it', async () => {
    await page.waitForSelector('text=全部事项：等候 20 分钟超时，10 分钟预警');
    await hall.post(today().at(now - 17 * MINUTE).issue('T1', { service: 'S1', number: 'A017' }).events());
    const wall = await WallScreen.open(hall.url, '/wall/centre');
    await wall.page.waitForSelector('hb-alert-list li:has-text("A017") hb-glyph:has(path)');
    await limitTo('15');
    await page.waitForSelector('text=超时：20 分钟 → 15 分钟');
    await page.click('.bar .main');
    await page.waitForSelector('.bar:text-is("已保存")');
    await wall.page.waitForSelector('hb-alert-list li:has-text("A017") hb-glyph:has(rect)', { timeout: 5_000 });
    expect(wall.faults).toEqual([]);
    await wall.close();

    await turnTo('版本');
    await page.waitForSelector('hb-version-list li:nth-child(2)');
    expect(await page.locator('hb-version-list li').allInnerTexts()).toEqual([jasmine.stringMatching(/^第 2 版[^]*现行[^]*admin 于/), jasmine.stringMatching(/^第 1 版[^]*已被替代[^]*operator 于/)]);
    await page.click('hb-version-list li:first-child button:text-is("改了什么")');
    await page.waitForSelector('hb-clause-changes:has-text("超时：20 分钟 → 15 分钟")');
  });

  it('tries a shorter limit on yesterday before anyone is judged by it', async () => {
    const yesterday = day(new Date(now - 16 * 60 * MINUTE).toISOString().slice(0, 10));
    const tickets = ['T1', 'T2', 'T3'];
    for (const id of tickets) yesterday.at('10:00').issue(id, { service: 'S1' });
    for (const [index, id] of tickets.entries()) yesterday.at(`10:${17 + 5 * index}`).call(id, 'A01').start(id, 'A01').end(id, 'A01');
    await hall.post(yesterday.events());
    await limitTo('15');
    await page.click('.bar button:text-is("先回测")');
    await page.click('button:text-is("开始回测")');
    await page.waitForSelector('.verdict:has-text("此标准将产生 6 次/天")');
    const rows = await page.locator('hb-backtest-result table:first-of-type tbody tr').allInnerTexts();
    expect(rows).withContext('beside the limits of then').toEqual([jasmine.stringMatching(/等候 15 分钟超时.*\s6\s+0$/), jasmine.stringMatching(/社保医保：等候 20 分钟超时.*\s0\s+5$/)]);
    expect(hall.parts.halls.get('centre')!.standards.all().length).withContext('nothing was put').toBe(1);
  });

  it('is told at the field what is missing, and loses nothing', async () => {
    await page.selectOption('[name=kind]', 'counter.paused');
    await page.click('text=添加条款');
    await page.click('.bar .main');
    await page.waitForSelector('hb-clause-form hb-standard-problem:has-text("请写明数字的出处")');
    await page.click('hb-clause-form button:text-is("本厅自定")');
    await page.click('.bar .main');
    await page.waitForSelector('.bar:text-is("已保存")');
    expect(hall.parts.halls.get('centre')!.standards.all().at(-1)!.clauses.map(({ kind, source }) => `${kind} ${source}`)).toEqual(['ticket.wait local', 'counter.paused local']);
  });
});

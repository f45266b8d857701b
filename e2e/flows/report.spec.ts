/** What a manager does with the report: a number, the tickets behind it, a ticket's events, the wall of then, a sheet of paper. */
import type { Page } from 'playwright-core';
import { day } from '../../server/domain/golden/day-builder.js';
import { RunningHall, smallHall } from '../hall-day/running-hall.js';
import { closeBrowser, openPage } from '../screens/browser.js';

const DAY_MS = 24 * 3_600_000;
const HERE_MS = 8 * 3_600_000;
const PASSWORD = 'four words of my own';
const dateOf = (at: number) => new Date(at + HERE_MS).toISOString().slice(0, 10);

describe('The report', () => {
  let hall: RunningHall;
  let page: Page;
  let faults: string[];
  let yesterday: string;

  beforeEach(async () => {
    hall = await RunningHall.start('centre', smallHall, { adminPassword: PASSWORD });
    yesterday = dateOf(Date.now() - DAY_MS);
    await hall.post(day(yesterday)
      .at('09:00').open('A01').at('10:00').issue('T1', { service: 'S1', number: 'A001' }).issue('T2', { service: 'S1', number: 'A002' })
      .at('10:05').call('T1', 'A01').start('T1', 'A01').at('10:12').end('T1', 'A01')
      .at('10:30').leave('T2').at('17:00').close('A01').events());
    await (await hall.stop())(); // what was missed is made up on start
    ({ page, faults } = await openPage(`${hall.url}/report/centre`, { width: 1440, height: 900 }));
    await page.fill('[name=username]', 'admin');
    await page.fill('[name=password]', PASSWORD);
    await page.click('[type=submit]');
    await page.waitForSelector('hb-headline');
    for (let tries = 0; tries < 20 && (await hall.parts.dailies.list('centre', { from: yesterday, to: yesterday })).length === 0; tries++) await page.waitForTimeout(250);
    await page.goto(`${hall.url}/report/centre?day=${yesterday}`);
    await page.waitForSelector('hb-report[data-ready]', { state: 'attached' });
  });

  afterEach(async () => {
    expect(faults).toEqual([]);
    await page.close();
    await hall.end();
  });

  afterAll(closeBrowser);

  it('leads from a number to its tickets and from a ticket to its events', async () => {
    expect(await page.innerText('hb-headline li:nth-child(1)')).toMatch(/取号\s+2/);
    expect(await page.innerText('hb-headline li:nth-child(7)')).withContext('one of two left').toMatch(/弃号率\s+50%\s+n=2/);
    await page.click('hb-headline li:nth-child(7) .figure');
    await page.waitForSelector('dialog[open] :text("共 1 张号票")');
    expect(await page.innerText('dialog[open] tbody tr')).toMatch(/A002\s*社保医保\s+10:00[^]*弃号/);
    await page.click('dialog[open] tbody .number');
    await page.waitForSelector('.events li:nth-child(2)');
    expect((await page.locator('.events b').allInnerTexts())).toEqual(['取号', '弃号']);
    await page.keyboard.press('Escape');
    await page.waitForSelector('dialog[open]', { state: 'detached' });
  });

  it('looks back at the minute in which most people waited, as the wall showed it', async () => {
    await page.waitForSelector('hb-look-back span:has-text("等候人数 1")');
    await page.click('hb-look-back a');
    await page.waitForSelector('hb-past-bar');
    expect(page.url()).toContain(`/wall/centre?at=${yesterday}T10`);
  });

  it('goes to paper as one page', async () => {
    await page.goto(`${hall.url}/report/centre?day=${yesterday}&print=1`);
    await page.waitForSelector('hb-report[data-ready]', { state: 'attached' });
    const paper = await page.pdf({ format: 'A4', printBackground: true, preferCSSPageSize: true });
    expect(paper.toString('latin1').match(/\/Type \/Page\b/g)?.length).toBe(1);
  });
});

/** A citizen with a number and a phone: no log-in, in either language, and honest while the server is away. */
import { day } from '../../server/domain/golden/day-builder.js';
import { RunningHall } from '../hall-day/running-hall.js';
import { closeBrowser, openPage } from '../screens/browser.js';

const MINUTE = 60_000;
const PHONE = { width: 360, height: 800 };
const PERSON = { username: 'wang', password: 'four words of my own' };

describe('The progress page', () => {
  afterAll(closeBrowser);

  it('[G3] follows a ticket to its counter, and a request through its steps', async () => {
    const hall = await RunningHall.start('main');
    const now = Date.now();
    const at = (minutesAgo: number) => day('2026-01-01').from(`/kiosk/${minutesAgo}`).at(now - minutesAgo * MINUTE);
    await hall.post(at(9).open('A01').issue('A041', { service: 'S1' }).issue('A042', { service: 'S1' }).events());
    const { page, faults } = await openPage(`${hall.url}/progress/main`, PHONE);
    await page.fill('[name=number]', 'a042');
    await page.click('button[type=submit]');
    await page.waitForSelector('.number:text-is("A042")');
    await page.waitForSelector('text=您前面还有 1 位');

    await hall.post(at(1).call('A041', 'A01').call('A042', 'A02').events());
    const lookAgain = () => page.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
    await lookAgain();
    await page.waitForSelector('text=请前往窗口：A02 号窗口');

    await hall.addPerson(PERSON, '王芳');
    const opened = await hall.parts.halls.get('main')!.cases.open({ kind: 'request', title: '上门办理', channel: 'web', owner: 'wang' }, 'wang');
    await page.goto(`${hall.url}/progress/main/${opened.number}?lang=en`);
    await page.waitForSelector('hb-request-view li.taken:has-text("Raise")');
    expect(await page.locator('hb-request-view li.taken').count()).toBe(1);
    await hall.parts.halls.get('main')!.cases.step(opened.id, 'wang', { step: 'receive' });
    await lookAgain();
    await page.waitForSelector('.state:text-is("Received")');
    expect(await page.content()).not.toMatch(/上门办理|wang|王芳/);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(PHONE.width);

    await page.goto(`${hall.url}/progress/main/A999`);
    await page.waitForSelector('[role=alert]:has-text("没有查到号码“A999”")');
    await page.goto(`${hall.url}/progress/main/A042`);
    await page.waitForSelector('text=请前往窗口');
    const back = await hall.stop();
    await lookAgain();
    await page.waitForSelector('[role=alert]:has-text("服务器无应答")');
    expect(faults).toEqual([]);
    await page.close();
    await back();
    await hall.end();
  });
});

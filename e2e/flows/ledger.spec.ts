/** A complaint from its coming to its close, by two people of whom one handles and the other verifies; and what follows from it. */
import { RunningHall } from '../hall-day/running-hall.js';
import { closeBrowser } from '../screens/browser.js';
import type { Person } from '../screens/desk-screen.js';
import { LedgerScreen } from '../screens/ledger-screen.js';
import { holdBack } from '../screens/slow-line.js';

const password = 'vier kleine katzen';
const wang: Person = { username: 'wang', password };
const li: Person = { username: 'li', password };
const PHONE = { width: 360, height: 800 };

describe('The ledgers of a hall', () => {
  let hall: RunningHall;
  let screens: LedgerScreen[];

  beforeEach(async () => {
    hall = await RunningHall.start('centre');
    await hall.addPerson(wang, '王晓明');
    await hall.addPerson(li, '李静');
    screens = [];
  });

  afterEach(async () => {
    expect(screens.flatMap(({ faults }) => faults)).toEqual([]);
    for (const screen of screens) await screen.close();
    await hall.end();
  });

  afterAll(closeBrowser);

  async function enter(who: Person, path = '', size?: { width: number; height: number }): Promise<LedgerScreen> {
    const screen = await LedgerScreen.open(`${hall.url}/ledger/centre${path}`, who, size);
    screens.push(screen);
    return screen;
  }

  /** How wide the page is laid out. */
  async function widthOf({ page }: LedgerScreen): Promise<number> {
    return page.evaluate<number>('document.documentElement.scrollWidth');
  }

  it('[E2] takes a complaint to its close: opened on a phone, verified, mended, replied, visited', async () => {
    const first = await enter(wang, '', PHONE);
    const second = await enter(li);
    await second.reads('没有待办的投诉');
    await first.page.getByText('登记投诉').click();
    await first.page.fill('[name=title]', '三号窗口态度生硬');
    await first.page.fill('[name=reference]', '12345-77');
    await first.page.selectOption('[name=category]', 'attitude');
    await first.page.selectOption('[name=counterId]', 'A01');
    expect(await widthOf(first)).toBe(PHONE.width);
    await first.page.click('hb-open-form [type=submit]');
    await first.reads('您是负责人：经办的人不能核实');
    expect(await first.steps()).toEqual(['指派', '记录', '由此开整改单']);

    await second.choose('三号窗口态度生硬');
    await second.reads('12345-77');
    await second.take('核实', { verdict: '属实', text: '录像与当事人一致' });
    await second.reads('核实 · 属实');
    await second.reads('下一步由负责人 王晓明 办理');
    await first.reads('核实 · 属实');
    const photo = { name: '培训现场.jpg', mimeType: 'image/jpeg', buffer: await second.page.screenshot({ type: 'jpeg' }) };
    await first.take('整改', { text: '已停岗培训', file: photo });
    await first.reads('已停岗培训');
    await second.page.locator('hb-case-story hb-proof img').waitFor();
    await first.take('答复', { text: '已致歉' });
    await first.reads('答复须有凭证');
    await first.page.fill('[name=reference]', '函〔2026〕7号');
    await first.page.click('hb-step-form [type=submit]');
    await first.reads('函号、回单号 函〔2026〕7号');
    await second.take('回访', { verdict: '满意' });
    await second.reads('回访 · 满意');
    await second.take('办结');
    await second.page.locator('.badge').getByText('办结').waitFor();
    expect(await widthOf(first)).toBe(PHONE.width);
    expect(await second.page.evaluate<number>("document.querySelector('hb-case-story img').naturalWidth")).toBe(1440);
    await second.page.keyboard.press('Escape');
    await second.reads('没有待办的投诉');
    await second.page.selectOption('[name=status]', 'closed');
    await second.reads('三号窗口态度生硬');
  });

  it('tells whoever comes second how the case now stands, and opens a rectification from it', async () => {
    const first = await enter(wang);
    await first.page.keyboard.press('n');
    await first.page.fill('[name=title]', '材料退回三次');
    await first.page.selectOption('[name=owner]', 'li');
    await first.page.click('hb-open-form [type=submit]');
    await first.page.locator('.next .acts .button').getByText('核实', { exact: true }).click();
    await first.page.locator('.verdicts .button').getByText('不属实').click();
    await first.page.fill('hb-step-form textarea', '查无此事');
    const { cases } = hall.parts.halls.get('centre')!;
    const letGo = await holdBack(first.page, '/steps');
    await first.page.click('hb-step-form [type=submit]');
    await cases.step(cases.all()[0]!.id, 'admin', { step: 'verify', verdict: 'yes' });
    await letGo();
    await first.reads('这个个案已经变了');
    await first.reads('核实 · 属实');
    await first.page.getByText('由此开整改单').click();
    expect(await first.page.inputValue('[name=title]')).toBe('整改：材料退回三次');
    await first.page.click('hb-open-form [type=submit]');
    await first.reads('由此而起');
    await first.page.getByRole('link', { name: '材料退回三次', exact: true }).click();
    await first.reads('由它引起');
  });
});

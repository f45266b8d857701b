/** Two supervisors at two desks, and the alerts of one hall between them. */
import { day, type DayBuilder } from '../../server/domain/golden/day-builder.js';
import { RunningHall } from '../hall-day/running-hall.js';
import { closeBrowser } from '../screens/browser.js';
import { DeskScreen, type Person } from '../screens/desk-screen.js';

const minute = 60_000;
const password = 'vier kleine katzen';
const wang: Person = { username: 'wang', password };
const li: Person = { username: 'li', password };

describe('Two supervisors at the desk', () => {
  let hall: RunningHall;
  let now: number;
  let today: DayBuilder;
  let first: DeskScreen;
  let second: DeskScreen;

  beforeEach(async () => {
    hall = await RunningHall.start('centre');
    await hall.addPerson(wang, '王晓明');
    await hall.addPerson(li, '李静');
    now = Date.now();
    today = day(new Date(now + 8 * 60 * minute).toISOString().slice(0, 10));
    await hall.post(today.at(now - 25 * minute).open('A01', { staff: 'E7' }).issue('T1', { service: 'S1', number: 'A001' }).events());
    first = await DeskScreen.open(`${hall.url}/desk/centre`, wang);
    second = await DeskScreen.open(`${hall.url}/desk/centre`, li);
    await first.choose('A001');
    await second.choose('A001');
  });

  afterEach(async () => {
    expect([...first.faults, ...second.faults]).toEqual([]);
    await first.close();
    await second.close();
    await hall.end();
  });

  afterAll(closeBrowser);

  it('see at once who has it, and the later of two who press in the same moment is told who was first', async () => {
    const letGo = await second.holdBack('acknowledge');
    await second.press('a');
    await second.deed('正在提交').waitFor();
    await first.press('a');
    await first.reads('王晓明 于');
    await second.reads('王晓明 于');
    await letGo();
    await second.reads('王晓明 已于');
    expect(await second.deed('签收').isDisabled()).toBeTrue();
    await second.lists('王晓明');
  });

  it('read each other’s notes, and lose the alert from the list when the ticket is called', async () => {
    await first.press('c');
    await first.page.fill('hb-deed-form textarea', '已请三号窗口支援');
    await first.page.getByRole('button', { name: '提交' }).click();
    await second.reads('已请三号窗口支援');
    const before = today.events().length;
    await hall.post(today.at(now).call('T1', 'A01').events().slice(before));
    await first.reads('自动解除');
    await second.page.getByRole('button', { name: '我的' }).click();
    await second.lists('没有归您处置的告警');
  });

  it('give it to one another, and end it with a reason that the history tells', async () => {
    await first.press('s');
    await first.page.selectOption('select[name=to]', 'li');
    await first.page.getByRole('button', { name: '提交' }).click();
    await second.page.getByRole('button', { name: '我的' }).click();
    await second.choose('A001');
    await second.press('r');
    await second.page.getByRole('button', { name: '缺员' }).click();
    await second.page.getByRole('button', { name: '提交' }).click();
    await first.reads('李静 于');
    await first.reads('缺员');
    await first.page.getByRole('link', { name: '历史' }).click();
    await first.page.locator('hb-history-tab tr').filter({ hasText: 'A001' }).getByText('李静').waitFor();
  });

  it('come to an alert by its address on a phone, and can do nothing there while the server is away', async () => {
    const link = first.page.url();
    const phone = await DeskScreen.open(link, wang, { width: 360, height: 800 });
    await phone.reads('A001');
    expect(await phone.page.locator('hb-alert-inbox').isVisible()).toBeFalse();
    const comeBack = await hall.stop();
    await phone.reads('连接恢复前不能处置');
    expect(await phone.deed('签收').isDisabled()).toBeTrue();
    await comeBack();
    await phone.page.locator('hb-deed-bar button:not([disabled])').first().waitFor({ timeout: 25_000 });
    expect(phone.faults).toEqual([]);
    await phone.close();
  });
});

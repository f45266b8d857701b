/** A round that a plan opens, walked on a phone in a corner without a network, and what follows from an item that failed. */
import { RunningHall, smallHall } from '../hall-day/running-hall.js';
import { closeBrowser } from '../screens/browser.js';
import type { Person } from '../screens/desk-screen.js';
import { RoundScreen } from '../screens/round-screen.js';

const password = 'vier kleine katzen';
const wang: Person = { username: 'wang', password };
const PHONE = { width: 360, height: 800 };
/** Two red dots. */
const picture = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAIAAAB7QOjdAAAADUlEQVR4nGP4z8AARAAI/gH/xp559wAAAABJRU5ErkJggg==', 'base64');
const clockAt = (time: string) => ({ ...smallHall, clock: { at: `2026-11-23T${time}:00+08:00` } });

describe('The rounds of a hall', () => {
  let hall: RunningHall;
  let phone: RoundScreen;

  beforeEach(async () => {
    hall = await RunningHall.start('centre', clockAt('09:00'));
    await hall.addPerson(wang, '王晓明');
    const items = [{ id: 'floor', text: '地面清洁', photo: true }, { id: 'seats', text: '座椅整齐', photo: false }];
    await hall.parts.halls.get('centre')!.records.put('clean', 'li', { title: '卫生清洁', approvedBy: 'chen', content: { kind: 'roundPlan', items, days: ['mon'], at: '10:00', within: 'PT1H', owner: 'wang', counterId: 'A01' } });
    await (await hall.api()).putHall('centre', clockAt('10:05'));
  });

  afterEach(async () => {
    expect(phone.faults).toEqual([]);
    await phone.close();
    await hall.end();
  });

  afterAll(closeBrowser);

  it('[U3] are walked without a network, kept on the phone with their photos, and handed in once when it is back', async () => {
    phone = await RoundScreen.open(`${hall.url}/round/centre`, wang, PHONE);
    await phone.reads('待完成');
    expect(await phone.width()).toBe(PHONE.width);
    await phone.choose('卫生清洁');
    await phone.page.context().setOffline(true);
    await phone.submit();
    await phone.reads('未填：地面清洁');
    await phone.tick('地面清洁', '不合格');
    await phone.remark('地面清洁', '东门有积水');
    await phone.photograph('地面清洁', { name: 'a.png', mimeType: 'image/png', buffer: picture });
    await phone.tick('座椅整齐', '合格');
    await phone.reads('已填 2 / 2');
    await phone.submit();
    await phone.reads('已存在本机，尚未提交');
    expect(await phone.width()).toBe(PHONE.width);
    const { cases } = hall.parts.halls.get('centre')!;
    expect(cases.all().map(({ state, deeds }) => [state, deeds.length])).toEqual([['due', 0]]);

    await phone.page.context().setOffline(false);
    await phone.reads('得分 50 · 1 项不合格');
    await phone.reads('东门有积水');
    await phone.page.locator('hb-proof img').waitFor();
    expect(cases.all().map(({ state, deeds }) => [state, deeds.length, deeds[0]!.proof[0]!.itemId])).toEqual([['closed', 1, 'floor']]);
    await phone.page.getByText('开整改单').click();
    expect(await phone.page.inputValue('hb-open-form [name=title]')).toBe('整改：卫生清洁——地面清洁');
    expect(await phone.page.inputValue('hb-open-form [name=counterId]')).toBe('A01');
  });
});

/** A citizen rates by the code on the ticket, and the supervisor knows before they have left. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CasesAnswer } from '../../shared/commands/cases.js';
import type { RatingLink } from '../../shared/commands/ratings.js';
import { day } from '../../server/domain/golden/day-builder.js';
import { RunningHall } from '../hall-day/running-hall.js';
import { closeBrowser, openPage, type OpenPage } from '../screens/browser.js';
import { DeskScreen, type Person } from '../screens/desk-screen.js';

const minute = 60_000;
const phone = { width: 360, height: 800 };
const wang: Person = { username: 'wang', password: 'vier kleine katzen' };

describe('A citizen with a ticket', () => {
  let hall: RunningHall;
  let url: string;
  let opened: OpenPage;

  beforeEach(async () => {
    hall = await RunningHall.start('centre');
    await hall.addPerson(wang, '王晓明');
    const clauses = [{ id: 'bad', kind: 'rating.bad', limit: 2, source: '国办发〔2019〕51号' }];
    await ask('PUT', 'standard', { name: '好差评', source: 'local', clauses });
    const now = Date.now();
    await hall.post(day(new Date(now + 8 * 60 * minute).toISOString().slice(0, 10))
      .at(now - 9 * minute).open('A01', { staff: 'E7' }).issue('T1', { service: 'S1', number: 'A001' }).at(now - 8 * minute).call('T1', 'A01').start('T1', 'A01').at(now - minute).end('T1', 'A01').events());
    ({ url } = await ask<RatingLink>('GET', 'tickets/T1/rating-link'));
    opened = await openPage(url, phone);
    await opened.page.getByText('您对本次服务满意吗').waitFor();
  });

  afterEach(async () => {
    expect(opened.faults).toEqual([]);
    await opened.page.context().close();
    await hall.end();
  });

  afterAll(closeBrowser);

  async function ask<T>(method: string, path: string, body?: object): Promise<T> {
    const key = (await readFile(join(hall.data, 'operator.key'), 'utf8')).trim();
    const heard = await fetch(`${hall.url}/api/v1/halls/centre/${path}`, { method, headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' }, ...(body && { body: JSON.stringify(body) }) });
    return heard.json() as Promise<T>;
  }

  const cases = async () => (await ask<CasesAnswer>('GET', 'cases')).cases;

  it('rates it badly with one tap and a word; the supervisor’s desk shows it at once and the ledger has the case', async () => {
    const desk = await DeskScreen.open(`${hall.url}/desk/centre`, wang);
    const { page } = opened;
    await page.getByRole('button', { name: '非常不满意' }).click();
    await page.getByRole('group', { name: '办事效率' }).getByRole('button', { name: '非常不满意' }).click();
    await page.fill('textarea', '等了一个小时');
    await page.getByRole('button', { name: '提交' }).click();
    await page.getByText('感谢您的评价').waitFor();
    await desk.choose('A001');
    await desk.reads('差评');
    expect(await cases()).toEqual([jasmine.objectContaining({ kind: 'complaint', channel: 'rating', ticketId: 'T1', counterId: 'A01', owner: 'wang', text: '等了一个小时', category: 'efficiency' })]);
    expect(desk.faults).toEqual([]);
    await desk.close();
    await page.goto(url);
    await page.getByText('已评价过').waitFor();
  });

  it('has rated when they tap and go, and has not when they say so', async () => {
    const { page } = opened;
    await page.getByRole('button', { name: '不评价' }).click();
    await page.getByText('不评价。').waitFor();
    await page.getByRole('button', { name: '返回评价' }).click();
    await page.getByRole('button', { name: '非常满意' }).click();
    await page.goto(`${hall.url}/`);
    for (let tries = 0; tries < 40 && hall.parts.halls.get('centre')!.ratings.page('T1')!.state !== 'rated'; tries++) await page.waitForTimeout(100);
    expect(hall.parts.halls.get('centre')!.ratings.page('T1')!.state).toBe('rated');
  });

  it('is told in words what is wrong with a link', async () => {
    const { page } = opened;
    await page.goto(`${hall.url}/rate/centre/T1?t=wrong`);
    await page.getByRole('alert').waitFor();
    expect(await page.getByRole('alert').innerText()).toContain('评价链接与号票不符');
  });
});

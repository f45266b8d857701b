/** Several halls on one screen: each is as fresh as its own feed, and leads to its own wall. */
import { day } from '../../server/domain/golden/day-builder.js';
import { RunningHall, smallHall } from '../hall-day/running-hall.js';
import { closeBrowser, openPage } from '../screens/browser.js';

const MINUTE = 60_000;

describe('The city page', () => {
  afterAll(closeBrowser);

  it('shows two halls in their places, lists the worst of both, and opens a hall’s wall', async () => {
    const hall = await RunningHall.start('west', { ...smallHall, name: '西城大厅' });
    const api = await hall.api();
    await api.putHall('east', { ...smallHall, name: '东城大厅' });
    const { page, faults } = await openPage(`${hall.url}/wall`);
    const tile = (name: string) => page.locator(`hb-hall-tile:has(strong:text-is("${name}"))`);
    await tile('东城大厅').locator('.state:has-text("闭厅"), .state:has-text("开厅")').waitFor();
    expect(await page.locator('hb-hall-tile strong').allInnerTexts()).toEqual(['东城大厅', '西城大厅']);

    const issuedAt = Date.now() - 25 * MINUTE; // 20 minutes are promised
    await hall.post(day('2026-01-01').from('/kiosk').at(issuedAt).issue('A001', { service: 'S1' }).events());
    await page.locator('hb-hall-tile.breach:has(strong:text-is("西城大厅"))').waitFor();
    await page.locator('hb-city-alerts li.breach:has-text("A001"):has-text("西城大厅")').waitFor();
    expect(await page.locator('hb-hall-tile.breach').count()).toBe(1);
    expect(await page.locator('hb-hall-tile strong').allInnerTexts()).toEqual(['东城大厅', '西城大厅']);

    await tile('西城大厅').locator('a').click();
    await page.waitForSelector('hb-wall-header h1:text-is("西城大厅")');
    expect(new URL(page.url()).pathname).toBe('/wall/west');
    expect(faults).toEqual([]);
    await page.close();
    await hall.end();
  });
});

/** The wall never shows old figures as live: the server goes away and comes back. */
import { day } from '../../server/domain/golden/day-builder.js';
import { RunningHall } from '../hall-day/running-hall.js';
import { closeBrowser } from '../screens/browser.js';
import { Kiosk } from '../screens/kiosk.js';
import { WallScreen } from '../screens/wall-screen.js';

describe('A wall whose server goes away', () => {
  afterAll(closeBrowser);

  it('says so within ten seconds, hides its figures, and comes back by itself with what it missed', async () => {
    const hall = await RunningHall.start('centre');
    const wall = await WallScreen.open(hall.url, '/wall/centre');
    await wall.stands();
    await wall.figureReads('等候人数', '0');

    const start = await hall.stop();
    await wall.shows('重连中');
    await wall.shows('最后数据');
    expect(await wall.page.locator('hb-kpi-band dd.value').first().isVisible()).toBeFalse();

    await start();
    const now = Date.now();
    await hall.post(day('2026-01-01').from('/kiosk').at(now).issue('T1', { service: 'S1' }).issue('T2', { service: 'S1' }).events());
    await wall.shows('实时', { timeout: 30_000 });
    await wall.figureReads('等候人数', '2');
    expect(wall.faults).toEqual([]);
    await wall.close();
    await hall.end();
  });

  it('comes up after a restart of its own machine with the server still dead, says so, and comes back by itself', async () => {
    const hall = await RunningHall.start('centre');
    const kiosk = await Kiosk.start();
    const address = `${hall.url}/wall/centre`;
    const before = await kiosk.open(address);
    await kiosk.keepsTheShell(before);
    await before.reload(); // now the worker itself answers, and its store is on disk
    await before.getByText('区政务服务中心').first().waitFor({ timeout: 15_000 });

    const start = await hall.stop();
    await kiosk.restart();
    const wall = await kiosk.open(address);
    await wall.getByText('服务器无应答').waitFor({ timeout: 15_000 });

    await start();
    await wall.getByText('区政务服务中心').first().waitFor({ timeout: 30_000 });
    await kiosk.end();
    await hall.end();
  });
});

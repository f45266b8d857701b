/** From an empty server to a wall that hangs: the set-up link, the chooser, a wall's own key. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp, type App } from '../../server/app.js';
import { RunningHall, smallHall } from '../hall-day/running-hall.js';
import { closeBrowser, openPage } from '../screens/browser.js';
import { WallScreen } from '../screens/wall-screen.js';

describe('Who gets in', () => {
  afterAll(closeBrowser);

  it('sets the first password by the one-time link, which then is used up', async () => {
    const data = await mkdtemp(join(tmpdir(), 'hallboard-flow-'));
    const app: App = await createApp({ data, port: 0 });
    const link = `${app.url}/setup#${app.access.setUpToken}`;
    const { page, faults } = await openPage(link, { width: 360, height: 800 });
    await page.fill('input[name=password]', 'a-long-enough-phrase');
    await page.fill('input[name=again]', 'a-long-enough-phrase');
    await page.click('button[type=submit]');
    await page.getByRole('status').waitFor();
    expect(app.access.setUpToken).toBeNull();
    expect((await page.context().cookies()).some(({ name, httpOnly }) => name === 'hallboard_session' && httpOnly)).toBeTrue();
    expect(faults).toEqual([]);
    await page.close();
    await app.close();
    await rm(data, { recursive: true, force: true });
  });

  it('keeps a hall that is not public from strangers, and opens it to a wall key in the address', async () => {
    const hall = await RunningHall.start('private', { ...smallHall, public: false });
    const stranger = await WallScreen.open(hall.url, '/wall/private');
    await stranger.page.getByLabel(/粘贴大屏/).waitFor();
    await stranger.close();

    const { key } = await hall.parts.access.createKey('private', 'wall');
    const wall = await WallScreen.open(hall.url, `/wall/private#t=${key}`);
    await wall.stands();
    expect(wall.page.url()).not.toContain(key);
    expect(wall.faults).toEqual([]);
    await wall.close();
    await hall.end();
  });

  it('leads from the chooser to every public hall', async () => {
    const hall = await RunningHall.start('centre');
    await (await hall.api()).putHall('other', { ...smallHall, name: '二号大厅' });
    const { page } = await openPage(`${hall.url}/`);
    await page.click('a[href="/wall/other"]');
    await page.waitForSelector('hb-wall-header h1:text-is("二号大厅")');
    await page.close();
    await hall.end();
  });
});

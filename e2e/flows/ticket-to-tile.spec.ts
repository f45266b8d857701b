/** A ticket's way from the kiosk to the wall, through the public intake and the real page. */
import { day } from '../../server/domain/golden/day-builder.js';
import { RunningHall } from '../hall-day/running-hall.js';
import { closeBrowser } from '../screens/browser.js';
import { WallScreen } from '../screens/wall-screen.js';

const minute = 60_000;

describe('A ticket on its way to its tile', () => {
  let hall: RunningHall;
  let wall: WallScreen;

  beforeEach(async () => {
    hall = await RunningHall.start('centre');
    wall = await WallScreen.open(hall.url, '/wall/centre');
    await wall.stands();
  });

  afterEach(async () => {
    expect(wall.faults).toEqual([]);
    await wall.close();
    await hall.end();
  });

  afterAll(closeBrowser);

  it('is waiting, called, served and gone, and every step is on the wall', async () => {
    const now = Date.now();
    const today = day(new Date(now + 8 * 60 * minute).toISOString().slice(0, 10));
    await wall.counterIs('A01', 'closed');
    const steps = today
      .at(now - 9 * minute).open('A01', { staff: 'E7' })
      .at(now - 8 * minute).issue('T1', { service: 'S1', number: 'A001' })
      .events();
    await hall.post(steps);
    await wall.counterIs('A01', 'open');
    await wall.figureReads('等候人数', '1');

    await hall.post(today.at(now - 2 * minute).call('T1', 'A01').events().slice(steps.length));
    await wall.counterIs('A01', 'calling');
    expect(await wall.counterText('A01')).toContain('A001');

    await hall.post(today.at(now - minute).start('T1', 'A01').events().slice(steps.length + 1));
    await wall.counterIs('A01', 'serving');
    await wall.figureReads('等候人数', '0');

    await hall.post(today.at(now).end('T1', 'A01').events().slice(steps.length + 2));
    await wall.counterIs('A01', 'open');
    await wall.shows('今日办结 1');
  });

  it('shows a counter that nobody registered', async () => {
    const now = Date.now();
    const today = day(new Date(now + 8 * 60 * minute).toISOString().slice(0, 10));
    await hall.post(today.at(now - minute).issue('T1', { service: 'S1' }).call('T1', 'Z99').events());
    await wall.counterIs('Z99', 'calling');
  });

  it('reads in English at a switch, and says so in its address', async () => {
    await wall.page.getByText('English').click();
    await wall.shows('Waiting');
    expect(await wall.page.title()).toContain('Hallboard');
    const english = await WallScreen.open(hall.url, '/wall/centre?lang=en');
    await english.stands();
    await english.shows('Waiting');
    await english.close();
  });
});

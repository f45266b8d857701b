/** A new breach is seen, and hurts nobody: never more than three swings of brightness a second. */
import { day } from '../../server/domain/golden/day-builder.js';
import { watchBrightness } from './flashes.js';
import { HD } from './look.js';
import { NOW, sceneOf } from './scenes.js';
import { look, stage } from './standing.js';
import { swingsInASecond } from './verdicts.js';

const HOUR = 3_600_000;

describe('A new breach', () => {
  it('changes its tile, by no more than three swings of brightness in a second', async () => {
    const stand = await stage();
    const wall = await (await look()).resize(HD);
    const { settings, steps } = sceneOf('calm', 12);
    await stand.play('flash', settings, steps);
    await wall.at(`${stand.server.url}/wall/flash`);
    expect(await wall.page.locator('.tile.breach').count()).toBe(0);
    const service = settings.services?.[0]?.id ?? '';
    await stand.post('flash', day('2026-03-02').from('/late').at(NOW - HOUR).issue('late', { service }).events());
    await wall.page.waitForSelector('.tile.breach', { timeout: 5_000 });
    const samples = await watchBrightness(wall, '.tile.breach', 4_000);
    const most = swingsInASecond(samples);
    console.log(`a new breach: ${samples.length} pictures in 4 s, at most ${most} swings in a second`);
    expect(samples.length).toBeGreaterThan(20);
    expect(most).toBeLessThanOrEqual(3);
  });
});

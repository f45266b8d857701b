/** The wall never passes old figures off as live: how long it takes to say so, by a stopwatch. */
import { day } from '../../server/domain/golden/day-builder.js';
import { hallSizes } from '../../server/domain/golden/hall-of.js';
import { formatLocal } from '../../server/domain/golden/local-time.js';
import { Look, langs } from './look.js';
import { NOW, sceneOf } from './scenes.js';
import { Stage } from './stage.js';
import { cut, lost, outside, overlapping, scrolling, tooSmall } from './verdicts.js';

const seconds = (since: number): number => (performance.now() - since) / 1000;
const RECONNECTING = 'hb-wall-header >> text=/重连中|Reconnecting/i';
const BANNER = '[role=alert]:visible >> text=/连接中断|Connection lost/i';

describe('By the stopwatch,', () => {
  let stand: Stage;

  beforeEach(async () => {
    stand = await Stage.open();
  });
  afterEach(() => stand.end());

  it('the figures of a feed whose devices stop beating are gone within 20 s', async () => {
    const { settings, steps } = sceneOf('stale', 12);
    const beats = steps.slice(0, -1);
    await stand.play('beating', settings, beats);
    const wall = await (await Look.open()).at(`${stand.server.url}/wall/beating`);
    expect(await wall.page.locator('.tile.stale').count()).toBe(0);
    await stand.setClock('beating', settings, { at: (beats.at(-1)?.at ?? NOW) + 5_000, speed: 1 });
    const last = day('2026-03-02').from('/gateway-A').at((beats.at(-1)?.at ?? NOW) + 5_000).heartbeat('gateway-A').events();
    await stand.post('beating', last.map((event) => ({ ...event, id: 'last-beat' })));
    const silentSince = performance.now();
    await wall.page.waitForSelector('.tile.stale', { timeout: 25_000 });
    const took = seconds(silentSince);
    const figures = await wall.page.locator('.tile.stale .figure').allInnerTexts();
    console.log(`feed stopped at ${formatLocal(NOW, 'Asia/Shanghai')}: ${figures.length} figures gone after ${took.toFixed(1)} s`);
    expect(took).toBeLessThan(20);
    expect(figures.filter((figure) => /\d/.test(figure))).toEqual([]);
    await wall.close();
  }, 60_000);

  it('a dead server is doubted within 5 s, told within 12 s and forgotten within 20 s of its return, with nothing lost', async () => {
    const walls = await Promise.all(hallSizes.flatMap((size) => langs.map(async (lang) => {
      const wall = await Look.open();
      return { name: `${size} ${lang}`, wall: await wall.at(await stand.wall('disconnected', size, `?lang=${lang}`)) };
    })));
    const before = await Promise.all(walls.map(({ wall }) => wall.survey()));
    const start = await stand.server.stop();
    const deadSince = performance.now();
    await Promise.all(walls.map(({ wall }) => wall.page.waitForSelector(RECONNECTING, { timeout: 20_000 })));
    const doubted = seconds(deadSince);
    await Promise.all(walls.map(({ wall }) => wall.page.waitForSelector(BANNER, { timeout: 20_000 })));
    const told = seconds(deadSince);
    for (const { name, wall } of walls) {
      const seen = await (await wall.still()).survey();
      expect([...tooSmall(seen), ...cut(seen), ...outside(seen), ...overlapping(seen), ...scrolling(seen)]).withContext(`${name} disconnected`).toEqual([]);
      expect(await wall.page.locator('hb-kpi-band dd.value:visible, .tile .figure:visible').count()).withContext(`${name}: live figures`).toBe(0);
    }
    await start();
    const backSince = performance.now();
    await Promise.all(walls.map(({ wall }) => wall.page.waitForSelector(BANNER, { state: 'detached', timeout: 30_000 })));
    const back = seconds(backSince);
    console.log(`${walls.length} walls: server's death doubted after ${doubted.toFixed(1)} s, told after ${told.toFixed(1)} s, live again ${back.toFixed(1)} s after its return`);
    expect(doubted).toBeLessThan(5);
    expect(told).toBeLessThan(12);
    expect(back).toBeLessThan(20);
    for (const [i, { name, wall }] of walls.entries()) {
      expect(lost(before[i]!, await (await wall.still()).survey())).withContext(`${name} after the return`).toEqual([]);
      await wall.close();
    }
  }, 180_000);
});

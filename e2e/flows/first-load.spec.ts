/** What a wall's first start costs the network of the hall. */
import { RunningHall } from '../hall-day/running-hall.js';
import { closeBrowser, emptyPage } from '../screens/browser.js';
import { firstLoad, type Packing } from '../screens/first-load.js';

/** kB over the wire, fonts apart. Gzip is what a browser takes over plain http from another machine. */
const limits: [Packing, number][] = [['br', 350], ['gzip', 420]];

describe('The first load of a wall', () => {
  let hall: RunningHall;

  beforeAll(async () => {
    hall = await RunningHall.start('centre');
  });

  afterAll(async () => {
    await closeBrowser();
    await hall.end();
  });

  for (const [packing, limit] of limits) {
    it(`comes packed with ${packing}, in ${limit} kB at most, and may be kept for ever`, async () => {
      const { page, faults } = await emptyPage();
      const kept: (string | undefined)[] = [];
      page.on('response', (response) => {
        if (/\/(main|styles|chunk)-/.test(response.url())) kept.push(response.headers()['cache-control']);
      });
      const { bytes, packed } = await firstLoad(page, `${hall.url}/wall/centre`, packing);
      expect(Object.keys(packed).filter((path) => path.includes('main-')).length).toBe(1);
      expect(new Set(Object.values(packed))).toEqual(new Set([packing]));
      expect(new Set(kept)).toEqual(new Set(['public, max-age=31536000, immutable']));
      expect(bytes / 1000).toBeLessThan(limit);
      expect(faults).toEqual([]);
      await page.close();
    });
  }
});

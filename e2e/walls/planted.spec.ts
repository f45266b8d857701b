/** Each check of a wall catches the fault that it is there for: one is planted, and nothing else is wrong. */
import { Look } from './look.js';
import { edgesOf, unlikeness } from './shapes.js';
import { Picture } from './picture.js';
import { watchBrightness } from './flashes.js';
import { coloured, cut, faint, lost, outside, overlapping, scrolling, swingsInASecond, tooSmall } from './verdicts.js';

const faults: Record<string, { page: string; caught: string[] }> = {
  'nothing': { page: '<p>等候 27 人</p>', caught: [] },
  'a text of 20 px': { page: '<p style="font-size: 20px">等候</p>', caught: ['tooSmall'] },
  'a painted text of 20 px': {
    page: '<canvas width="300" height="60"></canvas><script>const c = document.querySelector("canvas").getContext("2d"); c.font = "20px sans-serif"; c.fillStyle = "#fff"; c.fillText("10:00", 10, 40)</script>',
    caught: ['tooSmall'],
  },
  'a figure cut on its right': { page: '<p style="width: 60px; overflow: hidden; white-space: nowrap">128 分钟</p>', caught: ['cut'] },
  'a figure cut from below': { page: '<p style="height: 22px; overflow: hidden; line-height: 40px">43</p>', caught: ['cut'] },
  'a short word behind an ellipsis': { page: '<p style="width: 50px; overflow: hidden; white-space: nowrap; text-overflow: ellipsis">12:07</p>', caught: ['cut'] },
  'a text beyond the edge': { page: '<p style="position: absolute; left: 1900px; white-space: nowrap">等候人数</p>', caught: ['outside'] },
  'a list that scrolls': { page: '<div style="height: 60px; overflow: auto"><p>甲</p><p>乙</p><p>丙</p></div>', caught: ['cut', 'scrolling'] },
  'two texts in one place': { page: '<p style="position: absolute">等候人数</p><p style="position: absolute; left: 40px">满意率</p>', caught: ['overlapping'] },
  'grey on grey': { page: '<p style="color: #4a5568">等候人数</p>', caught: ['faint'] },
  'small text at 3:1': { page: '<p style="color: #667080; font-size: 24px">等候人数</p>', caught: ['faint'] },
  'one coloured pixel': { page: '<p>甲</p><i style="position: absolute; left: 400px; top: 400px; width: 1px; height: 1px; background: #f2b441"></i>', caught: ['coloured'] },
};

describe('The checks of a wall', () => {
  let page: Look;

  beforeAll(async () => {
    page = await Look.open();
    await page.page.goto('about:blank');
  });
  afterAll(() => page.close());

  for (const [fault, { page: body, caught }] of Object.entries(faults)) {
    it(`catch ${fault}`, async () => {
      await page.showing(body);
      const [seen, picture] = [await page.survey(), await page.picture()];
      const verdicts = { tooSmall: tooSmall(seen), cut: cut(seen), outside: outside(seen), scrolling: scrolling(seen), overlapping: overlapping(seen), faint: faint(seen, picture), coloured: coloured(picture) > 0 ? ['coloured'] : [] };
      const complaints = Object.entries(verdicts).filter(([, words]) => words.length > 0).map(([name]) => name);
      expect(seen.texts.length).toBeGreaterThan(0);
      expect(complaints).toEqual(caught);
    });
  }

  it('catch a word that another screen lost', async () => {
    const whole = await (await page.showing('<p>等候 12</p><p>满意率</p>')).survey();
    const less = await (await page.showing('<p>等候 13</p>')).survey();
    expect(lost(whole, less)).toEqual(['满意率']);
  });

  it('catch two looks that differ in lightness only', async () => {
    const tile = (style: string): string => `<div class="tile" style="width: 120px; height: 100px; margin: 4px; ${style}"></div>`;
    await page.showing(['background: #1a2331', 'background: #7c8898', 'border: 3px dashed #7c8898'].map(tile).join(''));
    const edges = [];
    for (const one of await page.page.locator('.tile').all()) {
      const box = (await one.boundingBox())!;
      edges.push(edgesOf(Picture.of(await page.page.screenshot({ clip: { x: box.x - 2, y: box.y - 2, width: box.width + 4, height: box.height + 4 } }))));
    }
    expect(unlikeness(edges[0]!, edges[1]!)).toBe(0);
    expect(unlikeness(edges[0]!, edges[2]!)).toBeGreaterThan(20);
  });

  it('catch a tile that flashes five times a second', async () => {
    await page.showing('<style>@keyframes flash { 50% { background: #ff5b4d } } .tile { width: 100px; height: 100px; background: #111; animation: flash 250ms steps(1) infinite }</style><div class="tile"></div>');
    expect(swingsInASecond(await watchBrightness(page, '.tile', 2_000))).toBeGreaterThan(3);
    expect(swingsInASecond([0, 400, 800, 1_200].map((atMs, i) => ({ atMs, luminance: i % 2 })))).toBe(3);
  });
});

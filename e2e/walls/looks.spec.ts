/** The six looks of a counter are told by shape; the two signal colours also by people who do not see them as others do. */
import { hallSizes } from '../../server/domain/golden/hall-of.js';
import { deficiencies, difference, seenWith, type Rgb } from './colour.js';
import type { Look } from './look.js';
import { HD } from './look.js';
import { Picture, rgb } from './picture.js';
import { edgesOf, unlikeness } from './shapes.js';
import { look, stage } from './standing.js';
import { chroma } from './verdicts.js';

const looks = ['normal', 'warning', 'breach', 'stale', 'paused', 'closed'] as const;
const odd = looks.slice(1).map((name) => `.${name}`).join();
const selector = (name: (typeof looks)[number]): string => (name === 'normal' ? `.tile:not(${odd})` : `.tile.${name}:not(${odd.split(',').filter((one) => one !== `.${name}`).join()})`);

/** Words and figures are hidden: they differ from tile to tile and are no shape. The dash of a tile without a figure is one. */
const HIDE_WORDS = `for (const part of document.querySelectorAll('.tile *')) {
  const wordy = [...part.childNodes].some(({ nodeType, data }) => nodeType === 3 && /[\\p{L}\\p{N}]/u.test(data));
  if (wordy) part.style.webkitTextFillColor = 'transparent';
}`;
/** The least glyph, 18 pixels wide, has so much of an edge that is its own. */
const UNLIKE = 20;

const tilePicture = async (wall: Look, name: (typeof looks)[number], which = 0): Promise<Picture> => {
  const box = await wall.page.locator(name === 'normal' ? `${selector(name)}.serving` : selector(name)).nth(which).boundingBox();
  if (!box) throw new Error(`no tile looks ${name}`);
  const clip = { x: Math.round(box.x) - 2, y: Math.round(box.y) - 2, width: Math.round(box.width) + 4, height: Math.round(box.height) + 4 };
  return Picture.of(await wall.page.screenshot({ clip }));
};

/** The colour of a tile that is no grey: the most frequent one. */
const signal = (picture: Picture): Rgb => {
  const colours = [...picture.colours()].map(([colour, count]) => ({ colour: rgb(colour), count }));
  const best = colours.filter(({ colour }) => chroma(colour) > 40).sort((a, b) => b.count - a.count)[0];
  if (!best) throw new Error('the tile has no signal colour');
  return best.colour;
};

describe('The looks of a counter', () => {
  for (const size of hallSizes) {
    it(`are told apart by shape alone among ${size} counters`, async () => {
      const wall = await (await look()).resize(HD);
      await wall.at(await (await stage()).wall('breach', size));
      await wall.page.evaluate(HIDE_WORDS);
      const edges = new Map<string, ReturnType<typeof edgesOf>>();
      for (const name of looks) edges.set(name, edgesOf(await tilePicture(wall, name)));
      const same = unlikeness(edges.get('normal')!, edgesOf(await tilePicture(wall, 'normal', 1)));
      const pairs = looks.flatMap((a, i) => looks.slice(i + 1).map((b) => ({ pair: `${a}/${b}`, is: unlikeness(edges.get(a)!, edges.get(b)!) })));
      console.log(`${size} counters, unlikeness: normal/normal ${same}, ${pairs.map(({ pair, is }) => `${pair} ${is}`).join(', ')}`);
      expect(same).toBeLessThan(UNLIKE / 2);
      expect(pairs.filter(({ is }) => is < UNLIKE).map(({ pair }) => pair)).toEqual([]);
    });
  }

  it('keep breach and warning apart in three colour deficiencies', async () => {
    const wall = await (await look()).resize(HD);
    await wall.at(await (await stage()).wall('breach', 60));
    const [breach, warning] = [signal(await tilePicture(wall, 'breach')), signal(await tilePicture(wall, 'warning'))];
    const said = (Object.keys(deficiencies) as (keyof typeof deficiencies)[]).map((name) => ({ name, is: difference(seenWith(name, breach), seenWith(name, warning)) }));
    console.log(`breach rgb(${breach.join()}) and warning rgb(${warning.join()}): ΔE ${said.map(({ name, is }) => `${name} ${is.toFixed(1)}`).join(', ')}`);
    for (const { name, is } of said) expect(is).withContext(name).toBeGreaterThanOrEqual(10);
  });
});

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

/** Words are hidden: they differ from tile to tile and are no shape. */
const WORDLESS = '* { -webkit-text-fill-color: transparent !important }';
const UNLIKE = 0.15;

const tilePicture = async (wall: Look, name: (typeof looks)[number], style = ''): Promise<Picture> => {
  const box = await wall.page.locator(selector(name)).first().boundingBox();
  if (!box) throw new Error(`no tile looks ${name}`);
  const clip = { x: Math.round(box.x) - 2, y: Math.round(box.y) - 2, width: Math.round(box.width) + 4, height: Math.round(box.height) + 4 };
  return Picture.of(await wall.page.screenshot({ clip, style }));
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
      const edges = new Map<string, ReturnType<typeof edgesOf>>();
      for (const name of looks) edges.set(name, edgesOf(await tilePicture(wall, name, WORDLESS)));
      const pairs = looks.flatMap((a, i) => looks.slice(i + 1).map((b) => ({ pair: `${a}/${b}`, is: unlikeness(edges.get(a)!, edges.get(b)!) })));
      console.log(`${size} counters, unlikeness: ${pairs.map(({ pair, is }) => `${pair} ${is.toFixed(2)}`).join(', ')}`);
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

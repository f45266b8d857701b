/** The same wall on other screens: nothing is lost, and nothing is smaller than the screen allows. */
import { hallSizes } from '../../server/domain/golden/hall-of.js';
import { HD, type Look } from './look.js';
import { look, stage } from './standing.js';
import type { Survey, TextSeen } from './survey.js';
import { cut, lost, outside, scrolling, tooSmall } from './verdicts.js';

const UPRIGHT = { width: 1080, height: 1920 };
const screens = [
  { width: 1366, height: 768 },
  { width: 2560, height: 1440 },
  { width: 3840, height: 2160 },
  { width: 3840, height: 1080 },
  UPRIGHT,
];

const tiles = (wall: Look): Promise<number> => wall.page.locator('hb-field .tile').count();

/** Where there is less room a tile says less beside its name, a curve goes, and lists turn pages; with more room they need not. */
const mayGo = ({ where }: TextSeen): boolean => /hb-curves-panel|hb-zone-bars p$/.test(where) || (where.includes('.tile') && !/\.id(\.clip)?$/.test(where));
/** Three hundred counters do not fit an upright screen: their zones stand for them. */
const ofField = ({ where }: TextSeen): boolean => /hb-zone-note|\.tile/.test(where);
const without = (seen: Survey, gone: (text: TextSeen) => boolean): Survey => ({ ...seen, texts: seen.texts.filter((text) => !gone(text)) });
const ZONES = 12;

describe('A wall on a screen of', () => {
  afterAll(async () => {
    await (await look()).resize(HD);
  });

  for (const size of hallSizes) {
    it(`any usual size keeps all ${size} counters and all its words`, async () => {
      const wall = await (await look()).resize(HD);
      await wall.at(await (await stage()).wall('breach', size));
      const [whole, counters] = [await wall.survey(), await tiles(wall)];
      expect(counters).toBe(size);
      for (const screen of screens) {
        const name = `${screen.width}×${screen.height}`;
        await wall.resize(screen);
        const seen = await wall.survey();
        console.log(`${size} counters at ${name}: ${seen.texts.length} texts, ${await tiles(wall)} tiles`);
        const zoned = size === 300 && screen === UPRIGHT;
        expect(await tiles(wall)).withContext(`${name}: tiles`).toBe(zoned ? ZONES : counters);
        expect(lost(without(whole, (text) => mayGo(text) || (zoned && ofField(text))), seen)).withContext(`${name}: lost`).toEqual([]);
        expect(tooSmall(seen)).withContext(`${name}: font floor`).toEqual([]);
        expect(cut(seen)).withContext(`${name}: clipping`).toEqual([]);
        expect(outside(seen)).withContext(`${name}: edges`).toEqual([]);
        expect(scrolling(seen)).withContext(`${name}: scrolling`).toEqual([]);
      }
    }, 60_000);
  }
});

/** What stands on a wall can be read from where people stand: in every situation, in both languages, with the longest names. */
import { hallSizes } from '../../server/domain/golden/hall-of.js';
import { langs, HD } from './look.js';
import { coloured, cut, faint, outside, overlapping, scrolling, tooSmall } from './verdicts.js';
import { look, stage } from './standing.js';

const scenes = ['calm', 'breach', 'flood', 'stale', 'closed', 'long'] as const;

describe('A wall in the situation', () => {
  for (const scene of scenes) {
    for (const size of hallSizes) {
      it(`${scene}, with ${size} counters, is legible in zh and en`, async () => {
        for (const lang of langs) {
          const wall = await (await look()).resize(HD);
          await wall.at(await (await stage()).wall(scene, size, `?lang=${lang}`));
          const seen = await wall.survey();
          const picture = await wall.picture();
          const tint = coloured(picture);
          console.log(`${scene} ${size} ${lang}: ${seen.texts.length} texts, ${tint} coloured pixels`);
          expect(seen.texts.length).withContext('texts').toBeGreaterThan(scene === 'closed' ? 2 : size);
          expect(tooSmall(seen)).withContext(`${lang}: font floor`).toEqual([]);
          expect(cut(seen)).withContext(`${lang}: clipping`).toEqual([]);
          expect(outside(seen)).withContext(`${lang}: edges`).toEqual([]);
          expect(overlapping(seen)).withContext(`${lang}: overlaps`).toEqual([]);
          expect(scrolling(seen)).withContext(`${lang}: scrolling`).toEqual([]);
          expect(faint(seen, picture)).withContext(`${lang}: contrast`).toEqual([]);
          if (scene === 'calm' || scene === 'closed') expect(tint).withContext(`${lang}: coloured pixels`).toBe(0);
          if (scene === 'breach' || scene === 'flood') expect(tint).withContext(`${lang}: coloured pixels`).toBeGreaterThan(0);
          expect(wall.faults).toEqual([]);
        }
      }, 60_000);
    }
  }
});

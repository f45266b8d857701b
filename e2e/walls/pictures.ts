/** `npm run pictures`: every situation of every size into docs/wall/, as somebody in front of the wall would see it. */
import { mkdir, writeFile } from 'node:fs/promises';
import { hallSizes, type HallSize } from '../../server/domain/golden/hall-of.js';
import { closeBrowser } from '../screens/browser.js';
import { Look } from './look.js';
import { situations, type Situation } from './scenes.js';
import { smallPng } from './small-png.js';
import { Stage } from './stage.js';

const FOLDER = 'docs/wall';

async function take(look: Look, situation: Situation, size: HallSize): Promise<void> {
  const path = `${FOLDER}/${size}-${situation}.png`;
  await writeFile(path, smallPng(await look.picture()));
  console.log(path);
}

const LOST_MS = 11_500;
const wanted = process.argv.slice(2);
const chosen = hallSizes.filter((size) => wanted.length === 0 || wanted.includes(String(size)));

await mkdir(FOLDER, { recursive: true });
const stage = await Stage.open({ speed: 1 });
const look = await Look.open();
for (const size of chosen) {
  for (const situation of situations.filter((name) => name !== 'disconnected')) {
    await look.at(await stage.wall(situation, size));
    await take(look, situation, size);
  }
}
await look.close();

const cutOff = await Promise.all(chosen.map(async (size) => ({ size, look: await (await Look.open()).at(await stage.wall('disconnected', size)) })));
const start = await stage.server.stop();
await new Promise((passed) => setTimeout(passed, LOST_MS));
for (const { size, look: one } of cutOff) await take(one, 'disconnected', size);
await closeBrowser();
await start();
await stage.end();

/** A part of the page watched for a while: how bright it is on the whole, picture after picture. */
import { luminance } from './colour.js';
import type { Look } from './look.js';
import { Picture, rgb } from './picture.js';
import type { Sample } from './verdicts.js';

export async function watchBrightness(wall: Look, selector: string, forMs: number): Promise<Sample[]> {
  const box = await wall.page.locator(selector).first().boundingBox();
  if (!box) throw new Error(`nothing on the page is ${selector}`);
  const clip = { x: Math.round(box.x) + 4, y: Math.round(box.y) + 4, width: Math.min(60, Math.round(box.width) - 8), height: Math.min(60, Math.round(box.height) - 8) };
  const samples: Sample[] = [];
  const start = performance.now();
  while (performance.now() - start < forMs) {
    const png = await wall.page.screenshot({ clip });
    samples.push({ atMs: performance.now() - start, luminance: brightness(Picture.of(png)) });
  }
  return samples;
}

function brightness(picture: Picture): number {
  const colours = [...picture.colours()];
  return colours.reduce((sum, [colour, count]) => sum + luminance(rgb(colour)) * count, 0) / (picture.width * picture.height);
}

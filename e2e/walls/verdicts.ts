/** What is wrong with a wall, in words; nothing wrong is an empty list. Each takes what was seen, so that a planted fault can be shown to it. */
import { contrast, lab, type Rgb } from './colour.js';
import { rgb, type Picture } from './picture.js';
import type { Survey, TextSeen } from './survey.js';

const says = ({ text, where }: TextSeen, what: string): string => `"${text.slice(0, 40)}" ${what} (${where})`;

/** Walls are designed in lines of a 16:9 picture, lying or standing. */
export function linesOf({ width, height }: { width: number; height: number }): number {
  return Math.min((Math.max(width, height) * 9) / 16, Math.min(width, height));
}

const FLOOR = 24 / 1080;
/** Charts take whole pixels. */
const ROUNDING = 0.1;

export function tooSmall(seen: Survey): string[] {
  const floor = FLOOR * linesOf(seen);
  return seen.texts.filter(({ px }) => px < floor - ROUNDING).map((text) => says(text, `is ${text.px.toFixed(1)} px, under ${floor.toFixed(1)}`));
}

/** Names may end in an ellipsis; figures and words may not. */
const mayEnd = ({ text }: TextSeen): boolean => text.length >= 8;

export function cut(seen: Survey): string[] {
  return seen.texts
    .filter((text) => text.cut === 'cut' || (text.cut === 'ellipsis' && !mayEnd(text)))
    .map((text) => says(text, text.cut === 'cut' ? 'is cut' : 'is short and yet ends in an ellipsis'));
}

export function outside(seen: Survey): string[] {
  const { width, height, texts } = seen;
  const lost = texts.filter(({ ink }) => ink.left < -1 || ink.top < -1 || ink.right > width + 1 || ink.bottom > height + 1);
  return lost.filter((text) => text.cut === 'no').map((text) => says(text, 'stands outside the screen'));
}

export const scrolling = (seen: Survey): string[] => seen.scrolling.map((where) => `${where} scrolls`);

/** Two texts whose ink shares more than a little of the smaller one. */
export function overlapping(seen: Survey): string[] {
  const texts = seen.texts.filter(({ cut, where }) => cut === 'no' && !where.endsWith('(painted)'));
  return texts.flatMap((a, i) =>
    texts.slice(i + 1).flatMap((b) => {
      const width = Math.min(a.ink.right, b.ink.right) - Math.max(a.ink.left, b.ink.left);
      const height = Math.min(a.ink.bottom, b.ink.bottom) - Math.max(a.ink.top, b.ink.top);
      return width > 2 && height > 2 ? [says(a, `runs into "${b.text.slice(0, 40)}"`)] : [];
    }),
  );
}

/** Large text is read at 3:1, smaller text needs 4.5:1 (WCAG 1.4.3; on a wall large begins at 28 of 1080 lines). */
const LARGE = 28 / 1080;

/** What the colours in a text's box say: the commonest is the ground, and the one that stands out most is the ink. */
export function contrastIn(picture: Picture, { ink }: TextSeen): number | null {
  const colours = [...picture.colours(ink)].sort((a, b) => b[1] - a[1]);
  const ground = colours[0];
  if (!ground) return null;
  return Math.max(...colours.map(([colour]) => contrast(rgb(colour), rgb(ground[0]))));
}

export function faint(seen: Survey, picture: Picture): string[] {
  const large = LARGE * linesOf(seen);
  return seen.texts.filter((text) => text.cut !== 'cut').flatMap((text) => {
    const ratio = contrastIn(picture, text);
    const needs = text.px >= large - ROUNDING ? 3 : 4.5;
    return ratio !== null && ratio < needs ? [says(text, `has contrast ${ratio.toFixed(2)}, needs ${needs}`)] : [];
  });
}

/** Greys of a wall are bluish, to a CIELAB chroma of some 15; its signal colours begin beyond 60. */
const SATURATED = 25;

export const chroma = (colour: Rgb): number => Math.hypot(...lab(colour).slice(1));

/** Pixels of saturated colour. */
export function coloured(picture: Picture): number {
  return [...picture.colours()].reduce((sum, [colour, count]) => (chroma(rgb(colour)) > SATURATED ? sum + count : sum), 0);
}

/** Words that stand on one picture of a wall and are missing on another; figures run on between the two and do not count. */
export function lost(before: Survey, after: Survey): string[] {
  const words = ({ texts }: Survey): Set<string> => new Set(texts.filter(({ where }) => !where.endsWith('(painted)')).map(({ text }) => text.replaceAll(/\d+/g, '#')));
  const still = words(after);
  return [...words(before)].filter((word) => !still.has(word));
}

export interface Sample {
  atMs: number;
  luminance: number;
}

const SWING = 0.1;

/** The most swings of luminance, there or back, within any one second; a change under a tenth is none (WCAG 2.3.1). */
export function swingsInASecond(samples: readonly Sample[]): number {
  const swings: number[] = [];
  let [low, high, way] = [Infinity, -Infinity, 'still'];
  for (const { atMs, luminance } of samples) {
    [low, high] = [Math.min(low, luminance), Math.max(high, luminance)];
    if (way !== 'up' && luminance - low >= SWING) {
      [way, high] = ['up', luminance];
      swings.push(atMs);
    } else if (way !== 'down' && high - luminance >= SWING) {
      [way, low] = ['down', luminance];
      swings.push(atMs);
    }
  }
  return Math.max(0, ...swings.map((from) => swings.filter((atMs) => atMs >= from && atMs < from + 1_000).length));
}

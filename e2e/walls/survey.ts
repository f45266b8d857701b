/**
 * Every text that a person in front of the page can read, with what the checks ask of it: how large, where its ink stands,
 * whether anything cuts it. Texts painted on a canvas count as well.
 */
import type { Page } from 'playwright-core';
import type { Box, PageDocument, PageElement, PageWindow, Style } from './dom.js';

export interface TextSeen {
  text: string;
  /** Its element and the nearest parts around it, for whoever must find it: `hb-kpi-band dl dt`. */
  where: string;
  px: number;
  ink: Box;
  /** What its own box or one around it takes away: nothing, part of it behind an ellipsis, or part of it without a word. */
  cut: 'no' | 'ellipsis' | 'cut';
}
export interface Survey {
  width: number;
  height: number;
  texts: TextSeen[];
  /** Elements whose content is larger than they are and that would scroll, the page itself included. */
  scrolling: string[];
}

export const survey = (page: Page): Promise<Survey> => page.evaluate(`(() => { ${inPage.join('\n')}; return surveyInPage(); })()`);

/** The functions that are sent into the page, together; none may reach anything outside them. */
const inPage = [name, around, where, unseen, inkOf, union, shown, cutOf, covered, textsOf, paintedTexts, scrolls, surveyInPage];

declare const document: PageDocument;
declare const window: PageWindow;
declare function getComputedStyle(element: PageElement): Style;

function name(element: PageElement): string {
  const classes = typeof element.className === 'string' ? element.className.trim().replaceAll(/\s+/g, '.') : '';
  return element.tagName.toLowerCase() + (classes && `.${classes}`);
}

/** The element and all that it stands in, from the inside out. */
function around(element: PageElement): PageElement[] {
  const chain: PageElement[] = [];
  for (let one: PageElement | null = element; one && one !== document.body; one = one.parentElement) chain.push(one);
  return chain;
}

function where(element: PageElement): string {
  return around(element).slice(0, 4).reverse().map(name).join(' ');
}

function unseen(element: PageElement): boolean {
  if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return true;
  return around(element).some((one) => one.getBoundingClientRect().width <= 1 || getComputedStyle(one).clipPath.startsWith('inset(50%'));
}

/** The ink of a line: its box is as tall as the font, its glyphs are not. */
function inkOf(line: Box, text: string, { fontStyle, fontWeight, fontSize, fontFamily }: Style): Box {
  const brush = document.createElement('canvas').getContext('2d');
  brush.font = `${fontStyle} ${fontWeight} ${fontSize} ${fontFamily}`;
  const size = brush.measureText(text);
  const scale = (line.bottom - line.top) / (size.fontBoundingBoxAscent + size.fontBoundingBoxDescent);
  const base = line.top + size.fontBoundingBoxAscent * scale;
  return { left: line.left, right: line.right, top: base - size.actualBoundingBoxAscent * scale, bottom: base + size.actualBoundingBoxDescent * scale };
}

function union(boxes: readonly Box[]): Box {
  return {
    left: Math.min(...boxes.map(({ left }) => left)),
    top: Math.min(...boxes.map(({ top }) => top)),
    right: Math.max(...boxes.map(({ right }) => right)),
    bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
  };
}

/** What the boxes around it leave of the ink. */
function shown(element: PageElement, ink: Box): Box {
  return around(element).reduce((left, one) => {
    const { overflowX, overflowY } = getComputedStyle(one);
    const box = one.getBoundingClientRect();
    return {
      left: overflowX === 'visible' ? left.left : Math.max(left.left, box.left),
      right: overflowX === 'visible' ? left.right : Math.min(left.right, box.right),
      top: overflowY === 'visible' ? left.top : Math.max(left.top, box.top),
      bottom: overflowY === 'visible' ? left.bottom : Math.min(left.bottom, box.bottom),
    };
  }, ink);
}

function cutOf(element: PageElement, ink: Box): TextSeen['cut'] {
  const SLACK = 1;
  const left = shown(element, ink);
  if (left.top > ink.top + SLACK || left.bottom < ink.bottom - SLACK || left.left >= left.right) return 'cut';
  // behind an ellipsis a line ends where it is cut, and only its box knows how much there was
  const ends = around(element).slice(0, 3).some((one) => getComputedStyle(one).textOverflow === 'ellipsis' && one.scrollWidth > one.clientWidth + SLACK);
  if (ends) return 'ellipsis';
  return left.left <= ink.left + SLACK && left.right >= ink.right - SLACK ? 'no' : 'cut';
}

function covered(element: PageElement, ink: Box): boolean {
  const { left, right, top, bottom } = shown(element, ink);
  const front = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
  return front !== null && !front.contains(element) && !element.contains(front);
}

function textsOf(): TextSeen[] {
  const texts: TextSeen[] = [];
  const walker = document.createTreeWalker(document.body, 4 /* text nodes */);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    const text = node.data.trim();
    if (!text || ['STYLE', 'SCRIPT'].includes(element.tagName) || unseen(element)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const style = getComputedStyle(element);
    const lines = [...range.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
    if (lines.length === 0) continue;
    const ink = union(lines.map((line) => inkOf(line, text, style)));
    if (!covered(element, ink)) texts.push({ text, where: where(element), px: parseFloat(style.fontSize), ink, cut: cutOf(element, ink) });
  }
  return texts;
}

function paintedTexts(): TextSeen[] {
  return [...(window.paintedTexts ?? [])].flatMap(([canvas, painted]) => {
    if (!canvas.isConnected || unseen(canvas)) return [];
    const box = canvas.getBoundingClientRect();
    return painted.map(({ text, px, left, right }): TextSeen => {
      const ink = { left: box.left + left, right: box.left + right, top: box.top, bottom: box.bottom };
      return { text, where: `${where(canvas)} (painted)`, px, ink, cut: left < -1 || right > box.width + 1 ? 'cut' : 'no' };
    });
  });
}

function scrolls(element: PageElement): boolean {
  const ways = (one: PageElement): string[] => [getComputedStyle(one).overflowX, getComputedStyle(one).overflowY];
  const page = element === document.documentElement && !ways(element).concat(ways(document.body)).includes('hidden');
  const may = page || ways(element).some((way) => way === 'auto' || way === 'scroll');
  return may && (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1);
}

function surveyInPage(): Survey {
  const scrolling = [...document.querySelectorAll('*')].filter(scrolls).map(where);
  return { width: window.innerWidth, height: window.innerHeight, texts: [...textsOf(), ...paintedTexts()], scrolling };
}

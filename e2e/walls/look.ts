/** One page for looking at one wall after another, without the errors of the page itself going unseen. */
import type { Page } from 'playwright-core';
import { openPage } from '../screens/browser.js';
import { watchCanvases } from './canvas-texts.js';
import { Picture } from './picture.js';
import { survey, type Survey } from './survey.js';

export interface Size {
  width: number;
  height: number;
}
export const langs = ['zh', 'en'] as const;
export const HD: Size = { width: 1920, height: 1080 };

/** Charts paint one a frame and fades take 300 ms: on an idle machine what is seen after this stands still. */
const SETTLED_MS = 700;
/** A busy machine paints later: so often it is looked at again, until two looks see the same texts. */
const LOOKS = 10;

export class Look {
  private constructor(
    readonly page: Page,
    readonly faults: string[],
  ) {}

  static async open(size: Size = HD): Promise<Look> {
    const { page, faults } = await openPage('about:blank', size);
    await watchCanvases(page);
    return new Look(page, faults);
  }

  /** Goes to a wall and waits until it stands. */
  async at(url: string): Promise<this> {
    await this.page.goto(url);
    await this.page.waitForSelector('h1:not(:empty)', { timeout: 30_000 });
    await this.page.evaluate('document.fonts.ready');
    return this.still();
  }

  async resize(size: Size): Promise<this> {
    const { width, height } = this.page.viewportSize() ?? HD;
    if (size.width === width && size.height === height) return this;
    await this.page.setViewportSize(size);
    return this.still();
  }

  async still(): Promise<this> {
    let [before, seen] = ['', ''];
    for (let looks = 0; looks < LOOKS && (looks < 2 || seen !== before); looks++) {
      await this.page.waitForTimeout(SETTLED_MS / 2);
      [before, seen] = [seen, JSON.stringify((await this.survey()).texts)];
    }
    return this;
  }

  survey(): Promise<Survey> {
    return survey(this.page);
  }

  async picture(): Promise<Picture> {
    return Picture.of(await this.page.screenshot());
  }

  /** A page of one's own making, to plant a fault in. */
  async showing(body: string): Promise<this> {
    await this.page.setContent(`<!doctype html><style>body { margin: 0; background: #0e1420; color: #a9b4c2; font: 28px sans-serif; overflow: hidden }</style>${body}`);
    return this;
  }

  close(): Promise<void> {
    return this.page.close();
  }
}

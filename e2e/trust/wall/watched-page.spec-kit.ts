/** A wall in a real browser behind a bad network, which notes twice a second what it shows and how long its line has been silent. */
import type { CDPSession, Page } from 'playwright-core';
import { emptyPage } from '../../screens/browser.js';
import { FaultProxy } from '../kit/fault-proxy.js';

export interface Sample {
  /** Since the last word on the wire, a sleep included; null before the first. */
  sinceMs: number | null;
  word: string;
  lagSeconds: number | null;
  banner: boolean;
  grey: boolean;
}

/** Runs before the page's own scripts: it listens to the wire by itself and asks the product nothing. */
const NOTES = `(() => {
  const [Wire, machine] = [window.WebSocket, Date.now];
  Object.assign(window, { asleepMs: 0, samples: [], lastWord: null });
  const now = () => performance.now() + window.asleepMs;
  Date.now = () => machine() + window.asleepMs;
  window.WebSocket = class extends Wire {
    constructor(...of) {
      super(...of);
      this.addEventListener('message', ({ data }) => String(data).startsWith('42') && (window.lastWord = now()));
    }
  };
  const shown = (name) => document.querySelector(name)?.textContent ?? '';
  setInterval(() => {
    const field = document.querySelector('hb-field');
    window.samples.push({
      sinceMs: window.lastWord === null ? null : now() - window.lastWord,
      word: shown('.fresh strong'),
      lagSeconds: shown('.lag') ? Number(/\\d+/.exec(shown('.lag'))) : null,
      banner: document.querySelector('.banner') !== null,
      grey: field !== null && getComputedStyle(field).filter.includes('grayscale'),
    });
  }, 500);
})()`;

export class WatchedPage {
  private constructor(
    readonly page: Page,
    readonly proxy: FaultProxy,
    readonly devtools: CDPSession,
  ) {}

  static async open(server: string): Promise<WatchedPage> {
    const proxy = await FaultProxy.start(Number(new URL(server).port));
    const { page } = await emptyPage({ width: 1280, height: 720 });
    await page.addInitScript(NOTES);
    return new WatchedPage(page, proxy, await page.context().newCDPSession(page));
  }

  async goto(hallId: string): Promise<void> {
    await this.page.goto(`${this.proxy.url}/wall/${hallId}`);
  }

  /** Resolves with the milliseconds until it calls itself live. */
  async isLive(timeout = 30_000): Promise<number> {
    const began = performance.now();
    await this.page.waitForSelector('.fresh strong:text-is("实时")', { timeout });
    return performance.now() - began;
  }

  /** What it noted since it was last asked. */
  samples(): Promise<Sample[]> {
    return this.page.evaluate('window.samples.splice(0)');
  }

  async end(): Promise<void> {
    await this.page.context().close();
    await this.proxy.end();
  }
}

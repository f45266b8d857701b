/** The browser of a wall's own machine: what it keeps lies in a folder and outlives a restart. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { launchOn } from './browser.js';

/** In the page: every file that the worker's list calls the shell lies in its store. */
const SHELL_IS_KEPT = `navigator.serviceWorker.ready
  .then(() => fetch('/ngsw.json'))
  .then((answer) => answer.json())
  .then(({ assetGroups }) => assetGroups.find(({ name }) => name === 'shell').urls)
  .then((urls) => Promise.all(urls.map((url) => caches.match(url))))
  .then((kept) => kept.length > 0 && kept.every(Boolean))`;

export class Kiosk {
  private constructor(
    private readonly folder: string,
    private context: BrowserContext,
  ) {}

  static async start(): Promise<Kiosk> {
    const folder = await mkdtemp(join(tmpdir(), 'hallboard-kiosk-'));
    return new Kiosk(folder, await launchOn(folder));
  }

  async restart(): Promise<void> {
    await this.context.close();
    this.context = await launchOn(this.folder);
  }

  async open(url: string): Promise<Page> {
    const page = await this.context.newPage();
    await page.goto(url);
    return page;
  }

  /** Waits until the worker keeps every file of the shell. */
  async keepsTheShell(page: Page): Promise<void> {
    await page.waitForFunction(SHELL_IS_KEPT);
  }

  async end(): Promise<void> {
    await this.context.close();
    await rm(this.folder, { recursive: true, force: true });
  }
}

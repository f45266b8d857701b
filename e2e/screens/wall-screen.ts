/** The wall as somebody in front of it reads it. */
import type { Page } from 'playwright-core';
import { openPage } from './browser.js';

const PATIENCE = { timeout: 15_000 };

export class WallScreen {
  private constructor(
    readonly page: Page,
    readonly faults: string[],
  ) {}

  static async open(baseUrl: string, path: string, size?: { width: number; height: number }): Promise<WallScreen> {
    const { page, faults } = await openPage(baseUrl + path, size);
    return new WallScreen(page, faults);
  }

  /** Waits until the wall stands: the hall's name is on it. */
  async stands(): Promise<void> {
    await this.page.waitForSelector('hb-wall-header h1:not(:empty)', PATIENCE);
  }

  /** Waits until a counter's tile is in this state. */
  async counterIs(counterId: string, state: string): Promise<void> {
    await this.page.waitForSelector(`hb-counter-tile.${state}:has(.id:text-is("${counterId}"))`, PATIENCE);
  }

  async counterText(counterId: string): Promise<string> {
    return this.page.locator(`hb-counter-tile:has(.id:text-is("${counterId}"))`).innerText();
  }

  /** Waits until one of the big figures reads so. */
  async figureReads(label: string, value: string): Promise<void> {
    await this.page.waitForSelector(`hb-kpi-band dl:has(dt:has-text("${label}")):has(dd.value:text-is("${value}"))`, PATIENCE);
  }

  /** Waits until the text is somewhere on the screen. */
  async shows(text: string, patience = PATIENCE): Promise<void> {
    await this.page.getByText(text).first().waitFor(patience);
  }

  async close(): Promise<void> {
    await this.page.close();
  }
}

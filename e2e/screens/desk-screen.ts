/** The desk as a supervisor works at it. */
import type { Page } from 'playwright-core';
import { openPage } from './browser.js';
import { holdBack } from './slow-line.js';

const PATIENCE = { timeout: 15_000 };

export interface Person {
  username: string;
  password: string;
}

export class DeskScreen {
  private constructor(
    readonly page: Page,
    readonly faults: string[],
  ) {}

  static async open(url: string, { username, password }: Person, size = { width: 1440, height: 900 }): Promise<DeskScreen> {
    const { page, faults } = await openPage(url, size);
    const desk = new DeskScreen(page, faults);
    await page.fill('input[name=username]', username);
    await page.fill('input[name=password]', password);
    await page.click('button[type=submit]');
    await page.waitForSelector('hb-alert-inbox', { ...PATIENCE, state: 'attached' });
    return desk;
  }

  /** Opens the alert that goes by this name, when it has come. */
  async choose(label: string): Promise<void> {
    await this.page.locator('hb-alert-inbox .open').filter({ hasText: label }).first().click(PATIENCE);
    await this.reads(label);
  }

  /** Waits until the chosen alert's page says so. */
  async reads(text: string): Promise<void> {
    await this.page.locator('hb-alert-detail').getByText(text).first().waitFor(PATIENCE);
  }

  async lists(text: string): Promise<void> {
    await this.page.locator('hb-alert-inbox').getByText(text).first().waitFor(PATIENCE);
  }

  deed(word: string) {
    return this.page.locator('hb-deed-bar .deeds button').filter({ hasText: word });
  }

  async press(key: string): Promise<void> {
    await this.page.keyboard.press(key);
  }

  /** Holds back whatever this page sends to do so, until it is let go: a slow line. */
  async holdBack(deed: string): Promise<() => Promise<void>> {
    return holdBack(this.page, `/${deed}`);
  }

  async close(): Promise<void> {
    await this.page.context().close();
  }
}

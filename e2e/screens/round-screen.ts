/** The rounds of a hall on a phone. */
import type { Page } from 'playwright-core';
import { openPage } from './browser.js';
import type { Person } from './desk-screen.js';

const PATIENCE = { timeout: 15_000 };

export class RoundScreen {
  private constructor(
    readonly page: Page,
    readonly faults: string[],
  ) {}

  static async open(url: string, { username, password }: Person, size = { width: 360, height: 800 }): Promise<RoundScreen> {
    const { page, faults } = await openPage(url, size);
    page.on('dialog', (dialog) => void dialog.accept());
    await page.fill('input[name=username]', username);
    await page.fill('input[name=password]', password);
    await page.click('hb-log-in [type=submit]');
    await page.waitForSelector('hb-round-list .top', PATIENCE);
    return new RoundScreen(page, faults);
  }

  /** Waits until the page says so. */
  async reads(text: string): Promise<void> {
    await this.page.locator('hb-round').getByText(text).first().waitFor(PATIENCE);
  }

  async choose(title: string): Promise<void> {
    await this.page.locator('hb-round-list .line').filter({ hasText: title }).click(PATIENCE);
    await this.page.locator('hb-round-form h2').filter({ hasText: title }).waitFor(PATIENCE);
  }

  async tick(item: string, mark: '合格' | '不合格'): Promise<void> {
    await this.item(item).locator(mark === '合格' ? '.tick.yes' : '.tick.no').click(PATIENCE);
  }

  async remark(item: string, text: string): Promise<void> {
    await this.item(item).locator('textarea').fill(text, PATIENCE);
    await this.item(item).locator('textarea').blur();
  }

  async photograph(item: string, file: { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
    await this.item(item).locator('input[type=file]').setInputFiles(file, PATIENCE);
    await this.item(item).locator('.photo img').waitFor(PATIENCE);
  }

  async submit(): Promise<void> {
    await this.page.locator('hb-round-form .foot .main').click(PATIENCE);
  }

  async width(): Promise<number> {
    return this.page.evaluate<number>('document.documentElement.scrollWidth');
  }

  async close(): Promise<void> {
    await this.page.context().close();
  }

  private item(text: string) {
    return this.page.locator('hb-round-item').filter({ hasText: text });
  }
}

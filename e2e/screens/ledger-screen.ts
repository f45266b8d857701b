/** The ledgers as people keep them. */
import type { Page } from 'playwright-core';
import { openPage } from './browser.js';
import type { Person } from './desk-screen.js';

const PATIENCE = { timeout: 15_000 };

export class LedgerScreen {
  private constructor(
    readonly page: Page,
    readonly faults: string[],
  ) {}

  static async open(url: string, { username, password }: Person, size = { width: 1440, height: 900 }): Promise<LedgerScreen> {
    const { page, faults } = await openPage(url, size);
    const ledger = new LedgerScreen(page, faults);
    page.on('dialog', (dialog) => void dialog.accept());
    await page.fill('input[name=username]', username);
    await page.fill('input[name=password]', password);
    await page.click('hb-log-in [type=submit]');
    await page.waitForSelector('hb-ledger .tabs', PATIENCE);
    return ledger;
  }

  /** Waits until the page says so. */
  async reads(text: string): Promise<void> {
    await this.page.locator('hb-ledger').getByText(text).first().waitFor(PATIENCE);
  }

  /** Opens the case that goes by this title, when the list has it. */
  async choose(title: string): Promise<void> {
    await this.page.locator('hb-case-list .case').filter({ hasText: title }).click(PATIENCE);
    await this.page.locator('hb-case-page h2').filter({ hasText: title }).waitFor(PATIENCE);
  }

  /** Takes a step with what its form asks for. */
  async take(step: string, said: { verdict?: string; text?: string; file?: { name: string; mimeType: string; buffer: Buffer } } = {}): Promise<void> {
    await this.page.locator('.next .acts .button').getByText(step, { exact: true }).first().click(PATIENCE);
    if (said.verdict) await this.page.locator('.verdicts .button').getByText(said.verdict, { exact: true }).click(PATIENCE);
    if (said.text) await this.page.fill('hb-step-form textarea', said.text);
    if (said.file) {
      await this.page.setInputFiles('hb-step-form hb-attach input', said.file);
      await this.page.waitForSelector('hb-step-form hb-proof', PATIENCE);
    }
    await this.page.click('hb-step-form [type=submit]');
  }

  async steps(): Promise<string[]> {
    return this.page.locator('.next > .acts > .button').allInnerTexts();
  }

  async close(): Promise<void> {
    await this.page.context().close();
  }
}

/** Prints the report page of a day on A4, by a Chromium without a window: one layout for screen, paper and PDF. */
import type { Browser } from 'playwright-core';
import { Problem } from '../problem.js';

const MAX_MS = 20_000;
/** Comes with the development tools, and is not there where only the product was installed: so it is asked for by name. */
const BUNDLED = '@sparticuz/chromium';

export interface PrinterOptions {
  /** A Chromium of this machine; left out: the one of the development tools, where they are installed. */
  chromium?: string | undefined;
  /** A key that may read every hall. */
  key: string;
}

export class Printer {
  private baseUrl: string | null = null;

  constructor(private readonly options: PrinterOptions) {}

  /** The server's own address, once it listens. */
  start(baseUrl: string): void {
    this.baseUrl = baseUrl;
  }

  async print(hallId: string, date: string): Promise<Buffer> {
    const browser = await this.launch();
    try {
      const page = await browser.newPage({ locale: 'zh-CN', extraHTTPHeaders: { authorization: `Bearer ${this.options.key}` } });
      await page.goto(`${this.baseUrl}/report/${hallId}?day=${date}&print=1`, { timeout: MAX_MS });
      await page.waitForSelector('[data-ready]', { state: 'attached', timeout: MAX_MS });
      return await page.pdf({ format: 'A4', printBackground: true, preferCSSPageSize: true, tagged: true });
    } finally {
      await browser.close();
    }
  }

  private async launch(): Promise<Browser> {
    const executablePath = this.options.chromium ?? (await bundled());
    if (executablePath === null) {
      throw new Problem(501, 'noChromium', 'The PDF was refused: no browser to print it. Install one (Debian: apt install chromium), set HALLBOARD_CHROMIUM to its path and restart; CSV and XLSX need none.');
    }
    const { chromium } = await import('playwright-core');
    return chromium.launch({ executablePath, args: ['--disable-gpu', '--disable-background-networking'] });
  }
}

async function bundled(): Promise<string | null> {
  try {
    const { default: chromium } = (await import(BUNDLED)) as { default: { executablePath(): Promise<string> } };
    return await chromium.executablePath();
  } catch {
    return null; // not installed
  }
}

/** Prints a report page on A4, by a Chromium without a window: one layout for screen, paper and PDF. */
import { existsSync } from 'node:fs';
import { Problem } from '../problem.js';

const MAX_MS = 20_000;
/** Comes with the development tools, and is not there where only the product was installed: so it is asked for by name. */
const BUNDLED = '@sparticuz/chromium';

/** Where a browser that prints lies; null where there is none. */
export type FindBrowser = () => Promise<string | null>;

/** The one that was named, if it is there; where none was, the one of the development tools. */
export function browserAt(path: string | undefined): FindBrowser {
  if (path === undefined) return bundled;
  return () => Promise.resolve(existsSync(path) ? path : null);
}

async function bundled(): Promise<string | null> {
  try {
    const { default: chromium } = (await import(BUNDLED)) as { default: { executablePath(): Promise<string> } };
    return await chromium.executablePath();
  } catch {
    return null; // not installed
  }
}

export class Printer {
  private baseUrl: string | null = null;

  /** `key` reads every hall. */
  constructor(
    private readonly findBrowser: FindBrowser,
    private readonly key: string,
  ) {}

  /** The server's own address, once it listens. */
  start(baseUrl: string): void {
    this.baseUrl = baseUrl;
  }

  async prints(): Promise<boolean> {
    return (await this.findBrowser()) !== null;
  }

  /** `page`: its address within this server. */
  async print(page: string): Promise<Buffer> {
    const executablePath = await this.findBrowser();
    if (executablePath === null) {
      throw new Problem(501, 'noBrowser', 'The PDF was refused: there is no browser to print it. Install one (Debian: apt install chromium), set HALLBOARD_CHROMIUM to its path and restart; CSV and XLSX need none.');
    }
    const { chromium } = await import('playwright-core');
    const browser = await chromium.launch({ executablePath, args: ['--disable-gpu', '--disable-background-networking'] });
    try {
      const sheet = await browser.newPage({ locale: 'zh-CN', deviceScaleFactor: 2, extraHTTPHeaders: { authorization: `Bearer ${this.key}` } });
      await sheet.goto(`${this.baseUrl}${page}`, { timeout: MAX_MS });
      await sheet.waitForSelector('[data-ready]', { state: 'attached', timeout: MAX_MS });
      return await sheet.pdf({ format: 'A4', printBackground: true, preferCSSPageSize: true, tagged: true });
    } finally {
      await browser.close();
    }
  }
}

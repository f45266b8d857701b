/** One headless Chromium for all flows; every page is watched for errors of its own. */
import chromium from '@sparticuz/chromium';
import { chromium as driver, type Browser, type BrowserContext, type Page } from 'playwright-core';

const ARGS = ['--no-sandbox', '--disable-gpu', '--disable-background-networking'];
const REFUSED = /Content Security Policy|Trusted(HTML|Script|Types)/i;
let browser: Promise<Browser> | null = null;
/** What the browser did not let our pages do: our own policy forbids it, so no page may try. */
const refused: string[] = [];
/** What pages said when they were closed, for whoever asks why a flow failed. */
export const lastTexts: string[] = [];

async function launch(): Promise<Browser> {
  return driver.launch({ executablePath: await pathOfChromium(), args: ARGS });
}

async function pathOfChromium(): Promise<string> {
  return process.env['CHROME_BIN'] ?? (await chromium.executablePath());
}

/** A browser of its own, whose profile lies in the folder. */
export async function launchOn(folder: string): Promise<BrowserContext> {
  return driver.launchPersistentContext(folder, { executablePath: await pathOfChromium(), args: ARGS, viewport: { width: 1920, height: 1080 } });
}

export interface OpenPage {
  page: Page;
  /** What the page itself got wrong: uncaught errors and refused content. */
  faults: string[];
}

export async function openPage(url: string, size?: { width: number; height: number }): Promise<OpenPage> {
  const opened = await emptyPage(size);
  await opened.page.goto(url);
  return opened;
}

/** A page of its own browser profile, with nothing in it yet. */
export async function emptyPage(size = { width: 1920, height: 1080 }): Promise<OpenPage> {
  browser ??= launch();
  const page = await (await browser).newPage({ viewport: size });
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('console', (message) => {
    if (!REFUSED.test(message.text())) return;
    faults.push(message.text());
    refused.push(`${page.url()}: ${message.text()}`);
  });
  const close = page.context().close.bind(page.context());
  page.context().close = async () => {
    lastTexts.push(await textOf(page));
    await close();
  };
  return { page, faults };
}

async function textOf(page: Page): Promise<string> {
  const text = await page.innerText('body', { timeout: 2_000 }).catch(String);
  return `${page.url()}\n${text.replaceAll(/\s*\n\s*/g, ' · ').slice(0, 1_500)}`;
}

export async function closeBrowser(): Promise<void> {
  await (await browser)?.close();
  browser = null;
  if (refused.length > 0) throw new Error(refused.splice(0).join('\n'));
}

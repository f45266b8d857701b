/** What a browser that has never been here fetches until the wall can be read. */
import type { Page } from 'playwright-core';

export interface FirstLoad {
  /** Over the wire, heads and all, without the fonts. */
  bytes: number;
  fontBytes: number;
  /** From the page's first request to the hall's name in the header. */
  readableMs: number;
  /** Path of each script and style → how it came packed; '' as it is. */
  packed: Record<string, string>;
}

/** What Chromium takes over https or from its own machine, and what it takes over plain http from elsewhere. */
export type Packing = 'br' | 'gzip';

export async function firstLoad(page: Page, url: string, packing: Packing): Promise<FirstLoad> {
  const devtools = await page.context().newCDPSession(page);
  const files = new Map<string, { path: string; packing: string; bytes: number }>();
  devtools.on('Network.responseReceived', ({ requestId, response }) => {
    files.set(requestId, { path: new URL(response.url).pathname, packing: response.headers['content-encoding'] ?? '', bytes: 0 });
  });
  devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const file = files.get(requestId);
    if (file) file.bytes = encodedDataLength;
  });
  await devtools.send('Network.enable');
  await page.setExtraHTTPHeaders({ 'accept-encoding': packing });
  await page.goto(url);
  await page.waitForSelector('hb-wall-header h1:not(:empty)');
  const readableMs = await page.evaluate(() => performance.now());
  await page.waitForLoadState('networkidle');
  return { ...weighed([...files.values()]), readableMs };
}

function weighed(files: readonly { path: string; packing: string; bytes: number }[]): Omit<FirstLoad, 'readableMs'> {
  const bytesOf = (fonts: boolean): number => files.filter(({ path }) => path.endsWith('.woff2') === fonts).reduce((total, { bytes }) => total + bytes, 0);
  const texts = files.filter(({ path }) => /\.(js|css)$/.test(path));
  return { bytes: bytesOf(false), fontBytes: bytesOf(true), packed: Object.fromEntries(texts.map((file) => [file.path, file.packing])) };
}

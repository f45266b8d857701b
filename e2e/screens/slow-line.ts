import type { Page } from 'playwright-core';

/** In the page, since its worker would take a request away from under the browser's driver. */
const SLOW_LINE = `(() => {
  const [send, held] = [window.fetch, new Promise((letGo) => { window.letGo = () => letGo(); })];
  window.fetch = async (path, init) => {
    if (String(path).endsWith('ENDING')) await held;
    return send(path, init);
  };
})()`;

/** Holds back whatever this page sends to addresses that end so, until it is let go: a slow line. */
export async function holdBack(page: Page, ending: string): Promise<() => Promise<void>> {
  await page.evaluate(SLOW_LINE.replace('ENDING', ending));
  return () => page.evaluate('window.letGo()');
}

/** Hostile texts in every field, on every page, in a real browser: none runs, fetches, asks, or breaks the page's frame. */
import type { Page } from 'playwright-core';
import { closeBrowser, emptyPage } from '../../screens/browser.js';
import { tried } from '../kit/tried.js';
import { HostileHall } from './hostile-hall.js';
import { markupPayloads } from './markup-payloads.js';

const SECTIONS = ['basic', 'services', 'counters', 'hours', 'standard', 'walls', 'screens', 'keys', 'channels'];
const SHOWN = /·(\d+)/g;
/** All that the page shows as text, and what stands in its fields. */
const TEXT = 'document.body.innerText + [...document.querySelectorAll("input")].map(({ value }) => value).join(" ")';
const OVER = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
const WRITE = 'document.querySelector("main").insertAdjacentHTML("beforeend", TEXT)';
const FETCHED = 'document.images.length > 0 && [...document.images].every(({ complete }) => complete)';

/** Asked again until it holds: the pages' policy forbids a page to evaluate what would wait in it. */
async function until(page: Page, holds: string): Promise<void> {
  for (let tries = 0; tries < 2_000; tries++) if (await page.evaluate<boolean>(holds)) return;
  throw new Error(`${page.url()}: never was ${holds}`);
}

/** What a hostile text would be seen to do. */
async function watched(): Promise<{ page: Page; done: string[]; faults: string[] }> {
  const { page, faults } = await emptyPage({ width: 1440, height: 900 });
  const done: string[] = [];
  await page.exposeFunction('canary', () => void done.push(`ran on ${page.url()}`));
  page.on('dialog', (dialog) => {
    done.push(`asked on ${page.url()}: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    if (new URL(request.url()).hostname.endsWith('evil.invalid')) done.push(`fetched ${request.url()}`);
  });
  return { page, done, faults };
}

describe('Hostile texts', () => {
  let hall: HostileHall;
  beforeAll(async () => {
    hall = await HostileHall.start(markupPayloads);
  });
  afterAll(async () => {
    await closeBrowser();
    await hall.end();
  });

  it('are shown as texts on every page', async () => {
    const { page, done, faults } = await watched();
    await page.context().addCookies([await hall.cookie()]);
    const parts = [0, 1, 2, 3].map((part) => `/wall/part${part}`);
    const views = [
      '/', '/wall', ...parts, '/desk', '/desk/all', '/desk/all?view=history', '/desk/all?view=silences', `/report/all?day=${hall.yesterday}`, `/report/all?day=${hall.yesterday}&print=1`,
      '/admin', '/admin/people', ...SECTIONS.map((section) => `/admin/all/${section}`),
    ];
    const shown = new Set<string>();
    const wide: string[] = [];
    for (const view of views) {
      await page.goto(hall.url + view);
      await until(page, `/·\\d/.test(${TEXT})`);
      const [text, over] = [await page.evaluate<string>(TEXT), await page.evaluate<number>(OVER)];
      for (const [, index] of text.matchAll(SHOWN)) shown.add(index!);
      expect(text).withContext(view).not.toMatch(/[\u202a-\u202e\u2066-\u2069\u0000]/);
      if (over > 0) wide.push(`${view} by ${over} px`);
    }
    expect(done).toEqual([]);
    expect(faults).toEqual([]);
    expect(wide).toEqual([]);
    expect(shown.size).toBe(markupPayloads.length);
    await page.close();
    tried({ promise: 'XSS', how: `hostile texts in every field × ${views.length} pages in Chromium`, cases: markupPayloads.length * views.length, outcome: '0 scripts ran, 0 requests left, 0 dialogs, 0 pages wider than their frame' });
  });

  it('stand among the documents\' pages too, which fetch and run nothing but their own', async () => {
    const { page, done, faults } = await watched();
    for (const path of ['/api/docs?url=//evil.invalid/x.json&configUrl=//evil.invalid/x.json', '/api/async-docs', '/setup#<img src=x onerror=canary()>']) {
      await page.goto(hall.url + path, { waitUntil: 'load' });
      await until(page, 'document.body.innerText.length > 20');
    }
    expect([done, faults]).toEqual([[], []]);
    await page.close();
  });

  it('the net has teeth: a page that takes them for markup is caught', async () => {
    const { page, done } = await watched();
    await page.route('**/planted', (route) => route.fulfill({ contentType: 'text/html', body: '<main></main>' }));
    await page.goto(`${hall.url}/planted`);
    for (const text of markupPayloads.slice(0, 60).filter((one) => !/<meta|<base/.test(one))) await page.evaluate(WRITE.replace('TEXT', JSON.stringify(text)));
    await until(page, FETCHED);
    expect(done.filter((one) => one.startsWith('ran')).length).toBeGreaterThan(5);
    expect(done.some((one) => one.startsWith('fetched'))).toBeTrue();
    await page.close();
  });
});

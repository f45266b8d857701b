import { DOCUMENT, inject, Injectable } from '@angular/core';
import type { ScreenStatus, screenPages } from '../../../shared/messages/messages.js';

type Page = (typeof screenPages)[number];

const ID_NAME = 'hallboard.screen';
const NAME_LENGTH = 200;

/** What this page knows of itself and tells the server: which screen it is, which build, how large, how long up, how heavy. */
@Injectable({ providedIn: 'root' })
export class ThisScreen {
  private readonly document = inject(DOCUMENT);
  private readonly view = this.document.defaultView as Window & typeof globalThis;
  readonly id = keptId(this.view.sessionStorage);
  readonly build = buildOf(this.document);

  page(): Page {
    return pageOf(this.view.location.pathname);
  }

  upMs(): number {
    return this.view.performance.now();
  }

  /** What the page's scripts hold; only Chromium tells. */
  heapBytes(): number | null {
    return (this.view.performance as { memory?: { usedJSHeapSize: number } }).memory?.usedJSHeapSize ?? null;
  }

  status(): ScreenStatus {
    const { innerWidth, innerHeight, devicePixelRatio, location } = this.view;
    const name = new URLSearchParams(location.search).get('name')?.trim().slice(0, NAME_LENGTH);
    return {
      screenId: this.id, page: this.page(), ...(name ? { name } : {}), build: this.build,
      width: innerWidth, height: innerHeight, ratio: devicePixelRatio, upMs: Math.round(this.upMs()), heapBytes: this.heapBytes(),
    };
  }

  reload(): void {
    this.view.location.reload();
  }
}

/** Made once and kept by this tab, over its reloads: two walls of one browser are two screens. `crypto.randomUUID` is missing where a wall comes over plain http. */
export function keptId(storage: Storage): string {
  const kept = storage.getItem(ID_NAME);
  if (kept) return kept;
  const made = [...crypto.getRandomValues(new Uint8Array(12))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  storage.setItem(ID_NAME, made);
  return made;
}

/** The hashed name of the page's own main script, `main-5GAMYXNL`; the server's snapshot names that of its newest page. */
export function buildOf(page: Document): string {
  const source = page.querySelector<HTMLScriptElement>('script[src*="main-"]')?.src ?? '';
  return /main-[\w-]+(?=\.js)/.exec(source)?.[0] ?? '';
}

/** `/wall/{hall}` is a wall and `/wall` alone the city; whatever watches a hall elsewhere is one of the people's pages. */
export function pageOf(path: string): Page {
  if (path.startsWith('/wall/')) return 'wall';
  return path.startsWith('/wall') ? 'city' : path.startsWith('/report') ? 'report' : 'desk';
}

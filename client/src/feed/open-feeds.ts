import { Injectable, signal, type Signal } from '@angular/core';
import type { Rows } from '../../../shared/rows/rows.js';

/** As much of a feed as concerns the page as a whole. */
export interface OpenFeed {
  readonly rows: { readonly hall: Signal<Rows['hall']>; readonly alerts: Signal<Rows['alerts']> };
  readonly silenceMs: Signal<number>;
  /** The server's newest build; null before the first snapshot. */
  readonly build: Signal<string | null>;
}

/** The feeds that are open on this page: one on a wall, one a hall on the city page, none where no hall is watched. */
@Injectable({ providedIn: 'root' })
export class OpenFeeds {
  private readonly open = signal<readonly OpenFeed[]>([]);
  readonly all = this.open.asReadonly();

  add(feed: OpenFeed): void {
    this.open.update((feeds) => [...feeds, feed]);
  }

  remove(feed: OpenFeed): void {
    this.open.update((feeds) => feeds.filter((one) => one !== feed));
  }
}

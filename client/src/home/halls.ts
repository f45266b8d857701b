import type { HallEntry } from '../../../shared/commands/hall.js';
import { computed, DestroyRef, inject, Injectable, signal } from '@angular/core';
import { exhaustMap, merge, Subject, timer } from 'rxjs';
import { ask } from '../feed/ask';
import { Session } from '../feed/session';

const EVERY_MS = 5_000;

/** The halls the caller may see and whether there is a session; asked again every few seconds. */
@Injectable()
export class Halls {
  private readonly session = inject(Session);
  private readonly now$ = new Subject<void>();
  private readonly list = signal<HallEntry[] | null>(null);
  private readonly gone = signal(false);

  readonly halls = this.list.asReadonly();
  readonly away = this.gone.asReadonly();
  readonly empty = computed(() => this.list()?.length === 0);

  constructor() {
    const asking = merge(timer(0, EVERY_MS), this.now$)
      .pipe(exhaustMap(() => this.refresh()))
      .subscribe();
    inject(DestroyRef).onDestroy(() => asking.unsubscribe());
  }

  /** Who looks may have changed: asks now. */
  look(): void {
    this.now$.next();
  }

  private async refresh(): Promise<void> {
    const [halls] = await Promise.all([ask<{ halls: HallEntry[] }>('GET', '/api/v1/halls'), this.session.look()]);
    this.gone.set(halls.kind === 'away' || (halls.kind === 'problem' && halls.status >= 500));
    if (halls.kind === 'ok') this.list.set(halls.body.halls);
    else if (halls.kind === 'problem' && halls.status < 500) this.list.set([]);
  }
}

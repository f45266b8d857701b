import type { HallEntry } from '../../../shared/commands/hall.js';
import { computed, DestroyRef, inject, Injectable, signal } from '@angular/core';
import { exhaustMap, merge, Subject, timer } from 'rxjs';
import { ask } from '../feed/ask';

const EVERY_MS = 5_000;

/** Who the server takes the caller for. */
export interface Session {
  username: string;
  role: string;
}

/** The halls the caller may see and whether there is a session; asked again every few seconds. */
@Injectable()
export class Halls {
  private readonly now$ = new Subject<void>();
  private readonly list = signal<HallEntry[] | null>(null);
  private readonly gone = signal(false);
  private readonly who = signal<Session | null>(null);
  private readonly refusal = signal('');

  readonly halls = this.list.asReadonly();
  readonly away = this.gone.asReadonly();
  readonly session = this.who.asReadonly();
  /** Why the last log-in was refused, in the server's words. */
  readonly problem = this.refusal.asReadonly();
  readonly empty = computed(() => this.list()?.length === 0);

  constructor() {
    const asking = merge(timer(0, EVERY_MS), this.now$)
      .pipe(exhaustMap(() => this.refresh()))
      .subscribe();
    inject(DestroyRef).onDestroy(() => asking.unsubscribe());
  }

  async logIn(username: string, password: string): Promise<void> {
    const answer = await ask<Session>('POST', '/api/v1/session', { username, password });
    this.refusal.set(answer.kind === 'problem' ? answer.detail : '');
    this.gone.set(answer.kind === 'away');
    this.now$.next();
  }

  async logOut(): Promise<void> {
    await ask('DELETE', '/api/v1/session');
    this.now$.next();
  }

  private async refresh(): Promise<void> {
    const [halls, session] = await Promise.all([
      ask<{ halls: HallEntry[] }>('GET', '/api/v1/halls'),
      ask<Session>('GET', '/api/v1/session'),
    ]);
    this.gone.set(halls.kind === 'away' || (halls.kind === 'problem' && halls.status >= 500));
    if (halls.kind === 'ok') this.list.set(halls.body.halls);
    else if (halls.kind === 'problem' && halls.status < 500) this.list.set([]);
    if (session.kind !== 'away') this.who.set(session.kind === 'ok' && session.body?.username ? session.body : null);
  }
}

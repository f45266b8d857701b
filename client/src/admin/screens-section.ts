import { Component, computed, DestroyRef, inject, input, signal } from '@angular/core';
import { toObservable } from '@angular/core/rxjs-interop';
import { exhaustMap, Subject, merge, switchMap, timer } from 'rxjs';
import type { ScreenEntry, Screens } from '../../../shared/commands/screens.js';
import { ask } from '../feed/ask';
import { lasted } from '../ui/lasted';
import { problemOf } from '../ui/problem-of';
import { t } from './words';

const EVERY_MS = 5_000;
const MEGABYTE = 1_048_576;

/** The screens that show the hall, or did within a week: which live, how, and on which build. */
@Component({ selector: 'hb-screens-section', templateUrl: './screens-section.html' })
export class ScreensSection {
  readonly hallId = input.required<string>();

  protected readonly t = t;
  protected readonly lasted = lasted;
  protected readonly problem = signal('');
  protected readonly notice = signal('');
  private readonly answer = signal<Screens | null>(null);
  private readonly now$ = new Subject<void>();
  /** Those that are here first, each group by name. */
  protected readonly screens = computed(() => {
    const answer = this.answer();
    const rank = (one: ScreenEntry) => `${one.connected ? 0 : 1}${this.nameOf(one)}`;
    return answer && [...answer.screens].sort((a, b) => rank(a).localeCompare(rank(b))).map((screen) => ({ ...screen, silentMs: answer.at - screen.lastSeenAt }));
  });

  constructor() {
    const asking = toObservable(this.hallId)
      .pipe(switchMap((hallId) => merge(timer(0, EVERY_MS), this.now$).pipe(exhaustMap(() => this.read(hallId)))))
      .subscribe();
    inject(DestroyRef).onDestroy(() => asking.unsubscribe());
  }

  protected nameOf({ name, screenId }: ScreenEntry): string {
    return name ?? screenId.slice(0, 8);
  }

  protected isOld({ build }: ScreenEntry): boolean {
    return build !== this.answer()?.build;
  }

  protected megabytes(bytes: number | null): string {
    return bytes === null ? '—' : `${Math.round(bytes / MEGABYTE)} MB`;
  }

  protected async reload(screen: ScreenEntry): Promise<void> {
    const answer = await ask('POST', `${this.path(this.hallId())}/${screen.screenId}/reload`);
    this.problem.set(problemOf(answer));
    this.notice.set(answer.kind === 'ok' ? t().reloadTold(this.nameOf(screen)) : '');
    this.now$.next();
  }

  private async read(hallId: string): Promise<void> {
    const answer = await ask<Screens>('GET', this.path(hallId));
    if (answer.kind === 'ok') this.answer.set(answer.body);
    this.problem.set(problemOf(answer));
  }

  private path(hallId: string): string {
    return `/api/v1/halls/${encodeURIComponent(hallId)}/screens`;
  }
}

/**
 * Keeps a page that nobody attends: it loads itself anew when that is due, and only when something will then answer. It
 * looks at the feeds that are open, whichever screen opened them; main.ts starts it.
 */
import { computed, effect, inject, Injectable } from '@angular/core';
import { SwUpdate } from '@angular/service-worker';
import { exhaustMap, filter } from 'rxjs';
import { ask } from '../feed/ask';
import { FEED_GROUND } from '../feed/hall-feed';
import { OpenFeeds } from '../feed/open-feeds';
import { ThisScreen } from '../feed/this-screen';
import { reloadDue, type PageLife, type ReloadCause } from './reload';

const LOOK_EVERY_TICKS = 15;
const RELOADED_FOR = 'hallboard.reloadedFor';

@Injectable({ providedIn: 'root' })
export class Keeper {
  private readonly ground = inject(FEED_GROUND);
  private readonly screen = inject(ThisScreen);
  private readonly feeds = inject(OpenFeeds).all;
  private readonly worker = inject(SwUpdate, { optional: true });
  private alertsAt = 0;

  private readonly halls = computed(() => this.feeds().flatMap((feed) => Object.values(feed.rows.hall())));
  private readonly alerts = computed(() => this.feeds().flatMap((feed) => Object.values(feed.rows.alerts())));
  private readonly breached = computed(() => this.alerts().some((alert) => alert.severity === 'breach' && alert.resolvedAt === null));
  /** The server's build, where it is not the page's own. */
  private readonly newBuild = computed(() => this.feeds().map((feed) => feed.build()).find((build) => build && build !== this.screen.build));

  constructor() {
    effect(() => {
      this.alerts();
      this.alertsAt = this.ground.elapsed();
    });
    this.ground.ticks
      .pipe(
        filter((_, tick) => tick % LOOK_EVERY_TICKS === 0 && this.isUnattended()),
        exhaustMap(() => this.look()),
      )
      .subscribe();
    this.worker?.unrecoverable.subscribe(() => this.screen.reload()); // its store of the pages is damaged and is made anew
  }

  /** A desk or a form may hold a half-written word; a wall never does. */
  private isUnattended(): boolean {
    return this.feeds().length > 0 && ['wall', 'city'].includes(this.screen.page());
  }

  private async look(): Promise<void> {
    const cause = reloadDue(this.life());
    if (cause && (await this.willAnswer())) await this.renew(cause);
  }

  private life(): PageLife {
    return {
      upMs: this.screen.upMs(),
      heapBytes: this.screen.heapBytes(),
      silenceMs: Math.min(...this.feeds().map((feed) => feed.silenceMs())),
      closed: this.halls().length > 0 && this.halls().every((hall) => hall.state === 'closed'),
      quietMs: this.breached() ? 0 : this.ground.elapsed() - this.alertsAt,
      outdated: this.newBuild() !== undefined && this.newBuild() !== sessionStorage.getItem(RELOADED_FOR),
    };
  }

  /** The worker answers for a dead server; without one (plain http) the browser's own error page would stay for good. */
  private async willAnswer(): Promise<boolean> {
    return Boolean(navigator.serviceWorker?.controller) || (await ask('GET', '/healthz')).kind === 'ok';
  }

  private async renew(cause: ReloadCause): Promise<void> {
    if (cause === 'build') {
      sessionStorage.setItem(RELOADED_FOR, this.newBuild() ?? '');
      await this.worker?.checkForUpdate().catch(() => false); // no worker in use: the reload alone brings the new pages
    }
    this.screen.reload();
  }
}

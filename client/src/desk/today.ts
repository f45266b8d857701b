import { computed, DestroyRef, inject, Injectable, signal } from '@angular/core';
import { toObservable } from '@angular/core/rxjs-interop';
import { combineLatest, exhaustMap, filter, timer } from 'rxjs';
import type { AlertsAnswer } from '../../../shared/commands/alert.js';
import { HallDoor } from '../feed/hall-door';
import { HallFeed } from '../feed/hall-feed';
import { Session } from '../feed/session';
import { alarmLoad } from '../hall/alarm-load';
import { HallAnswers } from '../hall/hall-answers';
import { boundsOf } from '../hall/local-time';

const EVERY_MS = 60_000;

/** How hard the day's alerts press on the desk: those that the server remembers, asked for each minute, and those that came since. */
@Injectable()
export class Today {
  private readonly door = inject(HallDoor);
  private readonly feed = inject(HallFeed);
  private readonly answers = inject(HallAnswers);
  private readonly session = inject(Session);
  private readonly remembered = signal<ReadonlyMap<string, number>>(new Map());

  /** null before the hall is known. */
  readonly load = computed(() => {
    const [hall, now] = [this.answers.hall(), this.answers.now()];
    if (!hall || now === null) return null;
    const standing = Object.entries(this.feed.rows.alerts()).map(([id, { raisedAt }]) => [id, raisedAt] as const);
    const all = new Map([...this.remembered(), ...standing]);
    return alarmLoad(all.values(), { now, dayStartAt: boundsOf(hall.day, hall.timezone).from });
  });

  constructor() {
    const asking = combineLatest([timer(0, EVERY_MS), toObservable(this.door.hallId), toObservable(this.session.who)])
      .pipe(filter(([, hallId, who]) => hallId !== '' && Boolean(who)), exhaustMap(() => this.read()))
      .subscribe();
    inject(DestroyRef).onDestroy(() => asking.unsubscribe());
  }

  private async read(): Promise<void> {
    const answer = await this.door.ask<AlertsAnswer>('GET', 'alerts?status=all');
    if (answer.kind === 'ok') this.remembered.set(new Map(answer.body.alerts.map(({ id, raisedAt }) => [id, raisedAt])));
  }
}

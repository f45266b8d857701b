import { computed, DestroyRef, inject, Injectable } from '@angular/core';
import { toObservable } from '@angular/core/rxjs-interop';
import { filter, pairwise, throttleTime } from 'rxjs';
import { HallAnswers } from '../hall/hall-answers';
import { Tones } from '../ui/tones';

const EVERY_MS = 60_000;

/** Rings for a new breach, at most once a minute and not again in a flood. */
@Injectable()
export class Chime {
  private readonly answers = inject(HallAnswers);
  private readonly tones = new Tones();
  private readonly newest = computed(() => Math.max(0, ...this.answers.alerts().filter(({ severity }) => severity === 'breach').map(({ raisedAt }) => raisedAt)));

  readonly blocked = this.tones.blocked.asReadonly();

  constructor() {
    const risen = toObservable(this.newest).pipe(pairwise(), filter(([before, now]) => now > before && !this.answers.flood()), throttleTime(EVERY_MS));
    const ringing = risen.subscribe(() => this.tones.ring());
    inject(DestroyRef).onDestroy(() => {
      ringing.unsubscribe();
      this.tones.close();
    });
  }

  unblock(): void {
    void this.tones.unblock();
  }
}

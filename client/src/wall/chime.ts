import { computed, DestroyRef, inject, Injectable, signal } from '@angular/core';
import { toObservable } from '@angular/core/rxjs-interop';
import { filter, pairwise, throttleTime } from 'rxjs';
import { HallAnswers } from '../hall/hall-answers';

/** Two short tones: Hz, and seconds from now. */
const TONES = [{ pitch: 880, after: 0 }, { pitch: 660, after: 0.22 }] as const;
const TONE_S = 0.2;
const LOUDNESS = 0.25;
const EVERY_MS = 60_000;

/** Rings for a new breach, at most once a minute and not again in a flood. A browser may want to be touched before it sounds. */
@Injectable()
export class Chime {
  private readonly answers = inject(HallAnswers);
  private readonly audio = new AudioContext();
  private readonly newest = computed(() => Math.max(0, ...this.answers.alerts().filter(({ severity }) => severity === 'breach').map(({ raisedAt }) => raisedAt)));

  readonly blocked = signal(this.audio.state !== 'running');

  constructor() {
    this.audio.onstatechange = () => this.blocked.set(this.audio.state !== 'running');
    const risen = toObservable(this.newest).pipe(pairwise(), filter(([before, now]) => now > before && !this.answers.flood()), throttleTime(EVERY_MS));
    const ringing = risen.subscribe(() => this.ring());
    inject(DestroyRef).onDestroy(() => {
      ringing.unsubscribe();
      void this.audio.close();
    });
  }

  unblock(): void {
    void this.audio.resume();
  }

  private ring(): void {
    if (this.blocked()) return; // else all that was held back would sound at once
    for (const { pitch, after } of TONES) {
      const [tone, gain, start] = [this.audio.createOscillator(), this.audio.createGain(), this.audio.currentTime + after];
      tone.frequency.value = pitch;
      gain.gain.setValueAtTime(LOUDNESS, start);
      gain.gain.exponentialRampToValueAtTime(0.001, start + TONE_S);
      tone.connect(gain).connect(this.audio.destination);
      tone.start(start);
      tone.stop(start + TONE_S);
    }
  }
}

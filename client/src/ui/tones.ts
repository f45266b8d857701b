import { signal } from '@angular/core';

/** Two short tones: Hz, and seconds from now. */
const TONES = [{ pitch: 880, after: 0 }, { pitch: 660, after: 0.22 }] as const;
const TONE_S = 0.2;
const LOUDNESS = 0.25;

/** The sound of an alert. A browser may want to be touched before it lets a page be heard: until then it is blocked. */
export class Tones {
  private readonly audio = new AudioContext();

  readonly blocked = signal(this.audio.state !== 'running');

  constructor() {
    this.audio.onstatechange = () => this.blocked.set(this.audio.state !== 'running');
  }

  unblock(): Promise<void> {
    return this.audio.resume();
  }

  ring(): void {
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

  close(): void {
    void this.audio.close();
  }
}

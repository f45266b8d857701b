/** A slider over a stretch of time, minute by minute: by hand, by the arrow keys, and by its two steps. It tells where it was moved to. */
import { Component, computed, input } from '@angular/core';
import { outputFromObservable } from '@angular/core/rxjs-interop';
import { Subject, throttleTime } from 'rxjs';
import { t } from './lang';

const MINUTE_MS = 60_000;
const STEP_MINUTES = 15;
/** While it is being dragged. */
const TELL_EVERY_MS = 250;

@Component({
  selector: 'hb-time-slider',
  template: `
    <button type="button" [attr.aria-label]="t().pastEarlier(step)" (click)="moveBy(-step)">−{{ step }}</button>
    <input type="range" step="1" min="0" [max]="length()" [value]="minute()" [attr.aria-label]="t().pastSlider" [attr.aria-valuetext]="words()" #hand (input)="moveTo(hand.valueAsNumber)" />
    <button type="button" [attr.aria-label]="t().pastLater(step)" (click)="moveBy(step)">+{{ step }}</button>
  `,
  styles: `
    :host {
      display: flex;
      align-items: center;
      gap: 0.75rem;
      min-width: 0;
    }
    input {
      flex: 1 1 auto;
      min-width: 4rem;
      height: 2.5rem;
      accent-color: currentColor;
      cursor: pointer;
    }
    button {
      flex: none;
      min-width: 4rem;
      background: none;
      border: 0.125rem solid currentColor;
      border-radius: var(--radius);
      padding: 0 0.5rem;
      color: inherit;
      cursor: pointer;
    }
  `,
})
export class TimeSlider {
  /** Epoch ms. */
  readonly from = input.required<number>();
  readonly to = input.required<number>();
  readonly at = input.required<number>();
  /** What is said of where it stands. */
  readonly words = input('');

  protected readonly t = t;
  protected readonly step = STEP_MINUTES;
  protected readonly length = computed(() => Math.floor((this.to() - this.from()) / MINUTE_MS));
  protected readonly minute = computed(() => Math.round((this.at() - this.from()) / MINUTE_MS));

  private readonly moves = new Subject<number>();
  readonly moved = outputFromObservable(this.moves.pipe(throttleTime(TELL_EVERY_MS, undefined, { leading: true, trailing: true })));

  protected moveBy(minutes: number): void {
    this.moveTo(this.minute() + minutes);
  }

  protected moveTo(minute: number): void {
    this.moves.next(this.from() + Math.min(this.length(), Math.max(0, minute)) * MINUTE_MS);
  }
}

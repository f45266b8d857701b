import { Component, inject } from '@angular/core';
import { t } from '../ui/lang';
import { Chime } from './chime';

/** Keeps the wall's chime, and says so while the browser holds it back. */
@Component({
  selector: 'hb-sound-switch',
  providers: [Chime],
  template: `
    @if (chime.blocked()) {
      <button type="button" (click)="chime.unblock()">{{ t().soundOff }}</button>
    }
  `,
  styles: `
    button {
      background: none;
      border: 0;
      border-bottom: 0.125rem solid var(--edge-strong);
      padding: 0;
      color: var(--figure);
      cursor: pointer;
    }
  `,
})
export class SoundSwitch {
  protected readonly chime = inject(Chime);
  protected readonly t = t;
}

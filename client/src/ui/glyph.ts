import { Component, input } from '@angular/core';

export type GlyphName = 'breach' | 'warning' | 'stale' | 'serving' | 'calling' | 'open' | 'paused' | 'closed';

/**
 * The shapes of the wall, drawn and not typed: the same on every machine, and told apart without colour. They take the
 * colour of the text they stand in. A breach or warning that somebody has in hand is `hollow`.
 */
@Component({
  selector: 'hb-glyph',
  host: { 'aria-hidden': 'true' },
  template: `
    <svg viewBox="0 0 20 20" [class.hollow]="hollow()">
      @switch (name()) {
        @case ('breach') {
          <rect class="solid" x="2" y="2" width="16" height="16" />
        }
        @case ('warning') {
          <path class="solid" d="M10 2 18.5 17.5h-17z" />
        }
        @case ('stale') {
          <path d="M6 6.5a4 4 0 1 1 5.8 3.6c-1.2.6-1.8 1.2-1.8 2.7" fill="none" stroke="currentColor" stroke-width="2.4" />
          <circle cx="10" cy="17" r="1.6" fill="currentColor" />
        }
        @case ('serving') {
          <circle cx="10" cy="10" r="6.5" fill="currentColor" />
        }
        @case ('calling') {
          <circle cx="10" cy="10" r="7.5" fill="none" stroke="currentColor" stroke-width="2" />
          <circle cx="10" cy="10" r="3.5" fill="currentColor" />
        }
        @case ('open') {
          <circle cx="10" cy="10" r="6.5" fill="none" stroke="currentColor" stroke-width="2" />
        }
        @case ('paused') {
          <path d="M6.5 4v12M13.5 4v12" stroke="currentColor" stroke-width="3" />
        }
        @case ('closed') {
          <path d="M4 10h12" stroke="currentColor" stroke-width="2.4" />
        }
      }
    </svg>
  `,
  styles: `
    :host {
      display: inline-block;
      flex: none;
      width: 1em;
      height: 1em;
    }
    svg {
      display: block;
      width: 100%;
      height: 100%;
    }
    .solid {
      fill: currentColor;
      stroke: currentColor;
      stroke-width: 2.4;
      stroke-linejoin: miter;
    }
    .hollow .solid {
      fill: none;
    }
  `,
})
export class Glyph {
  readonly name = input.required<GlyphName>();
  readonly hollow = input(false);
}

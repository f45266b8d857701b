import { Component, input } from '@angular/core';

export type GlyphName = 'breach' | 'warning' | 'breachTaken' | 'warningTaken' | 'stale' | 'serving' | 'calling' | 'open' | 'paused' | 'closed';

/**
 * The shapes of the wall, drawn and not typed: the same on every machine, and told apart without colour. They take the
 * colour of the text they stand in.
 */
@Component({
  selector: 'hb-glyph',
  host: { 'aria-hidden': 'true' },
  template: `
    <svg viewBox="0 0 20 20">
      @switch (name()) {
        @case ('breach') {
          <rect x="2" y="2" width="16" height="16" fill="currentColor" />
        }
        @case ('warning') {
          <path d="M10 1.5 19 18H1z" fill="currentColor" />
        }
        @case ('breachTaken') {
          <rect x="3.2" y="3.2" width="13.6" height="13.6" fill="none" stroke="currentColor" stroke-width="2.4" />
        }
        @case ('warningTaken') {
          <path d="M10 4.2 17 16.8H3z" fill="none" stroke="currentColor" stroke-width="2.2" />
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
  `,
})
export class Glyph {
  readonly name = input.required<GlyphName>();
}

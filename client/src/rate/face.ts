import { Component, computed, input } from '@angular/core';

/** A face for each level: the mouth alone tells them apart, without colour. */
@Component({
  selector: 'hb-face',
  host: { 'aria-hidden': 'true' },
  template: `
    <svg viewBox="0 0 20 20" fill="none" stroke="currentColor" stroke-width="1.2" stroke-linecap="round">
      <circle cx="10" cy="10" r="9" />
      <circle cx="7" cy="7.5" r="0.7" fill="currentColor" />
      <circle cx="13" cy="7.5" r="0.7" fill="currentColor" />
      <path [attr.d]="mouth()" />
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
    }
  `,
})
export class Face {
  readonly level = input.required<number>();

  protected readonly mouth = computed(() => {
    const bend = (this.level() - 3) * 2;
    const corner = 13.2 - bend / 3;
    return `M6 ${corner} Q10 ${corner + bend * 1.4} 14 ${corner}`;
  });
}

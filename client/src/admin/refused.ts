import { Component, computed, inject, input } from '@angular/core';
import { Refusals } from './refusals';
import { t } from './words';

/** What the server refused of one field, beneath it: what it takes, in the page's language, or else the server's words. */
@Component({
  selector: 'hb-refused',
  template: `
    @if (text(); as text) {
      <p class="problem" role="alert">{{ text }}</p>
    }
  `,
})
export class Refused {
  /** The field's path in the body. */
  readonly at = input.required<string>();

  private readonly refusals = inject(Refusals);
  protected readonly text = computed(() => (this.refusals.at(this.at()) ? (t().fieldRules[this.at().split('.').at(-1) ?? ''] ?? this.refusals.reason()) : ''));
}

import { Component, computed, inject, input } from '@angular/core';
import { Draft } from './draft';

/** What the server refused of one field, beneath it. */
@Component({
  selector: 'hb-problem',
  template: `
    @if (text(); as text) {
      <p class="problem" role="alert">{{ text }}</p>
    }
  `,
})
export class Problem {
  /** The field's path in the settings. */
  readonly at = input.required<string>();

  private readonly draft = inject(Draft);
  protected readonly text = computed(() => this.draft.problemAt(this.at()));
}

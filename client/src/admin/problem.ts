import { Component, computed, inject, input } from '@angular/core';
import { Draft } from './draft';
import { t } from './words';

/** What the server refused of one field, beneath it: what it takes, in the page's language, or else the server's words. */
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
  protected readonly text = computed(() => {
    const problem = this.draft.problemAt(this.at());
    return problem && (t().fieldRules[this.at().split('.').at(-1) ?? ''] ?? problem);
  });
}

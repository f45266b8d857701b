import { Component, inject, input } from '@angular/core';
import { StandardDraft } from './standard-draft';

/** What was refused of one field of the standard, beneath it. */
@Component({
  selector: 'hb-standard-problem',
  template: `
    @if (draft.problemAt(at()); as text) {
      <p class="problem" role="alert">{{ text }}</p>
    }
  `,
})
export class StandardProblem {
  /** The field's path in what is put. */
  readonly at = input.required<string>();

  protected readonly draft = inject(StandardDraft);
}

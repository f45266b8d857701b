import { Component, inject } from '@angular/core';
import { t } from '../ui/lang';
import { Draft } from './draft';

/** Stands at the foot while something is unsaved: what may be done about it, what the server said against it, that it is done. */
@Component({
  selector: 'hb-save-bar',
  template: `
    @if (draft.changed()) {
      <div class="bar" role="region" [attr.aria-label]="t().unsaved">
        @if (draft.refusal(); as refusal) {
          <span role="alert">{{ t().notSaved }}{{ refusal.detail }}</span>
        } @else {
          <span role="status">{{ t().unsaved }}</span>
        }
        <button class="button main" type="button" [disabled]="draft.saving()" (click)="draft.save()">{{ t().save }}</button>
        <button class="button" type="button" [disabled]="draft.saving()" (click)="draft.discard()">{{ t().discard }}</button>
      </div>
    } @else if (draft.justSaved()) {
      <div class="bar" role="status">{{ t().saved }}</div>
    }
  `,
})
export class SaveBar {
  protected readonly draft = inject(Draft);
  protected readonly t = t;
}

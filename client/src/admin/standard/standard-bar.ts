import { Component, inject, output } from '@angular/core';
import { StandardDraft } from './standard-draft';
import { t } from '../words';

/** Stands at the foot while the standard is changed and not saved: from when it will be in force, what the server said against it. */
@Component({
  selector: 'hb-standard-bar',
  template: `
    @if (draft.changed()) {
      <div class="bar" role="region" [attr.aria-label]="t().unsaved">
        @if (draft.refusal(); as refusal) {
          <span role="alert">{{ refusal.field ? t().standardRefused : refusal.detail }}</span>
        } @else {
          <span role="status">{{ t().unsaved }}</span>
        }
        <button class="button main" type="button" [disabled]="draft.saving()" (click)="save()">
          {{ draft.effectiveFrom() ? t().saveLater(draft.effectiveFrom()!.replace('T', ' ')) : t().saveNow }}
        </button>
        <button class="button" type="button" (click)="tried.emit()">{{ t().tryFirst }}</button>
        <button class="button" type="button" [disabled]="draft.saving()" (click)="draft.discard()">{{ t().discard }}</button>
      </div>
    } @else if (draft.justSaved()) {
      <div class="bar" role="status">{{ t().saved }}</div>
    }
  `,
})
export class StandardBar {
  readonly tried = output();
  /** The server refused something that stands in a field. */
  readonly refused = output();

  protected readonly draft = inject(StandardDraft);
  protected readonly t = t;

  protected async save(): Promise<void> {
    await this.draft.save();
    if (this.draft.refusal()?.field) this.refused.emit();
  }
}

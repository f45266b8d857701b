import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Draft } from './draft';
import { sections, type Section } from './sections';
import { t } from './words';

/** Stands at the foot while something is unsaved: what may be done about it, what the server said against it, that it is done. */
@Component({
  selector: 'hb-save-bar',
  imports: [RouterLink],
  template: `
    @if (draft.changed()) {
      <div class="bar" role="region" [attr.aria-label]="t().unsaved">
        @if (draft.refusal(); as refusal) {
          <span role="alert">
            {{ t().notSaved }}
            @if (section(); as at) {
              <a class="plain" [routerLink]="['/admin', hallId(), at.id]" queryParamsHandling="preserve">{{ t().mendIn(at.word) }}</a>
            } @else {
              {{ refusal.detail }}
            }
          </span>
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
  readonly hallId = input.required<string>();

  protected readonly draft = inject(Draft);
  protected readonly t = t;
  /** Where the field stands that the server refused. */
  protected readonly section = computed<Section | undefined>(() => {
    const table = this.draft.refusal()?.field.split('.')[0];
    return table ? (sections().find(({ tables }) => tables.includes(table)) ?? sections()[0]) : undefined;
  });
}

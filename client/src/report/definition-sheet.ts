import { afterRenderEffect, Component, ElementRef, inject, viewChild } from '@angular/core';
import { label, t } from '../ui/lang';
import { Definitions } from './definitions';

/** What a figure means, beside the report. */
@Component({
  selector: 'hb-definition-sheet',
  template: `
    <dialog #sheet class="sheet" (close)="definitions.close()" [attr.aria-label]="t().definitions">
      <header>
        <h2>{{ t().definitions }}</h2>
        <button class="button" type="button" (click)="definitions.close()">{{ t().close }}</button>
      </header>
      @if (definitions.refused()) {
        <p class="notice" role="alert">{{ t().sheetRefused }}</p>
      }
      @for (entry of definitions.shown(); track entry.key) {
        <article>
          <h3>{{ label(entry.name) }} <small>{{ entry.key }}</small></h3>
          <dl>
            <dt>{{ t().definitionFormula }}</dt><dd>{{ label(entry.formula) }}</dd>
            <dt>{{ t().definitionBounds }}</dt><dd>{{ label(entry.boundaries) }}</dd>
            <dt>{{ t().definitionSource }}</dt><dd>{{ entry.source }}</dd>
          </dl>
        </article>
      }
    </dialog>
  `,
})
export class DefinitionSheet {
  private readonly dialog = viewChild.required<ElementRef<HTMLDialogElement>>('sheet');
  protected readonly definitions = inject(Definitions);
  protected readonly t = t;
  protected readonly label = label;

  constructor() {
    afterRenderEffect(() => {
      const sheet = this.dialog().nativeElement;
      if (this.definitions.shown() === null) sheet.close();
      else if (!sheet.open) sheet.showModal();
    });
  }
}

import { Component, ElementRef, input, linkedSignal, viewChild } from '@angular/core';
import { t } from './words';

/** A text to be taken along. Where the page may not write the clipboard (plain HTTP), it is selected, for Ctrl+C. */
@Component({
  selector: 'hb-copy-field',
  template: `
    <input #field class="input link" readonly [value]="text()" [attr.aria-label]="label()" (focus)="field.select()" />
    <button class="button main" type="button" (click)="copy()">{{ t().copy }}</button>
    <span role="status">{{ copied() ? t().copied : '' }}</span>
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto 4rem;
      align-items: center;
      gap: 0.75rem;
      width: 100%;
    }
  `,
})
export class CopyField {
  readonly text = input.required<string>();
  readonly label = input.required<string>();

  protected readonly t = t;
  protected readonly copied = linkedSignal({ source: this.text, computation: () => false });
  private readonly field = viewChild.required<ElementRef<HTMLInputElement>>('field');

  protected async copy(): Promise<void> {
    this.field().nativeElement.select();
    if (!isSecureContext) return;
    try {
      await navigator.clipboard.writeText(this.text());
      this.copied.set(true);
    } catch {
      // NotAllowedError: the browser was told not to; the text stays selected
    }
  }
}

import { afterNextRender, Component, computed, ElementRef, output, viewChild } from '@angular/core';
import { t } from '../ui/lang';

/** The keys of the desk. */
@Component({
  selector: 'hb-key-help',
  host: { '(keydown.?)': 'left.emit()' },
  template: `
    <dialog #dialog [attr.aria-label]="t().keysTitle" (close)="left.emit()">
      <h2>{{ t().keysTitle }}</h2>
      <dl>
        @for (key of keys(); track key[0]) {
          <dt><kbd>{{ key[0] }}</kbd></dt>
          <dd>{{ key[1] }}</dd>
        }
      </dl>
      <button type="button" class="button" (click)="dialog.close()">{{ t().keysClose }}</button>
    </dialog>
  `,
  styles: `
    dialog {
      min-width: 20rem;
      padding: 1.5rem;
      border: 0.0625rem solid var(--edge-strong);
      border-radius: 0.5rem;
      background: var(--tile);
      color: var(--text);
    }
    h2 {
      margin: 0;
      font-size: 1.25rem;
      color: var(--figure);
    }
    dl {
      display: grid;
      grid-template-columns: auto 1fr;
      align-items: center;
      gap: 0.5rem 1rem;
      margin: 1rem 0;
    }
    dd {
      margin: 0;
    }
    kbd {
      display: inline-block;
      min-width: 2rem;
      padding: 0 0.5rem;
      border: 0.0625rem solid var(--edge-strong);
      border-radius: 0.25rem;
      color: var(--figure);
      font: inherit;
      text-align: center;
    }
  `,
})
export class KeyHelp {
  readonly left = output();

  protected readonly t = t;
  protected readonly keys = computed(() => Object.entries(t().keyWords));
  private readonly dialog = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');

  constructor() {
    afterNextRender(() => this.dialog().nativeElement.showModal());
  }
}

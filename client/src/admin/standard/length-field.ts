import { Component, input, linkedSignal, output } from '@angular/core';
import { durationOf, lengthOf, units, type Unit } from './length';
import { t } from '../words';

/** A length to be written as a number and its unit; empty where nothing is said. */
@Component({
  selector: 'hb-length-field',
  template: `
    <label class="field-row">
      {{ label() }}
      <span class="pair">
        <input #count class="input" type="number" min="0" step="any" [name]="name()" [value]="length().count ?? ''" (change)="write(count.value, length().unit)" />
        <select #unit class="input" [attr.aria-label]="t().unitOf(label())" (change)="write(count.value, unit.value)">
          @for (one of units; track one) {
            <option [value]="one" [selected]="one === length().unit">{{ t().unitWords[one] }}</option>
          }
        </select>
      </span>
    </label>
  `,
})
export class LengthField {
  readonly label = input.required<string>();
  readonly name = input.required<string>();
  /** As the contract writes it. */
  readonly value = input<string>();
  readonly written = output<string | undefined>();

  protected readonly t = t;
  protected readonly units = units;
  protected readonly length = linkedSignal(() => lengthOf(this.value()));

  protected write(count: string, chosen: string): void {
    const unit = chosen as Unit;
    this.length.set({ count: count === '' ? null : Number(count), unit });
    this.written.emit(count === '' ? undefined : durationOf(Number(count), unit));
  }
}

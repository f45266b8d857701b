import { Component, input, model } from '@angular/core';
import type { Service } from './counter-list';
import { t } from './words';

/** Which of the hall's services a counter serves. */
@Component({
  selector: 'hb-service-choice',
  template: `
    <fieldset>
      <legend>{{ t().serves }}</legend>
      @for (service of services(); track $index) {
        <label class="check">
          <input type="checkbox" [name]="service.id" [checked]="chosen().includes(service.id)" (change)="turn(service.id)" />
          {{ service.name || service.id }}
        </label>
      } @empty {
        {{ t().noServices }}
      }
      @if (services().length > 1) {
        <button class="plain" type="button" (click)="chooseAll()">{{ t().everyService }}</button>
      }
    </fieldset>
  `,
})
export class ServiceChoice {
  readonly services = input.required<readonly Service[]>();
  readonly chosen = model.required<string[]>();

  protected readonly t = t;

  protected turn(id: string): void {
    this.chosen.update((ids) => (ids.includes(id) ? ids.filter((one) => one !== id) : [...ids, id]));
  }

  protected chooseAll(): void {
    this.chosen.set(this.services().map(({ id }) => id));
  }
}

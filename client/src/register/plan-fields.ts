import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import { weekdays } from '../../../shared/glossary/choices.js';
import type { RoundItem } from '../../../shared/rounds.js';
import { t } from '../ui/lang';
import { RegisterStore } from './register-store';
import { minutesOf, nextId, type RoundPlan } from './round-plan';

/** The fields of a round plan: its items line by line, on which days and when, by whom. They stand in the form around them by their names. */
@Component({ selector: 'hb-plan-fields', templateUrl: './plan-fields.html', styleUrls: ['./record-form.css', './plan-fields.css'] })
export class PlanFields {
  readonly plan = input.required<RoundPlan>();

  protected readonly store = inject(RegisterStore);
  protected readonly t = t;
  protected readonly items = linkedSignal<readonly RoundItem[]>(() => this.plan().items);
  protected readonly itemsText = computed(() => JSON.stringify(this.items()));
  protected readonly minutes = computed(() => minutesOf(this.plan()));
  protected readonly days = computed(() => weekdays.map((id, index) => ({ id, word: t().planDayWords[index]!, on: this.plan().days.includes(id) })));
  protected readonly counters = computed(() => Object.entries(this.store.counters()).map(([id, { name }]) => ({ id, name })));

  protected say(id: string, part: Partial<RoundItem>): void {
    this.items.update((items) => items.map((one) => (one.id === id ? { ...one, ...part } : one)));
  }

  protected add(): void {
    this.items.update((items) => [...items, { id: nextId([...this.plan().items, ...items]), text: '', photo: false, ...(items.at(-1)?.group && { group: items.at(-1)!.group }) }]);
  }

  protected remove(id: string): void {
    this.items.update((items) => items.filter((one) => one.id !== id));
  }
}

import { Component, computed, inject, signal } from '@angular/core';
import { AddCounters } from './add-counters';
import { merged, type Counter } from './counter-list';
import { Draft } from './draft';
import { IdsLost } from './ids-lost';
import { Problem } from './problem';
import { ServiceChoice } from './service-choice';
import { t } from './words';

/** So many rows of inputs a phone still scrolls with ease; the filter finds the others. */
const AT_ONCE = 60;

/** The hall's counters, in the order in which they stand. */
@Component({
  selector: 'hb-counters-section',
  imports: [AddCounters, IdsLost, Problem, ServiceChoice],
  templateUrl: './counters-section.html',
})
export class CountersSection {
  protected readonly draft = inject(Draft);
  protected readonly settings = this.draft.current;
  protected readonly t = t;
  protected readonly filter = signal('');
  protected readonly all = signal(false);
  /** Whose services are open to be chosen. */
  protected readonly chosen = signal<number | null>(null);
  /** The counter the server refused something of is always among those shown. */
  private readonly refused = computed(() => Number(/^counters\.(\d+)/.exec(this.draft.refusal()?.field ?? '')?.[1] ?? NaN));
  private readonly found = computed(() => {
    const wanted = this.filter().trim().toLowerCase();
    const rows = this.settings().counters.map((counter, index) => ({ counter, index }));
    const fits = ({ id, name, zone = '' }: Counter) => [id, name, zone].some((text) => text.toLowerCase().includes(wanted));
    return rows.filter(({ counter, index }) => fits(counter) || index === this.refused());
  });
  protected readonly count = computed(() => t().countersFound(this.found().length, this.settings().counters.length));
  protected readonly shown = computed(() => (this.all() ? this.found() : this.found().filter(({ index }, at) => at < AT_ONCE || index === this.refused())));
  protected readonly more = computed(() => this.shown().length < this.found().length);
  protected readonly zones = computed(() => [...new Set(this.settings().counters.flatMap(({ zone }) => zone ?? []))]);

  protected change(index: number, part: Partial<Counter>): void {
    this.draft.change({ counters: this.settings().counters.map((counter, at) => (at === index ? { ...counter, ...part } : counter)) });
  }

  protected remove(index: number): void {
    this.chosen.set(null);
    this.draft.change({ counters: this.settings().counters.filter((_, at) => at !== index) });
  }

  protected add(added: Counter[]): void {
    this.draft.change({ counters: merged(this.settings().counters, added) });
  }
}

import { Component, computed, input, linkedSignal, output, signal } from '@angular/core';
import type { HallSettings } from '../../../shared/commands/hall.js';
import { idsOfRange, readCells, type Counter, type Read } from './counter-list';
import { ServiceChoice } from './service-choice';
import { t } from './words';

/** Many counters at once: a range of ids with one zone and the same services, or cells of a spreadsheet. */
@Component({
  selector: 'hb-add-counters',
  imports: [ServiceChoice],
  templateUrl: './add-counters.html',
})
export class AddCounters {
  readonly settings = input.required<HallSettings>();
  readonly added = output<Counter[]>();

  protected readonly t = t;
  protected readonly way = signal<'range' | 'paste'>('range');
  protected readonly text = signal('');
  protected readonly pattern = linkedSignal(() => t().namePatternStart);
  protected readonly zone = signal('');
  protected readonly serviceIds = linkedSignal(() => this.settings().services.map(({ id }) => id));
  protected readonly read = computed<Read>(() => {
    const [serviceIds, zone] = [this.serviceIds(), this.zone().trim()];
    if (this.way() === 'paste') return readCells(this.text(), { services: this.settings().services, or: { zone, serviceIds } });
    const { ids, unread } = idsOfRange(this.text());
    const counterOf = (id: string): Counter => ({ id, name: this.pattern().replaceAll('#', id) || id, serviceIds, ...(zone ? { zone } : {}) });
    return { counters: ids.map(counterOf), unread };
  });
  protected readonly summary = computed(() => {
    const known = new Set(this.settings().counters.map(({ id }) => id));
    const changed = this.read().counters.filter(({ id }) => known.has(id)).length;
    return t().willAdd(this.read().counters.length - changed, changed);
  });

  protected turnTo(way: 'range' | 'paste'): void {
    this.way.set(way);
    this.text.set('');
  }

  protected add(event: Event): void {
    event.preventDefault();
    this.added.emit(this.read().counters);
    this.text.set('');
  }
}

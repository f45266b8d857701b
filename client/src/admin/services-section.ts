import { Component, computed, inject } from '@angular/core';
import { parseDuration } from '../../../shared/instant.js';
import type { Service } from './counter-list';
import { Draft } from './draft';
import { IdsLost } from './ids-lost';
import { Problem } from './problem';
import { t } from './words';

const MINUTE_MS = 60_000;

/** What people come for, and how long they may have to wait for it. Counters follow when a service is renamed or removed. */
@Component({
  selector: 'hb-services-section',
  imports: [IdsLost, Problem],
  templateUrl: './services-section.html',
})
export class ServicesSection {
  protected readonly draft = inject(Draft);
  protected readonly settings = this.draft.current;
  protected readonly t = t;
  protected readonly countersOf = computed(() => {
    const counts = new Map<string, number>();
    for (const { serviceIds } of this.settings().counters) for (const id of serviceIds) counts.set(id, (counts.get(id) ?? 0) + 1);
    return counts;
  });

  protected minutes({ waitLimit }: Service): number | '' {
    return waitLimit === undefined ? '' : parseDuration(waitLimit) / MINUTE_MS;
  }

  protected limit(text: string): string | undefined {
    if (text === '') return undefined;
    const seconds = Math.round(Number(text) * 60);
    return seconds % 60 === 0 ? `PT${seconds / 60}M` : `PT${seconds}S`;
  }

  protected change(index: number, part: Partial<Service>): void {
    this.draft.change({ services: this.settings().services.map((service, at) => (at === index ? { ...service, ...part } : service)) });
  }

  protected rename(index: number, id: string): void {
    const { services, counters } = this.settings();
    const old = services[index]?.id ?? '';
    this.change(index, { id });
    const renamed = (ids: string[]) => ids.map((one) => (one === old ? id : one));
    this.draft.change({ counters: counters.map((counter) => ({ ...counter, serviceIds: renamed(counter.serviceIds) })) });
  }

  protected add(): void {
    const { services } = this.settings();
    const taken = new Set(services.map(({ id }) => id));
    let number = services.length + 1;
    while (taken.has(`S${number}`)) number++;
    this.draft.change({ services: [...services, { id: `S${number}`, name: '' }] });
  }

  protected remove(index: number): void {
    const { services, counters } = this.settings();
    const gone = services[index]?.id;
    this.draft.change({
      services: services.filter((_, at) => at !== index),
      counters: counters.map((counter) => ({ ...counter, serviceIds: counter.serviceIds.filter((id) => id !== gone) })),
    });
  }
}

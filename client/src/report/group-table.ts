/** Services, counters, staff or hours line by line; the head of a column ranks by it, a number opens the tickets behind it. */
import { Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { formatInstant } from '../../../shared/instant.js';
import type { Figures } from '../../../shared/rows/figures.js';
import { boundsOf, instantAt } from '../hall/local-time';
import { t } from '../ui/lang';
import { Behind, type TicketQuery } from './behind';
import { Definitions } from './definitions';
import { columnsOf, linesOf, type Line, type Order } from './group-rows';
import type { Measure } from './measures';
import type { Group, ReportDay } from './report-day';
import { ReportStore } from './report-store';

type Tab = Group | 'days';
const HOUR_MS = 3_600_000;

@Component({
  selector: 'hb-group-table',
  templateUrl: './group-table.html',
})
export class GroupTable {
  readonly report = input.required<ReportDay>();

  private readonly store = inject(ReportStore);
  private readonly behind = inject(Behind);
  protected readonly definitions = inject(Definitions);
  protected readonly t = t;
  protected readonly tabs = computed<Tab[]>(() => (this.store.single() ? ['services', 'counters', 'staff', 'hours'] : ['days', 'services', 'counters', 'staff', 'hours']));
  private readonly chosen = signal<Tab | null>(null);
  protected readonly tab = computed(() => this.tabs().find((tab) => tab === this.chosen()) ?? this.tabs()[0]!);
  protected readonly order = linkedSignal<unknown, Order | null>({ source: () => this.tab(), computation: () => null });
  protected readonly columns = computed(() => columnsOf(this.tab()));
  protected readonly lines = computed(() => linesOf(this.table(), { group: this.tab(), names: this.names(), order: this.order() }));
  private readonly names = computed<Record<string, string>>(() => {
    const { names } = this.report();
    return this.tab() === 'services' ? names.services : this.tab() === 'counters' ? names.counters : {};
  });

  protected choose(tab: Tab): void {
    this.chosen.set(tab);
  }

  protected rank({ key }: Measure): void {
    const order = this.order();
    this.order.set(order?.key === key ? (order.down ? { key, down: false } : null) : { key, down: true });
  }

  protected sortOf({ key }: Measure): 'ascending' | 'descending' | null {
    const order = this.order();
    return order?.key === key ? (order.down ? 'descending' : 'ascending') : null;
  }

  protected word(tab: Tab): string {
    return { days: t().chartDays, services: t().groupServices, counters: t().groupCounters, staff: t().groupStaff, hours: t().groupHours }[tab];
  }

  protected open({ id, name }: Line, { behind, word }: Measure): void {
    this.behind.open({ title: `${name} · ${t()[word]}`, query: { figure: behind, ...this.whose(id) } });
  }

  private table(): Record<string, Figures> {
    const tab = this.tab();
    if (tab !== 'days') return this.report()[tab];
    return Object.fromEntries((this.store.days() ?? []).map(({ date, hall }) => [date, hall]));
  }

  private whose(id: string): TicketQuery {
    switch (this.tab()) {
      case 'services':
        return { serviceId: id };
      case 'counters':
        return { counterId: id };
      case 'staff':
        return { staffId: id };
      case 'days':
        return instants(boundsOf(id, this.store.timezone()));
      case 'hours': {
        const from = instantAt(`${this.report().date}T${id}:00`, this.store.timezone());
        return this.store.single() ? instants({ from, to: from + HOUR_MS }) : {};
      }
    }
  }
}

function instants({ from, to }: { from: number; to: number }): TicketQuery {
  return { from: formatInstant(from), to: formatInstant(to) };
}

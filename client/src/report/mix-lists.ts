/** What the day was made of: services, ratings, alerts by clause; each number opens what stands behind it. */
import { Component, computed, inject, input } from '@angular/core';
import { ratingLevels } from '../../../shared/glossary/states.js';
import { clauseKinds } from '../../../shared/glossary/clause-kinds.js';
import type { CountedFigure } from '../../../shared/rows/behind.js';
import { label, t } from '../ui/lang';
import { Behind, type Question } from './behind';
import type { ReportDay } from './report-day';
import { ReportStore } from './report-store';

interface Item {
  name: string;
  count: number;
  width: number;
  question: Question;
}

interface List {
  title: string;
  none: string;
  items: Item[];
}

const LEVELS = [5, 4, 3, 2, 1] as const;

@Component({
  selector: 'hb-mix-lists',
  template: `
    @for (list of lists(); track list.title) {
      <section>
        <h3>{{ list.title }}</h3>
        <ul class="mix">
          @for (item of list.items; track item.name) {
            <li>
              <span class="clip">{{ item.name }}</span>
              <span class="track"><i [style.width.%]="item.width"></i></span>
              <button class="number" type="button" (click)="behind.open(item.question)" [attr.aria-label]="item.name + ' ' + item.count">{{ item.count }}</button>
            </li>
          } @empty {
            <li class="none">{{ list.none }}</li>
          }
        </ul>
      </section>
    }
  `,
})
export class MixLists {
  readonly report = input.required<ReportDay>();

  private readonly store = inject(ReportStore);
  protected readonly behind = inject(Behind);
  protected readonly lists = computed<List[]>(() => {
    const { services, names, byClause, hall: { rating } } = this.report();
    const mix = Object.entries(services).map(([id, { tickets }]) => ({ id, name: names.services[id] ?? id, count: tickets.issued })).filter(({ count }) => count > 0);
    const levels = rating.given === 0 ? [] : LEVELS.map((level) => ({ id: String(level), name: label(ratingLevels[level]), count: rating.byLevel[level] }));
    const clauses = Object.entries(byClause).map(([id, count]) => ({ id, name: this.clauseWord(id), count }));
    return [
      { title: t().serviceMix, none: t().noneInGroup, items: items(falling(mix), (id, title) => ({ title, query: { figure: 'tickets.issued', serviceId: id } })) },
      { title: t().ratingLevelsOf, none: t().noneRated, items: items(levels, (id, title) => ({ title, query: { figure: `rating.byLevel.${id}` as CountedFigure } })) },
      { title: t().byClause, none: t().noneRaised, items: items(falling(clauses), (id, title) => ({ title, clauseId: id })) },
    ];
  });

  private clauseWord(id: string): string {
    const kind = this.store.clauseKind(id);
    return kind ? `${label(clauseKinds[kind])} · ${id}` : id;
  }
}

type Counted = { id: string; name: string; count: number };

function falling(counted: Counted[]): Counted[] {
  return counted.sort((a, b) => b.count - a.count);
}

function items(counted: readonly Counted[], questionOf: (id: string, title: string) => Question): Item[] {
  const most = Math.max(1, ...counted.map(({ count }) => count));
  return counted.map(({ id, name, count }) => ({ name, count, width: (count / most) * 100, question: questionOf(id, name) }));
}

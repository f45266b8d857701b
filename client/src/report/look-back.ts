import { Component, computed, inject, input, linkedSignal, resource } from '@angular/core';
import { RouterLink } from '@angular/router';
import { counterStates } from '../../../shared/glossary/states.js';
import { formatInstant } from '../../../shared/instant.js';
import type { DayCurve } from '../../../shared/rows/behind.js';
import type { Rows, StateAnswer } from '../../../shared/rows/rows.js';
import { ask } from '../feed/ask';
import { timeOfDay } from '../hall/format';
import { localText } from '../hall/local-time';
import { label, t } from '../ui/lang';
import { TimeSlider } from '../ui/time-slider';
import { ReportStore } from './report-store';

const QUARTER_MS = 15 * 60_000;

/** Any minute of the day: who waited, what stood in breach, and the wall as it was. */
@Component({
  selector: 'hb-look-back',
  imports: [RouterLink, TimeSlider],
  template: `
    <h3>{{ t().lookBack }}</h3>
    <hb-time-slider [from]="from()" [to]="to()" [at]="at()" [words]="time()" (moved)="at.set($event)" />
    <p>
      <strong>{{ time() }}</strong>
      <span>{{ stood() }}</span>
      <a class="plain" [routerLink]="['/wall', store.hallId()]" [queryParams]="{ at: local() }" [attr.aria-label]="t().wallAt(time())">{{ t().wallAt(time()) }}</a>
    </p>
  `,
})
export class LookBack {
  readonly curve = input.required<DayCurve>();

  protected readonly store = inject(ReportStore);
  protected readonly t = t;
  protected readonly from = computed(() => this.curve().quarters[0]?.startAt ?? this.curve().startAt);
  protected readonly to = computed(() => (this.curve().quarters.at(-1)?.startAt ?? this.curve().endAt - QUARTER_MS) + QUARTER_MS);
  /** Where most people waited, for that is what is asked about. */
  protected readonly at = linkedSignal(() => {
    const fullest = this.curve().quarters.reduce((most, quarter) => (quarter.waiting > most.waiting ? quarter : most), { waiting: -1, startAt: this.from() });
    return Math.min(this.to(), fullest.startAt + QUARTER_MS);
  });
  protected readonly time = computed(() => timeOfDay(this.at(), this.curve().timezone));
  protected readonly local = computed(() => localText(this.at(), this.curve().timezone));
  private readonly state = resource({
    params: () => ({ hallId: this.store.hallId(), at: formatInstant(this.at()) }),
    loader: ({ params }) => ask<StateAnswer>('GET', `/api/v1/halls/${encodeURIComponent(params.hallId)}/state?${new URLSearchParams({ at: params.at })}`),
  });
  protected readonly stood = computed(() => {
    const answer = this.state.hasValue() ? this.state.value() : null;
    if (!answer) return t().reportLoading;
    return answer.kind === 'ok' ? stoodWords(answer.body.rows) : t().sheetRefused;
  });
}

function stoodWords({ services, counters, alerts }: Rows): string {
  const waiting = Object.values(services).reduce((sum, service) => sum + service.waiting, 0);
  const states = Object.values(counters).map(({ state }) => state);
  const count = (of: keyof typeof counterStates): string => `${label(counterStates[of])} ${states.filter((state) => state === of).length}`;
  const standing = Object.values(alerts).filter(({ resolvedAt }) => resolvedAt === null).length;
  return [`${t().chartWaiting} ${waiting}`, count('serving'), count('open'), count('paused'), `${t().figureRaised} ${standing}`].join(' · ');
}

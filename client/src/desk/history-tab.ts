import { Component, computed, inject, linkedSignal, signal } from '@angular/core';
import { toObservable, toSignal } from '@angular/core/rxjs-interop';
import { RouterLink } from '@angular/router';
import { defer, filter, startWith, switchMap, type Observable } from 'rxjs';
import type { AlertEntry, AlertsAnswer } from '../../../shared/commands/alert.js';
import { severities } from '../../../shared/glossary/states.js';
import { formatInstant } from '../../../shared/instant.js';
import type { Answer } from '../feed/ask';
import { Colleagues } from '../feed/colleagues';
import { HallDoor } from '../feed/hall-door';
import { HallFeed } from '../feed/hall-feed';
import { alertOf } from '../hall/alerts';
import { stopwatch, timeWithSeconds, UNKNOWN } from '../hall/format';
import { HallAnswers } from '../hall/hall-answers';
import { ANY, lengthsOf, meanLengths, pastAlerts, type HistoryFilter } from '../hall/history';
import { boundsOf } from '../hall/local-time';
import { natural } from '../hall/natural';
import { sameList } from '../hall/same';
import { alertLine, type AlertLine } from '../ui/alert-lines';
import { Glyph } from '../ui/glyph';
import { label, langInAddress, t } from '../ui/lang';
import { problemOf } from '../ui/problem-of';

const PAGE = 200;

interface HistoryLine extends AlertLine {
  time: string;
  take: string;
  end: string;
  who: string;
}

/** The alerts of one day, how long each waited for somebody and how long it stood. */
@Component({ selector: 'hb-history-tab', imports: [Glyph, RouterLink], templateUrl: './history-tab.html', styleUrl: './history-tab.css' })
export class HistoryTab {
  private readonly door = inject(HallDoor);
  private readonly feed = inject(HallFeed);
  private readonly answers = inject(HallAnswers);
  private readonly colleagues = inject(Colleagues);
  protected readonly t = t;
  protected readonly langInAddress = langInAddress;
  protected readonly severityWords = computed(() => Object.entries(severities).map(([id, word]) => ({ id, word: label(word) })));

  protected readonly today = computed(() => this.answers.hall()?.day ?? '');
  protected readonly date = linkedSignal(() => this.today());
  protected readonly filter = signal(ANY);
  private readonly room = signal(PAGE);
  private readonly answer = toSignal(
    toObservable(this.date).pipe(filter(Boolean), switchMap((date) => this.read(date).pipe(startWith(null)))),
    { initialValue: null },
  );
  protected readonly reading = computed(() => this.answer() === null);
  protected readonly problem = computed(() => problemOf(this.answer() ?? { kind: 'ok' }));
  private readonly body = computed(() => {
    const answer = this.answer();
    return answer?.kind === 'ok' ? answer.body : { alerts: [], more: 0 };
  });

  protected readonly all = computed(() => this.body().alerts);
  protected readonly older = computed(() => this.body().more ?? 0);
  protected readonly shown = computed(() => pastAlerts(this.all(), this.filter()));
  protected readonly lines = computed(() => this.shown().slice(0, this.room()).map((alert) => this.lineOf(alert)));
  protected readonly hidden = computed(() => Math.min(PAGE, this.shown().length - this.lines().length));
  protected readonly clauses = computed(() => [...new Set(this.all().map(({ clauseId }) => clauseId))].sort(natural));
  protected readonly places = computed(() => [
    ...Object.entries(this.feed.rows.services()).map(([id, { name }]) => ({ id: `service:${id}`, name })),
    ...Object.entries(this.feed.rows.counters()).map(([id, { name }]) => ({ id: `counter:${id}`, name })).sort((a, b) => natural(a.name, b.name)),
  ], { equal: sameList });
  protected readonly means = computed(() => {
    const { takeMs, endMs } = meanLengths(this.shown());
    return t().historyMeans(lengthOf(takeMs), lengthOf(endMs));
  });

  protected narrow(part: Partial<HistoryFilter>): void {
    this.filter.update((filter) => ({ ...filter, ...part }));
    this.room.set(PAGE);
  }

  protected more(): void {
    this.room.update((room) => room + PAGE);
  }

  private lineOf(alert: AlertEntry): HistoryLine {
    const { takeMs, endMs } = lengthsOf(alert);
    const owner = alert.assignedTo ?? alert.acknowledgedBy ?? alert.resolvedBy;
    return {
      ...alertLine(alertOf(alert.id, alert, this.answers.alertsAround()), t()),
      time: timeWithSeconds(alert.raisedAt, this.answers.timezone()),
      take: lengthOf(takeMs),
      end: endMs === null ? t().stillOpen : lengthOf(endMs),
      who: owner === null ? '' : this.colleagues.nameOf(owner),
    };
  }

  private read(date: string): Observable<Answer<AlertsAnswer>> {
    const { from, to } = boundsOf(date, this.answers.timezone());
    const query = new URLSearchParams({ status: 'all', from: formatInstant(from), to: formatInstant(to) });
    return defer(() => this.door.ask<AlertsAnswer>('GET', `alerts?${query}`));
  }
}

function lengthOf(ms: number | null): string {
  return ms === null ? UNKNOWN : stopwatch(ms);
}

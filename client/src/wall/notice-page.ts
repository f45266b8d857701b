import { Component, computed, effect, inject, input, signal } from '@angular/core';
import { takeUntilDestroyed, toObservable } from '@angular/core/rxjs-interop';
import { combineLatest, switchMap, timer } from 'rxjs';
import type { DisclosureAnswer } from '../../../shared/commands/records.js';
import { noticeTopics } from '../../../shared/glossary/records.js';
import { readWithKey } from '../feed/ask';
import { label, t } from '../ui/lang';
import { WallPages } from './pages';

const EVERY_MS = 300_000;
/** More do not stand on a panel in letters to be read from afar. */
const MOST = 4;
const ORDER = Object.keys(noticeTopics);

/** The third page, where the hall discloses anything: where to complain, what it costs, how it goes, and how the hall did. */
@Component({
  selector: 'hb-notice-page',
  template: `
    @for (notice of shown(); track notice.id) {
      <article>
        <h2>{{ notice.topic }}</h2>
        <h3>{{ notice.title }}</h3>
        <p>{{ notice.content.text }}</p>
      </article>
    }
    @if (shown().length > 0) {
      <footer class="clip">{{ more() }}</footer>
    }
  `,
  styleUrl: './notice-page.css',
  host: { '[class.one]': 'shown().length === 1', '[class.two]': 'shown().length === 2' },
})
export class NoticePage {
  readonly hallId = input.required<string>();
  readonly key = input.required<string | null>();

  private readonly told = signal<DisclosureAnswer['notices']>([]);
  protected readonly shown = computed(() => this.told()
    .toSorted((a, b) => ORDER.indexOf(a.content.topic) - ORDER.indexOf(b.content.topic))
    .slice(0, MOST)
    .map((notice) => ({ ...notice, topic: label(noticeTopics[notice.content.topic]) })));
  protected readonly more = computed(() => t().disclosureMore(this.told().length - this.shown().length, `${location.host}/open/${this.hallId()}`));

  constructor() {
    const pages = inject(WallPages);
    effect(() => pages.noticesReading.set(this.shown().map(({ title, content }) => `${title} ${content.text}`).join(' ')));
    combineLatest([toObservable(this.hallId), toObservable(this.key), timer(0, EVERY_MS)])
      .pipe(switchMap(([hallId, key]) => readWithKey<DisclosureAnswer>(`/api/v1/halls/${encodeURIComponent(hallId)}/disclosure`, key)), takeUntilDestroyed())
      .subscribe((answer) => {
        if (answer.kind === 'ok') this.told.set(answer.body.notices ?? []);
      });
  }
}

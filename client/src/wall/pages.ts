import { computed, inject, Injectable, linkedSignal, signal, type Signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { map } from 'rxjs';
import { FEED_GROUND, HallFeed } from '../feed/hall-feed';
import { timeOfDay } from '../hall/format';
import { HallAnswers } from '../hall/hall-answers';
import { sameFields } from '../hall/same';
import { t } from '../ui/lang';
import { driftAt, roamAt } from './drift';
import { isNight, nightIn } from './night';
import { nextTurn, readingMs, type Moment, type PageNumber, type Turn } from './rotation';

const PHONE = '(max-width: 640px)';

/**
 * Which page the wall shows and where the picture stands: what follows from time passing in front of the panel and not from
 * the hall's clock, which a replayed day runs at a speed of its own.
 */
@Injectable()
export class WallPages {
  private readonly ground = inject(FEED_GROUND);
  private readonly feed = inject(HallFeed);
  private readonly answers = inject(HallAnswers);
  private readonly elapsedMs = toSignal(this.ground.ticks.pipe(map(() => this.ground.elapsed())), { initialValue: this.ground.elapsed() });
  private readonly phone = matches(PHONE);
  private readonly night = nightIn(location.search);
  private readonly pinned = pageIn(location.search);

  /** All that is to be read on the second page, and on the third where there is one; they say so themselves. */
  readonly reading = signal('');
  readonly noticesReading = signal('');

  private readonly moment = computed<Moment>(() => ({
    elapsedMs: this.elapsedMs(),
    breaches: this.answers.breaches(),
    live: this.feed.freshness() === 'live' && this.answers.hall()?.state === 'open',
    readMs: [this.reading(), ...(this.noticesReading() ? [this.noticesReading()] : [])].map(readingMs),
  }));
  private readonly turn = linkedSignal<Moment, Turn>({ source: this.moment, computation: (moment, previous) => nextTurn(previous?.value, moment) });

  /** A hall of boards has no second page, and a phone scrolls instead. */
  readonly pages = computed(() => (this.answers.observed() || this.phone() ? 1 : this.noticesReading() ? 3 : 2));
  readonly page = computed<PageNumber>(() => (this.pages() === 1 ? 1 : (Math.min(this.pinned ?? this.turn().page, this.pages()) as PageNumber)));
  readonly pageWords = computed(() => t().pageOf(this.page(), this.pages()));

  readonly drift = computed(() => driftAt(this.elapsedMs()), { equal: sameFields });
  readonly roam = computed(() => roamAt(this.elapsedMs()), { equal: sameFields });
  readonly dimmed = computed(() => this.night !== null && isNight(this.night, timeOfDay(this.answers.now(), this.answers.timezone())));

  /** Whether what stands on this page is seen, so that hidden charts are not painted. */
  shows(page: PageNumber): boolean {
    return this.phone() || this.page() === page;
  }
}

/** `?page=2` pins a page; one that there is not, the last. */
function pageIn(search: string): PageNumber | null {
  const page = Number(new URLSearchParams(search).get('page'));
  return page === 1 || page === 2 || page === 3 ? page : null;
}

function matches(query: string): Signal<boolean> {
  const list = matchMedia(query);
  const now = signal(list.matches);
  list.addEventListener('change', () => now.set(list.matches));
  return now.asReadonly();
}

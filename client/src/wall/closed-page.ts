import { Component, computed, inject } from '@angular/core';
import { HallFeed } from '../feed/hall-feed';
import { percent, timeOfDay } from '../hall/format';
import { HallAnswers } from '../hall/hall-answers';
import { daysAway } from '../hall/opening';
import { lang, t } from '../ui/lang';
import { WallPages } from './pages';

const WORDS = { before: 'shutBefore', between: 'shutBetween', after: 'shutAfter' } as const;

/**
 * The wall at rest: the hall is shut and empty. Nearly black, nothing stands still, and it says when people may come again;
 * after closing also how the day went.
 */
@Component({
  selector: 'hb-closed-page',
  templateUrl: './closed-page.html',
  styleUrl: './closed-page.css',
})
export class ClosedPage {
  protected readonly answers = inject(HallAnswers);
  protected readonly feed = inject(HallFeed);
  protected readonly pages = inject(WallPages);

  protected readonly word = computed(() => t()[WORDS[this.answers.shut() ?? 'after']]);
  protected readonly clock = computed(() => this.time(this.answers.now()));

  protected readonly opens = computed(() => {
    const hall = this.answers.hall();
    if (!hall || hall.nextOpensAt === null) return null;
    return t().opensNext(this.dayWords(hall.nextOpensAt), `${this.time(hall.nextOpensAt)}–${this.time(hall.nextClosesAt)}`);
  });

  /** Only of a day that is over, and only what was measured. */
  protected readonly summary = computed(() => {
    const figures = this.answers.figures();
    if (this.answers.shut() !== 'after' || !figures || figures.tickets.served === 0) return [];
    const { tickets, serviceLevel, rating } = figures;
    return [
      t().summaryServed(tickets.served),
      ...(serviceLevel.share === null ? [] : [t().summaryInTime(percent(serviceLevel.share))]),
      ...(rating.satisfiedShare === null ? [] : [t().summarySatisfied(percent(rating.satisfiedShare))]),
    ];
  });

  /** Quietly: at night nobody has to act on it, but it is not hidden either. */
  protected readonly lost = computed(() =>
    this.feed.freshness() === 'lost' ? `${t().lost} · ${t().lastData} ${this.time(this.feed.lastDataAt())}` : null,
  );

  private time(at: number | null): string {
    return timeOfDay(at, this.answers.timezone());
  }

  private dayWords(at: number): string {
    const hall = this.answers.hall();
    const away = hall ? daysAway(at, hall) : null;
    if (away === 0) return t().today;
    if (away === 1) return t().tomorrow;
    const locale = lang() === 'zh' ? 'zh-CN' : 'en-GB';
    return new Intl.DateTimeFormat(locale, { timeZone: this.answers.timezone(), weekday: 'short', day: 'numeric', month: 'long' }).format(at);
  }
}

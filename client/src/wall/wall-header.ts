import { Component, computed, inject } from '@angular/core';
import { HallFeed } from '../feed/hall-feed';
import { timeOfDay, timeWithSeconds } from '../hall/format';
import { HallAnswers } from '../hall/hall-answers';
import { Glyph, type GlyphName } from '../ui/glyph';
import { t } from '../ui/lang';

/** Which hall, how fresh, what time it is there. Freshness is told in words and figures, not by a dot. */
@Component({
  selector: 'hb-wall-header',
  imports: [Glyph],
  template: `
    <h1 class="clip">{{ answers.hall()?.name }}</h1>
    @if (answers.hall(); as hall) {
      @if (hall.demo) {
        <span class="badge">{{ hall.speed === 1 ? t().demoData : t().replayData }}</span>
      }
    }
    <p class="fresh" role="status" [class.near]="!inTime() && feed.freshness() !== 'past'">
      <hb-glyph [name]="glyph()" />
      <strong>{{ word() }}</strong>
      @if (!['lost', 'past'].includes(feed.freshness())) {
        <span class="when">{{ t().dataTime }} {{ dataTime() }}</span>
        <span class="lag">{{ lag() }}</span>
      }
    </p>
    <div class="clock">
      <span class="day">{{ answers.hall()?.day }}</span>
      <time>{{ clock() }}</time>
    </div>
  `,
  styleUrl: './wall-header.css',
})
export class WallHeader {
  protected readonly feed = inject(HallFeed);
  protected readonly answers = inject(HallAnswers);
  protected readonly t = t;

  protected readonly clock = computed(() => timeOfDay(this.answers.now(), this.answers.timezone()));
  protected readonly dataTime = computed(() => timeWithSeconds(this.feed.lastDataAt(), this.answers.timezone()));
  /** Of the line to the server, or of the feeds behind it: the longer is the truth. */
  protected readonly lag = computed(() => {
    const { silenceSeconds, delaySeconds } = this.answers;
    return t().lag(Math.max(Math.floor(this.feed.silenceMs() / 1000), silenceSeconds() ?? delaySeconds() ?? 0));
  });
  protected readonly inTime = computed(() => this.feed.freshness() === 'live' && !this.answers.silent() && this.answers.delaySeconds() === null);

  protected readonly word = computed(() => {
    const [freshness, silence] = [this.feed.freshness(), this.answers.silenceSeconds()];
    if (freshness === 'past') return t().pastMoment;
    if (freshness === 'lost') return t().lost;
    if (freshness === 'reconnecting') return t().reconnecting;
    if (silence !== null) return t().dataSilent(silence);
    return this.inTime() ? t().live : t().feedLate;
  });
  protected readonly glyph = computed<GlyphName>(() => {
    if (this.inTime()) return 'serving';
    if (this.feed.freshness() === 'past') return 'paused';
    return this.feed.freshness() === 'live' && this.answers.silent() ? 'stale' : 'warning';
  });
}

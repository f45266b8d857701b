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
    <p class="fresh" role="status" [class.near]="feed.freshness() === 'reconnecting' || answers.silenceSeconds() !== null">
      <hb-glyph [name]="glyph()" />
      <strong>{{ word() }}</strong>
      @if (feed.freshness() !== 'lost') {
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
  protected readonly lag = computed(() => t().lag(Math.floor(this.feed.silenceMs() / 1000)));

  protected readonly word = computed(() => {
    const [freshness, silence] = [this.feed.freshness(), this.answers.silenceSeconds()];
    if (freshness === 'lost') return t().lost;
    if (freshness === 'reconnecting') return t().reconnecting;
    return silence === null ? t().live : t().dataSilent(silence);
  });
  protected readonly glyph = computed<GlyphName>(() => {
    if (this.feed.freshness() !== 'live') return 'warning';
    return this.answers.silenceSeconds() === null ? 'serving' : 'stale';
  });
}

/**
 * The wall 大屏, `/wall/{hallId}`: one hall on one screen, for ever. It promises to say how old what it shows is, to show
 * no figure it does not have, and to keep every counter in its place. It reads hall/ and feed/'s public store only.
 */
import { Component, computed, effect, inject, input, signal } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { HallFeed } from '../feed/hall-feed';
import { keepKey, takeKey } from '../feed/keys';
import { stopwatch, timeWithSeconds } from '../hall/format';
import { HallAnswers } from '../hall/hall-answers';
import { t } from '../ui/lang';
import { LOST_AFTER_MS } from '../feed/freshness';
import { Glyph } from '../ui/glyph';
import { ClosedPage } from './closed-page';
import { CurvesPanel } from './curves-panel';
import { Field } from './field';
import { KpiBand } from './kpi-band';
import { ManagerPage } from './manager-page';
import { NoticePage } from './notice-page';
import { WallPages } from './pages';
import { PastBar } from './past-bar';
import { Refused } from './refused';
import { SideColumn } from './side-column';
import { WallFooter } from './wall-footer';
import { WallHeader } from './wall-header';

@Component({
  selector: 'hb-wall',
  imports: [ClosedPage, CurvesPanel, Field, Glyph, KpiBand, ManagerPage, NoticePage, PastBar, Refused, SideColumn, WallFooter, WallHeader],
  providers: [HallFeed, HallAnswers, WallPages],
  host: { '[class.dimmed]': 'pages.dimmed()' },
  templateUrl: './wall.html',
  styleUrls: ['./wall.css', './pages.css'],
})
export class Wall {
  /** From the address. */
  readonly hallId = input.required<string>();
  readonly name = input<string>();
  readonly sound = input<string>();
  /** `?at=2026-03-02T11:00`, by the hall's clocks, or an instant: the wall as it stood then. */
  readonly at = input<string>();

  protected readonly feed = inject(HallFeed);
  protected readonly answers = inject(HallAnswers);
  protected readonly pages = inject(WallPages);
  protected readonly t = t;

  /** What the hall is being asked with. */
  protected readonly key = signal<string | null>(null);
  protected readonly noAnswer = computed(() => this.feed.silenceMs() >= LOST_AFTER_MS);
  protected readonly lostFor = computed(() => stopwatch(this.feed.silenceMs()));
  protected readonly lastData = computed(() => timeWithSeconds(this.feed.lastDataAt(), this.answers.timezone()));

  constructor() {
    const title = inject(Title);
    effect(() => this.turnTo(takeKey(this.hallId()), this.at()));
    effect(() => title.setTitle(`${this.answers.hall()?.name ?? this.hallId()} · ${t().product}`));
  }

  protected useKey(key: string): void {
    keepKey(this.hallId(), key);
    this.turnTo(key, this.at());
  }

  private turnTo(key: string | null, at: string | undefined): void {
    this.key.set(key);
    this.feed.watch(this.hallId(), key, at ?? null);
  }
}

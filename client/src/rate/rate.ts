/**
 * The rating page of a ticket, `/rate/{hallId}/{ticketId}?t=TOKEN`, for the citizen's phone or the pad at the counter: one tap
 * is a rating, more may be said, nothing must be. What was tapped is sent by itself, also when the page is left.
 */
import { Component, computed, DestroyRef, effect, inject, input, linkedSignal, resource, signal, ViewEncapsulation } from '@angular/core';
import { Title } from '@angular/platform-browser';
import type { GiveRating, RatingPage } from '../../../shared/commands/ratings.js';
import { ratingDimensions, type RatingDimension } from '../../../shared/glossary/ratings.js';
import { ratingLevels } from '../../../shared/glossary/states.js';
import { idsOf } from '../../../shared/glossary/word.js';
import { answered, ask } from '../feed/ask';
import { label, t } from '../ui/lang';
import { problemOf } from '../ui/problem-of';
import { LangSwitch } from '../ui/lang-switch';
import { Face } from './face';

type Level = keyof typeof ratingLevels;
type State = 'loading' | 'refused' | 'asking' | 'more' | 'sending' | 'thanks' | 'declined' | 'early' | 'rated';

const LEVELS: readonly Level[] = [5, 4, 3, 2, 1];
/** Whoever tapped and turned away has rated. */
const PATIENCE_S = 20;

@Component({
  selector: 'hb-rate',
  imports: [Face, LangSwitch],
  encapsulation: ViewEncapsulation.None,
  templateUrl: './rate.html',
  styleUrl: './rate.css',
})
export class Rate {
  readonly hallId = input.required<string>();
  readonly ticketId = input.required<string>();
  /** The token. */
  readonly t = input<string>();

  protected readonly w = t;
  protected readonly levels = LEVELS.map((level) => ({ level, word: () => label(ratingLevels[level]) }));
  protected readonly aspects = idsOf(ratingDimensions).map((id) => ({ id, word: () => label(ratingDimensions[id]) }));

  protected readonly read = resource({
    params: () => ({ path: this.at('ratings/page'), body: this.proof() }),
    loader: ({ params }) => ask<RatingPage>('POST', params.path, params.body),
  });
  protected readonly page = computed(() => {
    const answer = this.read.hasValue() ? this.read.value() : undefined;
    return answered(answer);
  });
  protected readonly state = linkedSignal<State>(() => {
    const page = this.page();
    if (this.read.isLoading()) return 'loading';
    if (!page) return 'refused';
    return page.state === 'open' ? 'asking' : page.state;
  });
  protected readonly refusal = computed(() => {
    if (!this.t()) return t().rateNoLink;
    const answer = this.read.hasValue() ? this.read.value() : undefined;
    return answer?.kind === 'problem' ? problemOf(answer) : t().rateUnread;
  });

  protected readonly level = signal<Level | null>(null);
  protected readonly dimensions = signal<Partial<Record<RatingDimension, number>>>({});
  protected readonly comment = signal('');
  protected readonly left = signal(PATIENCE_S);
  protected readonly problem = signal('');
  protected readonly chosen = computed(() => (this.level() === null ? '' : t().rateChosen(label(ratingLevels[this.level()!]))));

  constructor() {
    const title = inject(Title);
    effect(() => title.setTitle(`${t().rateTitle} · ${this.page()?.hall ?? t().product}`));
    const timer = setInterval(() => this.tick(), 1000);
    const leave = () => this.sendInPassing();
    addEventListener('pagehide', leave);
    inject(DestroyRef).onDestroy(() => {
      clearInterval(timer);
      removeEventListener('pagehide', leave);
      leave();
    });
  }

  protected choose(level: Level): void {
    this.level.set(level);
    this.state.set('more');
    this.touch();
  }

  protected mark(dimension: RatingDimension, level: number): void {
    this.dimensions.update((marked) => ({ ...marked, [dimension]: level }));
    this.touch();
  }

  protected say(text: string): void {
    this.comment.set(text);
    this.touch();
  }

  protected decline(): void {
    this.level.set(null);
    this.state.set('declined');
  }

  protected async send(): Promise<void> {
    if (this.state() !== 'more') return;
    this.state.set('sending');
    const answer = await ask<RatingPage>('POST', this.at('ratings'), this.rating());
    if (answer.kind === 'ok') this.state.set('thanks');
    else if (answer.kind === 'problem' && answer.code === 'alreadyRated') this.state.set('rated');
    else {
      this.problem.set(answer.kind === 'away' ? t().rateAway : problemOf(answer));
      this.state.set('more');
      this.touch();
    }
  }

  private touch(): void {
    this.left.set(PATIENCE_S);
  }

  private tick(): void {
    if (this.state() !== 'more') return;
    this.left.update((seconds) => seconds - 1);
    if (this.left() <= 0) void this.send();
  }

  private sendInPassing(): void {
    if (this.state() !== 'more') return;
    this.state.set('sending');
    navigator.sendBeacon(this.at('ratings'), new Blob([JSON.stringify(this.rating())], { type: 'application/json' }));
  }

  private at(path: string): string {
    return `/api/v1/halls/${encodeURIComponent(this.hallId())}/${path}`;
  }

  private proof(): Pick<GiveRating, 'ticketId' | 'token'> {
    return { ticketId: this.ticketId(), token: this.t() ?? '' };
  }

  private rating(): GiveRating {
    const [comment, dimensions] = [this.comment().trim(), this.dimensions()];
    return { ...this.proof(), level: this.level()!, ...(comment && { comment }), ...(Object.keys(dimensions).length > 0 && { dimensions }) };
  }
}

import { computed, DestroyRef, effect, inject, Injectable, signal, untracked } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { FEED_GROUND } from '../feed/hall-feed';
import { NO_CALLS, nextCall, type Calls } from '../hall/calls';
import { HallAnswers } from '../hall/hall-answers';
import { unownedBreaches } from '../hall/inbox';
import { sameValues } from '../hall/same';
import { alertLine } from '../ui/alert-lines';
import { t } from '../ui/lang';
import { Tones } from '../ui/tones';
import { LeadTab } from './lead-tab';
import { Notices } from './notices';

/** Calls people to breaches that nobody has: by sound, by a notification while the page is hidden, by the page's title. */
@Injectable()
export class Caller {
  private readonly answers = inject(HallAnswers);
  private readonly lead = inject(LeadTab);
  private readonly notices = inject(Notices);
  private readonly ground = inject(FEED_GROUND);
  private readonly tones = new Tones();
  private calls: Calls = NO_CALLS;

  private readonly unowned = computed(() => unownedBreaches(this.answers.alerts()));
  private readonly ids = computed(() => this.unowned().map(({ id }) => id), { equal: sameValues });
  /** It has not been heard yet on this page, whatever the browser says. */
  private readonly heard = signal(false);
  readonly silent = computed(() => this.tones.blocked() || !this.heard());

  constructor() {
    const title = inject(Title);
    effect(() => {
      const name = t().deskOf(this.answers.hall()?.name ?? '');
      const count = this.ids().length;
      title.setTitle(count > 0 ? t().badgeCount(count, name) : name);
      void navigator.setAppBadge?.(count).catch(() => undefined); // only an installed page has a badge
    });
    effect(() => {
      this.ids();
      untracked(() => this.look());
    });
    const ticking = this.ground.ticks.subscribe(() => this.look());
    inject(DestroyRef).onDestroy(() => {
      ticking.unsubscribe();
      this.tones.close();
    });
  }

  /** By a person's hand: only then may a page be heard. */
  async letHear(): Promise<void> {
    await this.tones.unblock();
    this.ring();
  }

  private look(): void {
    const { ring, ...calls } = nextCall(this.calls, this.ids(), this.ground.elapsed());
    this.calls = calls;
    if (!ring || !this.lead.leads()) return;
    this.ring();
    if (document.hidden) void this.notify();
  }

  private ring(): void {
    if (this.tones.blocked()) return;
    this.tones.ring();
    this.heard.set(true);
  }

  private async notify(): Promise<void> {
    const [worst] = this.unowned();
    if (!worst) return;
    const { label, what, where } = alertLine(worst, t());
    const count = this.unowned().length;
    await this.notices.send(count > 1 ? t().notifyMany(count) : `${label} ${what}`, count > 1 ? `${label} ${what} · ${where}` : where);
  }
}

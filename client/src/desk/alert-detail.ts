import { Component, computed, effect, inject, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { AlertEntry } from '../../../shared/commands/alert.js';
import { severities } from '../../../shared/glossary/states.js';
import { Colleagues } from '../feed/colleagues';
import { HallDoor } from '../feed/hall-door';
import { HallFeed } from '../feed/hall-feed';
import { alertOf, type Alert } from '../hall/alerts';
import { minutes, stopwatch, timeWithSeconds } from '../hall/format';
import { HallAnswers } from '../hall/hall-answers';
import { alertLine } from '../ui/alert-lines';
import { Glyph } from '../ui/glyph';
import { label, langInAddress, t } from '../ui/lang';
import { linkOf } from './alert-link';
import { DeedBar } from './deed-bar';
import { Inbox } from './inbox';
import { Story } from './story';
import { StoryLine } from './story-line';

/** All that is known of the chosen alert, and what can be done about it. It tells the row, and the story once that is gone. */
@Component({
  selector: 'hb-alert-detail',
  imports: [DeedBar, Glyph, RouterLink, StoryLine],
  providers: [Story],
  templateUrl: './alert-detail.html',
  styleUrl: './alert-detail.css',
})
export class AlertDetail {
  protected readonly inbox = inject(Inbox);
  protected readonly story = inject(Story);
  private readonly feed = inject(HallFeed);
  private readonly answers = inject(HallAnswers);
  private readonly colleagues = inject(Colleagues);
  protected readonly door = inject(HallDoor);
  protected readonly t = t;
  private readonly deedBar = viewChild(DeedBar);

  protected readonly alert = computed<AlertEntry | null>(() => {
    const id = this.inbox.chosen();
    const row = id === null ? undefined : this.feed.rows.alerts()[id];
    return id !== null && row ? { id, ...row } : (this.story.told()?.alert ?? null);
  });
  private readonly told = computed<Alert | null>(() => {
    const alert = this.alert();
    return alert && alertOf(alert.id, alert, this.answers.alertsAround());
  });
  protected readonly line = computed(() => {
    const told = this.told();
    return told && alertLine(told, t());
  });
  protected readonly link = computed(() => {
    const alert = this.alert();
    const link = alert && linkOf(alert);
    return link && { to: [`/${link.page}`, this.door.hallId(), ...link.path], query: { ...link.query, lang: langInAddress() }, word: t()[link.word] };
  });
  protected readonly severity = computed(() => label(severities[this.alert()?.severity ?? 'warning']));
  protected readonly length = computed(() => {
    const [alert, now] = [this.alert(), this.answers.now()];
    return alert && now !== null ? stopwatch((alert.resolvedAt ?? now) - alert.raisedAt) : '';
  });
  protected readonly queue = computed(() => {
    const queue = this.answers.queues().find(({ id }) => id === this.alert()?.serviceId);
    return queue ? t().queueFigures(queue.waiting, minutes(queue.waitMs), queue.openCounters) : '';
  });
  /** How it stands with people, each fact on its own. */
  protected readonly facts = computed(() => {
    const alert = this.alert();
    return alert ? this.factsOf(alert).filter(Boolean) : [];
  });

  constructor() {
    effect(() => {
      if (this.inbox.chosen() !== null) scrollTo(0, 0); // in the hand the list before it may have been far down
    });
  }

  press(event: KeyboardEvent): void {
    if (this.deedBar()?.press(event.key)) event.preventDefault(); // else the letter would stand in the form that opens
  }

  protected time(at: number): string {
    const near = this.answers.timeNear(at);
    return near.length > 5 ? near : timeWithSeconds(at, this.answers.timezone());
  }

  protected nameOf(username: string | null): string {
    return username === null ? t().nobodyYet : this.colleagues.nameOf(username);
  }

  private factsOf(alert: AlertEntry): string[] {
    const { acknowledgedAt, acknowledgedBy, escalations, silencedUntil, resolvedAt, resolvedBy, late } = alert;
    const ended = resolvedAt === null ? '' : resolvedBy === null ? t().resolvedByItself(this.time(resolvedAt)) : t().resolvedByWhom(this.nameOf(resolvedBy), this.time(resolvedAt));
    return [
      acknowledgedAt === null ? '' : t().acknowledgedAtBy(this.nameOf(acknowledgedBy), this.time(acknowledgedAt)),
      escalations > 0 ? t().escalatedTimes(escalations) : '',
      silencedUntil !== null && resolvedAt === null ? t().silencedUntilTime(this.time(silencedUntil)) : '',
      ended,
      late ? t().raisedLate : '',
    ];
  }
}

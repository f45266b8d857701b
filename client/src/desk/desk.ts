/**
 * The desk 值班台, `/desk/{hallId}`: what needs a supervisor now, worst first, and what they do about it. It promises the
 * wall's truth about freshness, to let nobody act on stale rows, and to paint no deed before the server has told of it.
 */
import { Component, computed, effect, inject, input, signal, viewChild, ViewEncapsulation } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Colleagues } from '../feed/colleagues';
import { enterHall } from '../feed/enter-hall';
import { HallDoor } from '../feed/hall-door';
import { HallFeed } from '../feed/hall-feed';
import { Session } from '../feed/session';
import { stopwatch, timeWithSeconds } from '../hall/format';
import { HallAnswers } from '../hall/hall-answers';
import { AlertVoice } from '../ui/alert-voice';
import { Glyph } from '../ui/glyph';
import { langInAddress, t } from '../ui/lang';
import { LogIn } from '../ui/log-in';
import { AlertDetail } from './alert-detail';
import { AlertInbox } from './alert-inbox';
import { Caller } from './caller';
import { Deeds } from './deeds';
import { DeskHeader } from './desk-header';
import { HistoryTab } from './history-tab';
import { Inbox } from './inbox';
import { KeyHelp } from './key-help';
import { LeadTab } from './lead-tab';
import { Notices } from './notices';
import { SilencesTab } from './silences-tab';
import { Today } from './today';

@Component({
  selector: 'hb-desk',
  imports: [AlertDetail, AlertInbox, AlertVoice, DeskHeader, Glyph, HistoryTab, KeyHelp, LogIn, RouterLink, SilencesTab],
  providers: [HallFeed, HallAnswers, HallDoor, Colleagues, Deeds, Inbox, LeadTab, Notices, Caller, Today],
  encapsulation: ViewEncapsulation.None,
  host: { '(document:keydown)': 'press($event)', '[class.reading]': 'inbox.chosen() !== null && view() === undefined' },
  templateUrl: './desk.html',
  styleUrl: './desk.css',
})
export class Desk {
  /** From the address. */
  readonly hallId = input.required<string>();
  readonly alert = input<string>();
  readonly view = input<string>();

  protected readonly feed = inject(HallFeed);
  protected readonly answers = inject(HallAnswers);
  protected readonly session = inject(Session);
  protected readonly inbox = inject(Inbox);
  protected readonly t = t;
  protected readonly langInAddress = langInAddress;
  protected readonly help = signal(false);
  protected readonly lostFor = computed(() => stopwatch(this.feed.silenceMs()));
  protected readonly lastData = computed(() => timeWithSeconds(this.feed.lastDataAt(), this.answers.timezone()));
  protected readonly tabs = computed(() => [{ id: null, word: t().tabInbox }, { id: 'history', word: t().tabHistory }, { id: 'silences', word: t().tabSilences }]);
  private readonly detail = viewChild(AlertDetail);

  constructor() {
    enterHall(this.hallId);
    effect(() => this.inbox.chosen.set(this.alert() ?? null));
  }

  protected press(event: KeyboardEvent): void {
    const typing = (event.target as HTMLElement).closest?.('input:not([type=checkbox]), textarea, select, dialog');
    if (typing || event.ctrlKey || event.metaKey || event.altKey || this.view() !== undefined || !this.session.who()) return;
    switch (event.key) {
      case 'j':
        return this.inbox.step(1);
      case 'k':
        return this.inbox.step(-1);
      case '?':
        return this.help.set(true);
      default:
        if (event.key.length === 1) this.detail()?.press(event);
    }
  }
}

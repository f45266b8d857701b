/**
 * Rounds 巡检, `/round/{hallId}`: what is to be walked, on a phone. They promise that what was answered is not lost: it stays on
 * the phone until the server has it, and the page says so for as long as it does.
 */
import { Component, computed, effect, inject, input, ViewEncapsulation } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { RouterLink, RouterOutlet } from '@angular/router';
import { Colleagues } from '../feed/colleagues';
import { enterHall } from '../feed/enter-hall';
import { HallDoor } from '../feed/hall-door';
import { HallFeed } from '../feed/hall-feed';
import { Session } from '../feed/session';
import { HallAnswers } from '../hall/hall-answers';
import { Account } from '../ui/account';
import { langInAddress, t } from '../ui/lang';
import { LangSwitch } from '../ui/lang-switch';
import { LogIn } from '../ui/log-in';
import { Outbox } from './outbox';
import { Phone } from './phone';
import { RoundStore } from './round-store';

@Component({
  selector: 'hb-round',
  imports: [Account, LangSwitch, LogIn, RouterLink, RouterOutlet],
  providers: [HallFeed, HallAnswers, HallDoor, Colleagues, RoundStore, Outbox],
  encapsulation: ViewEncapsulation.None,
  templateUrl: './round.html',
  styleUrl: './round.css',
})
export class Round {
  /** From the address. */
  readonly hallId = input.required<string>();

  protected readonly session = inject(Session);
  protected readonly feed = inject(HallFeed);
  private readonly answers = inject(HallAnswers);
  private readonly phone = inject(Phone);
  protected readonly t = t;
  protected readonly langInAddress = langInAddress;
  protected readonly heading = computed(() => t().roundsOf(this.answers.hall()?.name ?? this.hallId()));
  protected readonly waiting = computed(() => this.phone.rounds().filter(({ waits, sheet }) => waits && sheet.hallId === this.hallId()).length);
  protected readonly forgets = this.phone.forgets;

  constructor() {
    const title = inject(Title);
    inject(Outbox); // sends what an earlier visit left
    effect(() => title.setTitle(this.heading()));
    enterHall(this.hallId);
  }
}

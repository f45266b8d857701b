/** Appraisals 考核, `/appraisal/{hallId}`: the plans, the months opened by them, the forms to fill in, and the scorecards that come of it. */
import { Component, effect, inject, input, ViewEncapsulation } from '@angular/core';
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
import { AppraisalStore } from './appraisal-store';

@Component({
  selector: 'hb-appraisal',
  imports: [Account, LangSwitch, LogIn, RouterLink, RouterOutlet],
  providers: [HallFeed, HallAnswers, HallDoor, Colleagues, AppraisalStore],
  encapsulation: ViewEncapsulation.None,
  templateUrl: './appraisal.html',
  styleUrl: './appraisal.css',
})
export class Appraisal {
  readonly hallId = input.required<string>();

  protected readonly feed = inject(HallFeed);
  protected readonly answers = inject(HallAnswers);
  protected readonly session = inject(Session);
  protected readonly t = t;
  protected readonly langInAddress = langInAddress;

  constructor() {
    const title = inject(Title);
    effect(() => title.setTitle(t().appraisalOf(this.answers.hall()?.name ?? this.hallId())));
    enterHall(this.hallId);
  }
}

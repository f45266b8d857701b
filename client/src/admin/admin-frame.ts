import { Component, effect, inject, input, ViewEncapsulation } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { RouterLink } from '@angular/router';
import { Session } from '../feed/session';
import { Account } from '../ui/account';
import { LangSwitch } from '../ui/lang-switch';
import { LogIn } from '../ui/log-in';
import { t } from './words';

/** The frame of every page of the administrator: who it is, the way in, and the look of all that stands in it. */
@Component({
  selector: 'hb-admin-frame',
  imports: [Account, LangSwitch, LogIn, RouterLink],
  encapsulation: ViewEncapsulation.None,
  template: `
    <header>
      <a class="plain" routerLink="/" queryParamsHandling="preserve">{{ t().product }}</a>
      <a class="plain" routerLink="/admin" queryParamsHandling="preserve">{{ t().allHalls }}</a>
      @if (session.who()?.role === 'admin') {
        <a class="plain" routerLink="/admin/people" queryParamsHandling="preserve">{{ t().people }}</a>
        <a class="plain" routerLink="/admin/audit" queryParamsHandling="preserve">{{ t().audit }}</a>
      }
      <h1>{{ heading() }}</h1>
      @if (session.who(); as who) {
        <hb-account [username]="who.username" [role]="who.role" (logOut)="session.logOut()" />
      }
      <hb-lang-switch />
    </header>
    <main>
      @if (session.who() === null) {
        <p>{{ t().adminLogIn }}</p>
        <hb-log-in [problem]="session.problem()" (given)="session.logIn($event.username, $event.password)" />
      } @else if (session.who() === undefined) {
        <p role="status">{{ t().connecting }}</p>
      }
      <ng-content />
    </main>
  `,
  styleUrls: ['./admin-frame.css', './admin-parts.css'],
})
export class AdminFrame {
  readonly heading = input.required<string>();

  protected readonly session = inject(Session);
  protected readonly t = t;

  constructor() {
    const title = inject(Title);
    effect(() => title.setTitle(`${this.heading()} · ${t().product}`));
    void this.session.look();
  }
}

/** The way to the desk, `/desk`, where an installed desk begins: straight on if there is one hall, else a choice. */
import { Component, effect, inject, signal } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { Router, RouterLink } from '@angular/router';
import type { HallEntry } from '../../../shared/commands/hall.js';
import { ask } from '../feed/ask';
import { Session } from '../feed/session';
import { t } from '../ui/lang';
import { LangSwitch } from '../ui/lang-switch';
import { LogIn } from '../ui/log-in';
import { problemOf } from '../ui/problem-of';

@Component({
  selector: 'hb-desk-door',
  imports: [LangSwitch, LogIn, RouterLink],
  template: `
    <hb-lang-switch />
    <h1>{{ t().desk }}</h1>
    @if (problem(); as text) {
      <p role="alert">{{ text }}</p>
    }
    @if (session.who() === null) {
      <p>{{ t().deskLogIn }}</p>
      <hb-log-in [problem]="session.problem()" (given)="session.logIn($event.username, $event.password)" />
    } @else if (halls(); as list) {
      <p>{{ list.length > 0 ? t().deskChoose : t().noHalls }}</p>
      <ul>
        @for (hall of list; track hall.id) {
          <li><a [routerLink]="['/desk', hall.id]" queryParamsHandling="preserve">{{ hall.name }}</a></li>
        }
      </ul>
    }
  `,
  styleUrl: './desk-door.css',
})
export class DeskDoor {
  protected readonly session = inject(Session);
  protected readonly t = t;
  protected readonly halls = signal<HallEntry[] | null>(null);
  protected readonly problem = signal('');
  private readonly router = inject(Router);

  constructor() {
    const title = inject(Title);
    effect(() => title.setTitle(`${t().desk} · ${t().product}`));
    effect(() => {
      if (this.session.who()) void this.read();
    });
    void this.session.look().then((answered) => this.problem.set(answered ? '' : t().noAnswer));
  }

  private async read(): Promise<void> {
    const answer = await ask<{ halls: HallEntry[] }>('GET', '/api/v1/halls');
    this.problem.set(problemOf(answer));
    if (answer.kind !== 'ok') return;
    const [only, ...more] = answer.body.halls;
    if (only && more.length === 0) await this.router.navigate(['/desk', only.id], { queryParamsHandling: 'preserve', replaceUrl: true });
    else this.halls.set(answer.body.halls);
  }
}

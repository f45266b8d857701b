/**
 * The chooser, `/`: every hall the caller may see, each a card that leads to its wall. It says so when there is none yet
 * and how to make one, and when the server is away; it never shows an old list as if it were new.
 */
import { Component, computed, effect, inject, signal } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { RouterLink } from '@angular/router';
import { hallStates } from '../../../shared/glossary/states.js';
import { Session } from '../feed/session';
import { Account } from '../ui/account';
import { label, t } from '../ui/lang';
import { LangSwitch } from '../ui/lang-switch';
import { LogIn, type NameAndPassword } from '../ui/log-in';
import { Halls } from './halls';

@Component({
  selector: 'hb-home',
  imports: [Account, LangSwitch, LogIn, RouterLink],
  providers: [Halls],
  templateUrl: './home.html',
  styleUrl: './home.css',
})
export class Home {
  protected readonly store = inject(Halls);
  protected readonly session = inject(Session);
  protected readonly t = t;
  private readonly wantsLogIn = signal(false);
  protected readonly showLogIn = computed(() => !this.session.who() && (this.wantsLogIn() || this.store.empty()));

  /** How the first hall is made, as one command. */
  protected readonly recipe = [
    `curl -X PUT ${location.origin}/api/v1/halls/main \\`,
    `  -H "authorization: Bearer $(cat data/operator.key)" \\`,
    `  -H "content-type: application/json" \\`,
    `  -d '{"name": "…", "public": true}'`,
  ].join('\n');

  constructor() {
    const title = inject(Title);
    effect(() => title.setTitle(`${t().product} · ${t().halls}`));
  }

  protected openLogIn(): void {
    this.wantsLogIn.set(true);
  }

  protected stateWord(state: keyof typeof hallStates): string {
    return label(hallStates[state]);
  }

  protected async logIn({ username, password }: NameAndPassword): Promise<void> {
    await this.session.logIn(username, password);
    this.store.look();
  }

  protected async logOut(): Promise<void> {
    await this.session.logOut();
    this.store.look();
  }
}

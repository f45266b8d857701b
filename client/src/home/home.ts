/**
 * The chooser, `/`: every hall the caller may see, each a card that leads to its wall. It says so when there is none yet
 * and how to make one, and when the server is away; it never shows an old list as if it were new.
 */
import { Component, computed, effect, inject, signal } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { RouterLink } from '@angular/router';
import { hallStates, roles } from '../../../shared/glossary/states.js';
import { label, t } from '../ui/lang';
import { LangSwitch } from '../ui/lang-switch';
import { Halls, type Session } from './halls';
import { LogIn } from './log-in';

@Component({
  selector: 'hb-home',
  imports: [LangSwitch, LogIn, RouterLink],
  providers: [Halls],
  templateUrl: './home.html',
  styleUrl: './home.css',
})
export class Home {
  protected readonly store = inject(Halls);
  protected readonly t = t;
  private readonly wantsLogIn = signal(false);
  protected readonly showLogIn = computed(() => !this.store.session() && (this.wantsLogIn() || this.store.empty()));

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

  protected who({ username, role }: Session): string {
    return t().asWho(username, role in roles ? label(roles[role as keyof typeof roles]) : role);
  }
}

/**
 * The set-up page, `/setup#TOKEN`: the first administrator's password, once. The token stands in the fragment, so that no
 * log of any server on the way holds it, and is wiped from the address when it has been used.
 */
import { Component, effect, inject, signal } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { RouterLink } from '@angular/router';
import { ask } from '../feed/ask';
import { t } from '../ui/lang';
import { problemOf } from '../ui/problem-of';
import { LangSwitch } from '../ui/lang-switch';

@Component({
  selector: 'hb-setup',
  imports: [LangSwitch, RouterLink],
  templateUrl: './setup.html',
  styleUrl: './setup.css',
})
export class Setup {
  protected readonly t = t;
  protected readonly token = decodeURIComponent(location.hash.slice(1));
  protected readonly state = signal<'asking' | 'sending' | 'done'>('asking');
  protected readonly problem = signal('');

  constructor() {
    const title = inject(Title);
    effect(() => title.setTitle(`${t().setupTitle} · ${t().product}`));
  }

  protected async submit(event: Event, password: string, again: string): Promise<void> {
    event.preventDefault();
    if (password !== again) return this.problem.set(t().passwordsDiffer);
    this.state.set('sending');
    const answer = await ask('POST', '/api/v1/setup', { token: this.token, password });
    this.problem.set(problemOf(answer));
    this.state.set(answer.kind === 'ok' ? 'done' : 'asking');
    if (answer.kind === 'ok') history.replaceState(history.state, '', location.pathname + location.search);
  }
}

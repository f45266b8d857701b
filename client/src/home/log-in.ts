import { Component, inject, signal } from '@angular/core';
import { t } from '../ui/lang';
import { Halls } from './halls';

/** The log-in form; what the server answers to a wrong one stands under it. */
@Component({
  selector: 'hb-log-in',
  template: `
    <form (submit)="submit($event, username.value, password.value)">
      <label class="field-row">
        {{ t().username }}
        <input #username class="input" name="username" autocomplete="username" autocapitalize="none" required />
      </label>
      <label class="field-row">
        {{ t().password }}
        <input #password class="input" name="password" type="password" autocomplete="current-password" required />
      </label>
      <button class="button" type="submit" [disabled]="busy()">{{ t().logIn }}</button>
      @if (halls.problem(); as problem) {
        <p role="alert">{{ problem }}</p>
      }
    </form>
  `,
  styles: `
    form {
      display: grid;
      gap: 1.25rem;
      max-width: 30rem;
    }
    p {
      margin: 0;
      color: var(--figure);
    }
  `,
})
export class LogIn {
  protected readonly halls = inject(Halls);
  protected readonly t = t;
  protected readonly busy = signal(false);

  protected async submit(event: Event, username: string, password: string): Promise<void> {
    event.preventDefault();
    this.busy.set(true);
    await this.halls.logIn(username, password);
    this.busy.set(false);
  }
}

import { Component, input, output } from '@angular/core';
import { t } from './lang';
import { problemOf, type Answered } from './problem-of';

export interface NameAndPassword {
  username: string;
  password: string;
}

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
      <button class="button" type="submit">{{ t().logIn }}</button>
      @if (problemOf(problem()); as text) {
        <p role="alert">{{ text }}</p>
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
  readonly problem = input.required<Answered>();
  readonly given = output<NameAndPassword>();

  protected readonly t = t;
  protected readonly problemOf = problemOf;

  protected submit(event: Event, username: string, password: string): void {
    event.preventDefault();
    this.given.emit({ username, password });
  }
}

import { Component, inject, input, signal } from '@angular/core';
import { t } from '../ui/lang';
import { problemOf } from '../ui/problem-of';
import { Behind } from './behind';

/** Takes the free texts of an event, or of the whole ticket, out of the journal for good: only with a reason, and asked twice. */
@Component({
  selector: 'hb-erase-form',
  template: `
    @if (isOpen()) {
      <form (submit)="erase($event, reason.value)">
        <p>{{ t().eraseWarning }}</p>
        <label>{{ t().eraseReason }} <input #reason required maxlength="2000" /></label>
        <button class="button" type="submit" [disabled]="busy()">{{ t().eraseNow }}</button>
        <button class="button" type="button" (click)="isOpen.set(false)">{{ t().cancel }}</button>
        @if (problem(); as text) {
          <p role="alert">{{ text }}</p>
        }
      </form>
    } @else {
      <button class="button" type="button" (click)="isOpen.set(true)">{{ seq() === null ? t().eraseTicket : t().eraseEvent }}</button>
    }
  `,
})
export class EraseForm {
  /** The event's; null: every text about the ticket. */
  readonly seq = input.required<number | null>();
  private readonly behind = inject(Behind);
  protected readonly isOpen = signal(false);
  protected readonly busy = signal(false);
  protected readonly problem = signal('');
  protected readonly t = t;

  protected async erase(event: Event, reason: string): Promise<void> {
    event.preventDefault();
    this.busy.set(true);
    const answer = await this.behind.erase(this.seq(), reason.trim());
    this.busy.set(false);
    this.problem.set(problemOf(answer));
    this.isOpen.set(answer.kind !== 'ok');
  }
}

import { computed, inject, Injectable, signal } from '@angular/core';
import type { Answer } from '../feed/ask';
import { Session } from '../feed/session';
import { problemOf } from '../ui/problem-of';

/** What the server said against the last act of a page, and what the last act did. */
@Injectable()
export class Refusals {
  private readonly session = inject(Session);
  private readonly answer = signal<Answer<unknown> | null>(null);
  private readonly said = signal('');

  /** What the last act did; empty where it failed. */
  readonly notice = this.said.asReadonly();
  /** The path of what was refused in the body; empty for none of it. */
  readonly field = computed(() => {
    const answer = this.answer();
    return answer?.kind === 'problem' ? (answer.field ?? '') : '';
  });
  /** Why the last act failed. */
  readonly reason = computed(() => problemOf(this.answer() ?? { kind: 'ok' }));

  /** True where the act was done. */
  take(answer: Answer<unknown>, done = ''): boolean {
    this.answer.set(answer);
    this.said.set(answer.kind === 'ok' ? done : '');
    if (answer.kind === 'problem' && answer.code === 'unknownCaller') void this.session.look(); // the log-in has run out
    return answer.kind === 'ok';
  }

  clear(): void {
    this.answer.set(null);
    this.said.set('');
  }

  at(field: string): boolean {
    return this.field() === field || this.field().startsWith(`${field}.`);
  }
}

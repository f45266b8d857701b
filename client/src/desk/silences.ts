import { DestroyRef, inject, Injectable, signal } from '@angular/core';
import { exhaustMap, merge, Subject, timer } from 'rxjs';
import type { PutSilence, Silence } from '../../../shared/commands/alert.js';
import type { StandardVersion } from '../../../shared/commands/standard.js';
import type { Answer } from '../feed/ask';
import { HallDoor } from '../feed/hall-door';
import { problemOf } from '../ui/problem-of';

const EVERY_MS = 10_000;

/** The silences that lie on the hall and those to come, asked for anew after each change and every few seconds. */
@Injectable()
export class Silences {
  private readonly door = inject(HallDoor);
  private readonly list = signal<Silence[] | null>(null);
  private readonly refused = signal('');
  private readonly clauseList = signal<StandardVersion['clauses']>([]);
  private readonly now$ = new Subject<void>();

  /** null before the first answer. */
  readonly all = this.list.asReadonly();
  readonly problem = this.refused.asReadonly();
  /** Of the standard in force. */
  readonly clauses = this.clauseList.asReadonly();

  constructor() {
    const asking = merge(timer(0, EVERY_MS), this.now$).pipe(exhaustMap(() => this.read())).subscribe();
    inject(DestroyRef).onDestroy(() => asking.unsubscribe());
    void this.door.ask<StandardVersion>('GET', 'standard').then((answer) => {
      if (answer.kind === 'ok') this.clauseList.set(answer.body.clauses);
    });
  }

  /** Whether it was taken. */
  async put(silence: PutSilence): Promise<boolean> {
    return this.heard(await this.door.ask('POST', 'silences', silence));
  }

  async lift(id: string): Promise<boolean> {
    return this.heard(await this.door.ask('DELETE', `silences/${encodeURIComponent(id)}`));
  }

  private heard(answer: Answer<unknown>): boolean {
    this.refused.set(problemOf(answer));
    this.now$.next();
    return answer.kind === 'ok';
  }

  private async read(): Promise<void> {
    const answer = await this.door.ask<{ silences: Silence[] }>('GET', 'silences');
    if (answer.kind === 'ok') this.list.set(answer.body.silences);
  }
}

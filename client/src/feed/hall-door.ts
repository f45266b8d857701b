import { computed, inject, Injectable, signal } from '@angular/core';
import { ask, type Answer } from './ask';
import { Session } from './session';

/** The way to the hall's own addresses over HTTP. An answer that nobody is logged in brings the log-in back. */
@Injectable()
export class HallDoor {
  private readonly session = inject(Session);
  private readonly id = signal('');

  readonly hallId = this.id.asReadonly();
  readonly mayAct = computed(() => ['supervisor', 'admin'].includes(this.session.who()?.role ?? ''));

  open(hallId: string): void {
    this.id.set(hallId);
  }

  async ask<T>(method: string, path: string, body?: unknown): Promise<Answer<T>> {
    const answer = await ask<T>(method, `/api/v1/halls/${encodeURIComponent(this.id())}/${path}`, body);
    if (answer.kind === 'problem' && answer.status === 401) await this.session.look();
    return answer;
  }
}

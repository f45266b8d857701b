import { Injectable, signal } from '@angular/core';
import type { z } from 'zod';
import type { SessionAnswer } from '../../../shared/commands/hall.js';
import { ask, type Answer } from './ask';

export type Who = z.infer<typeof SessionAnswer>;

/** Who is logged in here, and the way in and out; every screen that asks for a log-in shares the one. */
@Injectable({ providedIn: 'root' })
export class Session {
  private readonly known = signal<Who | null | undefined>(undefined);
  private readonly refusal = signal<Answer<unknown>>({ kind: 'ok', body: null });

  /** Null: nobody; undefined: the server has not said yet. */
  readonly who = this.known.asReadonly();
  /** What the last log-in was answered. */
  readonly problem = this.refusal.asReadonly();

  /** False when no server answered. */
  async look(): Promise<boolean> {
    const answer = await ask<Who | null>('GET', '/api/v1/session');
    if (answer.kind !== 'away') this.known.set(answer.kind === 'ok' && answer.body?.username ? answer.body : null);
    return answer.kind !== 'away';
  }

  async logIn(username: string, password: string): Promise<void> {
    const answer = await ask<Who>('POST', '/api/v1/session', { username, password });
    this.refusal.set(answer);
    if (answer.kind === 'ok') this.known.set(answer.body);
  }

  async logOut(): Promise<void> {
    await ask('DELETE', '/api/v1/session');
    await this.look();
  }
}

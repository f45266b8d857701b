import { Injectable, signal } from '@angular/core';
import type { KeyEntry, KeyRole } from '../../../shared/commands/hall.js';
import { answered, ask, type Answer } from '../feed/ask';
import { problemOf } from '../ui/problem-of';
import { t } from './words';

/** The keys of one hall. What is done here is done at once; a key itself is known only to whoever just made it. */
@Injectable()
export class Keys {
  private hallId = '';
  private readonly list = signal<KeyEntry[] | null>(null);
  private readonly refused = signal('');
  private readonly done = signal('');

  readonly entries = this.list.asReadonly();
  /** Why the last act failed, in the server's words. */
  readonly problem = this.refused.asReadonly();
  /** What the last act did. */
  readonly notice = this.done.asReadonly();

  async open(hallId: string): Promise<void> {
    this.hallId = hallId;
    this.refused.set('');
    this.done.set('');
    await this.read();
  }

  /** The key, this once; null when it was refused. */
  async make(role: KeyRole, name: string): Promise<string | null> {
    const answer = await ask<{ key: string }>('POST', this.path(), { role, ...(name ? { name } : {}) });
    this.say(t().keyMade(name || role), answer);
    await this.read();
    return answered(answer)?.key ?? null;
  }

  async revoke({ id, name }: KeyEntry): Promise<void> {
    const answer = await ask('DELETE', `${this.path()}/${id}`);
    this.say(t().revoked(name), answer);
    await this.read();
  }

  private async read(): Promise<void> {
    const answer = await ask<{ keys: KeyEntry[] }>('GET', this.path());
    if (answer.kind === 'ok') this.list.set(answer.body.keys);
    else this.say('', answer);
  }

  private say(done: string, answer: Answer<unknown>): void {
    this.refused.set(problemOf(answer));
    this.done.set(answer.kind === 'ok' ? done : '');
  }

  private path(): string {
    return `/api/v1/halls/${encodeURIComponent(this.hallId)}/keys`;
  }
}

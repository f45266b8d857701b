import { computed, inject, Injectable, signal } from '@angular/core';
import type { Attachment } from '../../../shared/commands/attachments.js';
import { ask, send, type Answer } from './ask';
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

  ask<T>(method: string, path: string, body?: unknown): Promise<Answer<T>> {
    return this.looked(ask<T>(method, this.address(path), body));
  }

  /** Keeps a photograph or document as proof. */
  attach(file: Blob): Promise<Answer<Attachment>> {
    return this.looked(send<Attachment>(this.address('attachments'), file));
  }

  /** Where a kept one is shown from. */
  attachmentAt(id: string): string {
    return this.address(`attachments/${id}`);
  }

  private address(path: string): string {
    return `/api/v1/halls/${encodeURIComponent(this.id())}/${path}`;
  }

  private async looked<T>(asked: Promise<Answer<T>>): Promise<Answer<T>> {
    const answer = await asked;
    if (answer.kind === 'problem' && answer.status === 401) await this.session.look();
    return answer;
  }
}

import { computed, inject, Injectable, signal } from '@angular/core';
import type { ColleaguesAnswer } from '../../../shared/commands/people.js';
import type { PutRecord, RecordsAnswer, RecordVersion } from '../../../shared/commands/records.js';
import type { StateAnswer } from '../../../shared/rows/rows.js';
import { ask, type Answer } from '../feed/ask';
import { Session } from '../feed/session';
import { localText } from '../hall/local-time';
import { problemOf } from '../ui/problem-of';
import { entriesOf } from './entries';

/** The records of one hall with all their versions, who may approve them, and the hall as it stands; asked anew after each act. */
@Injectable()
export class RegisterStore {
  private readonly session = inject(Session);
  private readonly versions = signal<RecordVersion[] | null>(null);
  private readonly state = signal<StateAnswer | null>(null);
  private readonly people = signal<ColleaguesAnswer['people']>([]);
  private readonly refused = signal('');
  private hallId = '';

  /** Why the last question or act failed; empty when it did not. */
  readonly problem = this.refused.asReadonly();
  readonly read = computed(() => this.versions() !== null && this.state() !== null);
  readonly now = computed(() => Date.parse(this.state()?.at ?? ''));
  readonly hall = computed(() => Object.values(this.state()?.rows.hall ?? {})[0] ?? null);
  readonly timezone = computed(() => this.hall()?.timezone ?? 'UTC');
  readonly services = computed(() => this.state()?.rows.services ?? {});
  readonly counters = computed(() => this.state()?.rows.counters ?? {});
  readonly entries = computed(() => (this.read() ? entriesOf(this.versions()!, this.now()) : []));
  readonly mayPut = computed(() => ['supervisor', 'admin'].includes(this.session.who()?.role ?? ''));
  readonly colleagues = this.people.asReadonly();
  /** V1: who writes does not approve. */
  readonly approvers = computed(() => this.people().filter(({ username }) => username !== this.session.who()?.username));

  async open(hallId: string): Promise<void> {
    this.hallId = hallId;
    const [records, state, people] = await Promise.all([
      this.ask<RecordsAnswer>('GET', 'records?versions=all'), this.ask<StateAnswer>('GET', 'state'), this.ask<ColleaguesAnswer>('GET', 'people'),
    ]);
    this.refused.set(problemOf(records) || problemOf(state));
    if (people.kind === 'ok') this.people.set(people.body.people);
    if (state.kind === 'ok') this.state.set(state.body);
    if (records.kind === 'ok') this.versions.set(records.body.records);
  }

  /** The server's refusal; empty where the version was taken. */
  async put(id: string, said: PutRecord): Promise<string> {
    return problemOf(await this.ask('PUT', `records/${encodeURIComponent(id)}`, said));
  }

  async withdraw(id: string, reason: string): Promise<string> {
    return problemOf(await this.ask('POST', `records/${encodeURIComponent(id)}/withdraw`, { reason }));
  }

  reload(): Promise<void> {
    return this.open(this.hallId);
  }

  nameOf(username: string): string {
    return this.people().find((person) => person.username === username)?.name ?? username;
  }

  /** A date of the hall's calendar. */
  date(at: number): string {
    return localText(at, this.timezone()).slice(0, 10);
  }

  private async ask<T>(method: string, path: string, body?: unknown): Promise<Answer<T>> {
    const answer = await ask<T>(method, `/api/v1/halls/${encodeURIComponent(this.hallId)}/${path}`, body);
    if (answer.kind === 'problem' && answer.status === 401) await this.session.look();
    return answer;
  }
}

import { computed, inject, Injectable, signal } from '@angular/core';
import type { HallEntry } from '../../../../shared/commands/hall.js';
import type { ChangePerson, CreatePerson, PersonEntry } from '../../../../shared/commands/people.js';
import { answered, ask } from '../../feed/ask';
import { Session } from '../../feed/session';
import { Refusals } from '../refusals';
import { t } from '../words';

const PATH = '/api/v1/people';

/** The people who log in, for whoever looks after them. What is done here is done at once. */
@Injectable()
export class People {
  private readonly session = inject(Session);
  private readonly refusals = inject(Refusals);
  private readonly list = signal<PersonEntry[] | null>(null);
  private readonly hallList = signal<HallEntry[]>([]);

  /** Null: not read, or not to be seen by whoever is logged in. */
  readonly entries = this.list.asReadonly();
  readonly halls = this.hallList.asReadonly();
  readonly hallNames = computed(() => new Map(this.hallList().map(({ id, name }) => [id, name])));

  async read(): Promise<void> {
    const [people, halls] = await Promise.all([ask<{ people: PersonEntry[] }>('GET', PATH), ask<{ halls: HallEntry[] }>('GET', '/api/v1/halls')]);
    if (halls.kind === 'ok') this.hallList.set(halls.body.halls);
    this.list.set(answered(people)?.people ?? null);
    if (people.kind === 'away') this.refusals.take(people);
  }

  async add(person: CreatePerson): Promise<boolean> {
    return this.done(await ask('POST', PATH, person), t().personAdded(person.name ?? person.username));
  }

  async change(person: PersonEntry, change: ChangePerson): Promise<boolean> {
    return this.done(await ask('PATCH', pathOf(person.username), change), change.password ? t().passwordReset(person.name) : t().saved);
  }

  async remove(person: PersonEntry): Promise<boolean> {
    return this.done(await ask('DELETE', pathOf(person.username)), t().personRemoved(person.name));
  }

  private async done(answer: Awaited<ReturnType<typeof ask>>, said: string): Promise<boolean> {
    const isDone = this.refusals.take(answer, said);
    if (isDone) await Promise.all([this.read(), this.session.look()]); // it may have been whoever did it
    return isDone;
  }
}

export function pathOf(username: string): string {
  return `${PATH}/${encodeURIComponent(username)}`;
}

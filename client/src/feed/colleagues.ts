import { computed, effect, inject, Injectable, signal } from '@angular/core';
import type { ColleaguesAnswer } from '../../../shared/commands/people.js';
import { HallDoor } from './hall-door';
import { Session } from './session';

/** The people of a hall, and what others call them. */
@Injectable()
export class Colleagues {
  private readonly door = inject(HallDoor);
  private readonly session = inject(Session);
  private readonly list = signal<ColleaguesAnswer['people']>([]);

  /** Readers too, whom an appraisal may ask. */
  readonly all = this.list.asReadonly();
  /** Who may act on the hall. */
  readonly people = computed(() => this.list().filter(({ role }) => role !== 'reader'));
  /** V1: who writes does not approve. */
  readonly approvers = computed(() => this.people().filter(({ username }) => username !== this.session.who()?.username));

  constructor() {
    effect(() => {
      if (this.door.hallId() && this.session.who()) void this.read();
    });
  }

  nameOf(username: string): string {
    return this.list().find((person) => person.username === username)?.name ?? username;
  }

  private async read(): Promise<void> {
    const answer = await this.door.ask<ColleaguesAnswer>('GET', 'people?who=all');
    if (answer.kind === 'ok') this.list.set(answer.body.people);
  }
}

import { effect, inject, Injectable, signal } from '@angular/core';
import type { ColleaguesAnswer } from '../../../shared/commands/people.js';
import { HallDoor } from './hall-door';
import { Session } from './session';

/** Who may act on the hall's alerts, and what people call them. */
@Injectable()
export class Colleagues {
  private readonly door = inject(HallDoor);
  private readonly session = inject(Session);
  private readonly list = signal<ColleaguesAnswer['people']>([]);

  readonly people = this.list.asReadonly();

  constructor() {
    effect(() => {
      if (this.door.hallId() && this.session.who()) void this.read();
    });
  }

  nameOf(username: string): string {
    return this.list().find((person) => person.username === username)?.name ?? username;
  }

  private async read(): Promise<void> {
    const answer = await this.door.ask<ColleaguesAnswer>('GET', 'people');
    if (answer.kind === 'ok') this.list.set(answer.body.people);
  }
}

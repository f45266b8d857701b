/** `/admin/people`: who logs in and what they may, for an administrator of every hall; for everybody their own password. */
import { Component, effect, inject, signal } from '@angular/core';
import type { CreatePerson, PersonEntry } from '../../../../shared/commands/people.js';
import { roles } from '../../../../shared/glossary/states.js';
import { Session } from '../../feed/session';
import { label } from '../../ui/lang';
import { AdminFrame } from '../admin-frame';
import { Refusals } from '../refusals';
import { OwnPassword } from './own-password';
import { People } from './people';
import { PersonForm } from './person-form';
import { t } from '../words';

@Component({
  selector: 'hb-people-page',
  imports: [AdminFrame, OwnPassword, PersonForm],
  providers: [People, Refusals],
  templateUrl: './people-page.html',
})
export class PeoplePage {
  protected readonly session = inject(Session);
  protected readonly people = inject(People);
  protected readonly refusals = inject(Refusals);
  protected readonly t = t;
  /** Whose form is open, by username; empty: that of a new person. */
  protected readonly open = signal<string | null>(null);

  constructor() {
    effect(() => {
      if (this.session.who()?.username) void this.people.read();
    });
  }

  protected roleWord({ role }: PersonEntry): string {
    return label(roles[role]);
  }

  protected hallsOf({ hallIds }: PersonEntry): string {
    return hallIds === null ? t().everyHall : hallIds.map((id) => this.people.hallNames().get(id) ?? id).join(t().comma);
  }

  protected turn(to: string | null): void {
    this.refusals.clear();
    this.open.set(to);
  }

  protected async add(person: CreatePerson): Promise<void> {
    if (await this.people.add(person)) this.open.set(null);
  }

  protected async change(person: PersonEntry, { username: _, password, ...change }: CreatePerson): Promise<void> {
    const others = { ...change, staffNumber: change.staffNumber ?? null };
    if (await this.people.change(person, password ? { ...others, password } : others)) this.open.set(null);
  }

  protected async remove(person: PersonEntry): Promise<void> {
    if (!confirm(t().removePersonAsk(person.name))) return;
    this.turn(null);
    await this.people.remove(person);
  }
}

import { afterNextRender, Component, computed, ElementRef, input, linkedSignal, output, viewChild } from '@angular/core';
import type { HallEntry } from '../../../../shared/commands/hall.js';
import type { CreatePerson, PersonEntry } from '../../../../shared/commands/people.js';
import { personRoles } from '../../../../shared/glossary/choices.js';
import { roles } from '../../../../shared/glossary/states.js';
import { label } from '../../ui/lang';
import { Refused } from '../refused';
import { t } from '../words';

/** One person as they are to be: a new one, or one who is known. */
@Component({
  selector: 'hb-person-form',
  imports: [Refused],
  templateUrl: './person-form.html',
})
export class PersonForm {
  readonly person = input<PersonEntry | null>(null);
  /** One's own password is changed where the present one is asked for. */
  readonly isOwn = input(false);
  readonly halls = input.required<readonly HallEntry[]>();
  readonly given = output<CreatePerson>();
  readonly dropped = output();

  protected readonly t = t;
  protected readonly roles = personRoles;
  protected readonly role = linkedSignal(() => this.person()?.role ?? 'supervisor');
  protected readonly hallIds = linkedSignal(() => this.person()?.hallIds ?? null);
  /** Halls that are gone stay to be taken away. */
  protected readonly choice = computed(() => {
    const known = new Set(this.halls().map(({ id }) => id));
    return [...this.halls(), ...(this.person()?.hallIds ?? []).filter((id) => !known.has(id)).map((id) => ({ id, name: id }))];
  });
  private readonly form = viewChild.required<ElementRef<HTMLFormElement>>('form');

  constructor() {
    afterNextRender(() => this.form().nativeElement.querySelector('input')?.focus());
  }

  protected roleWord(role: (typeof personRoles)[number]): string {
    return label(roles[role]);
  }

  protected pickRole(role: string): void {
    this.role.set(personRoles.find((one) => one === role) ?? 'reader');
  }

  protected turn(hallId: string): void {
    this.hallIds.update((ids) => (ids?.includes(hallId) ? ids.filter((id) => id !== hallId) : [...(ids ?? []), hallId]));
  }

  protected give(event: Event): void {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    const said = (field: string): string => (form.get(field) as string | null) ?? '';
    const username = this.person()?.username ?? said('username').trim();
    const staffNumber = said('staffNumber').trim();
    this.given.emit({
      username, name: said('name').trim() || username, role: this.role(), hallIds: this.hallIds(), password: said('password'),
      ...(staffNumber ? { staffNumber } : {}),
    });
  }
}

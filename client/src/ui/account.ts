import { Component, computed, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Role } from '../../../shared/commands/hall.js';
import { roles } from '../../../shared/glossary/states.js';
import { label, t } from './lang';

/** Who is logged in, with the way to their own password, and the way out. */
@Component({
  selector: 'hb-account',
  imports: [RouterLink],
  template: `
    <a class="plain clip" routerLink="/admin/people" queryParamsHandling="preserve">{{ t().asWho(username(), roleWord()) }}</a>
    <button class="plain" type="button" (click)="logOut.emit()">{{ t().logOut }}</button>
  `,
  styles: `
    :host {
      display: inline-flex;
      align-items: baseline;
      gap: 0.75rem;
      min-width: 0;
    }
  `,
})
export class Account {
  readonly username = input.required<string>();
  readonly role = input.required<Role>();
  readonly logOut = output();

  protected readonly t = t;
  protected readonly roleWord = computed(() => label(roles[this.role()]));
}

import { Component, inject, input } from '@angular/core';
import { ask } from '../../feed/ask';
import { Refusals } from '../refusals';
import { Refused } from '../refused';
import { pathOf } from './people';
import { t } from '../words';

/** Everybody changes their own password, and says the present one. */
@Component({
  selector: 'hb-own-password',
  imports: [Refused],
  providers: [Refusals],
  templateUrl: './own-password.html',
})
export class OwnPassword {
  readonly username = input.required<string>();

  protected readonly refusals = inject(Refusals);
  protected readonly t = t;

  protected async change(event: Event, currentPassword: string, password: string): Promise<void> {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    if (this.refusals.take(await ask('PATCH', pathOf(this.username()), { currentPassword, password }), t().passwordChanged)) form.reset();
  }
}

import { Component, computed, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Refused as Refusal } from '../../../shared/messages/messages.js';
import { t } from '../ui/lang';
import { LangSwitch } from '../ui/lang-switch';

/** The hall may not be seen: why, in words, and where a person puts the wall's key. */
@Component({
  selector: 'hb-refused',
  imports: [LangSwitch, RouterLink],
  template: `
    <h1>{{ t().refusedTitle }}</h1>
    <p>{{ why() }}</p>
    <p class="server">{{ refusal().message }}</p>
    @if (refusal().code !== 'quarantined') {
      <form (submit)="submit($event, key.value)">
        <label for="key">{{ t().keyLabel }}</label>
        <div class="entry">
          <input #key id="key" class="input" name="key" autocomplete="off" autocapitalize="none" spellcheck="false" required />
          <button class="button" type="submit">{{ t().keyUse }}</button>
        </div>
        @if (tried()) {
          <p class="server" role="alert">{{ t().keyWrong }}</p>
        }
        <small>{{ t().keyKept }}</small>
      </form>
    }
    <nav>
      <a routerLink="/" queryParamsHandling="preserve">{{ t().backHome }}</a>
      <hb-lang-switch />
    </nav>
  `,
  styleUrl: './refused.css',
})
export class Refused {
  readonly refusal = input.required<Refusal>();
  /** A key was given and did not open the hall. */
  readonly tried = input(false);
  readonly keyGiven = output<string>();

  protected readonly t = t;
  protected readonly why = computed(() => {
    const { code } = this.refusal();
    if (code === 'quarantined') return t().refusedQuarantined;
    return code === 'unknownHall' ? t().refusedUnknown : t().refusedKey;
  });

  protected submit(event: Event, key: string): void {
    event.preventDefault();
    if (key.trim()) this.keyGiven.emit(key.trim());
  }
}

import { Component, effect, inject, input, signal } from '@angular/core';
import type { KeyRole } from '../../../shared/commands/hall.js';
import { CopyField } from './copy-field';
import { KeyList } from './key-list';
import { Keys } from './keys';
import { t } from './words';

/** Keys of devices that post events, and of readers. */
@Component({
  selector: 'hb-keys-section',
  imports: [CopyField, KeyList],
  template: `
    <section>
      <form class="part panel" (submit)="make($event, role.value, name.value.trim())">
        <h2>{{ t().makeKey }}</h2>
        <div class="fields">
          <label class="field-row">
            {{ t().keyName }}
            <input #name class="input" name="name" maxlength="200" required />
          </label>
          <label class="field-row">
            {{ t().keyRole }}
            <select #role class="input" name="role">
              <option value="device">{{ t().deviceRole }}</option>
              <option value="reader">{{ t().readerRole }}</option>
            </select>
          </label>
        </div>
        <button class="button main" type="submit">{{ t().makeKey }}</button>
        @if (key(); as text) {
          <p class="notice" role="status">{{ t().keyOnce }}</p>
          <hb-copy-field [text]="text" [label]="t().makeKey" />
        }
      </form>
      <h2>{{ t().otherKeys }}</h2>
      <hb-key-list [roles]="['device', 'reader']" />
    </section>
  `,
})
export class KeysSection {
  readonly hallId = input.required<string>();

  protected readonly keys = inject(Keys);
  protected readonly t = t;
  protected readonly key = signal('');

  constructor() {
    effect(() => void this.keys.open(this.hallId()));
  }

  protected async make(event: Event, role: string, name: string): Promise<void> {
    event.preventDefault();
    this.key.set((await this.keys.make(role as KeyRole, name)) ?? '');
  }
}

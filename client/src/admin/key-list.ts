import { Component, computed, inject, input } from '@angular/core';
import type { KeyEntry, KeyRole } from '../../../shared/commands/hall.js';
import { roles } from '../../../shared/glossary/states.js';
import { label, lang } from '../ui/lang';
import { Keys } from './keys';
import { t } from './words';

/** Keys of some roles, each to be revoked. */
@Component({
  selector: 'hb-key-list',
  template: `
    <ul class="rows" [style.--columns]="'1fr 12rem auto'">
      @for (key of shown(); track key.id) {
        <li>
          <span class="wide"><span class="name">{{ key.name }}</span> · {{ roleWord(key.role) }}</span>
          <span>{{ t().createdOn(dateOf(key.createdAt)) }}</span>
          <button class="button to-right" type="button" [attr.aria-label]="t().revoke + ' ' + key.name" (click)="revoke(key)">{{ t().revoke }}</button>
        </li>
      } @empty {
        <li>{{ t().noKeys }}</li>
      }
    </ul>
    @if (keys.notice(); as text) {
      <p class="notice" role="status">{{ text }}</p>
    }
    @if (keys.problem(); as text) {
      <p class="problem" role="alert">{{ text }}</p>
    }
  `,
  host: { class: 'part', '[style.width]': "'100%'" },
})
export class KeyList {
  readonly roles = input.required<readonly KeyRole[]>();

  protected readonly keys = inject(Keys);
  protected readonly t = t;
  protected readonly shown = computed(() => this.keys.entries()?.filter(({ role }) => this.roles().includes(role)) ?? []);

  protected roleWord(role: KeyRole): string {
    return label(roles[role]);
  }

  protected dateOf(at: number): string {
    return new Intl.DateTimeFormat(lang() === 'zh' ? 'zh-CN' : 'en-GB', { dateStyle: 'medium' }).format(at);
  }

  protected revoke(key: KeyEntry): void {
    if (confirm(t().revokeAsk(key.name))) void this.keys.revoke(key);
  }
}

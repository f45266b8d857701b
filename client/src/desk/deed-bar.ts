import { Component, computed, effect, inject, input, untracked } from '@angular/core';
import type { AlertEntry } from '../../../shared/commands/alert.js';
import { HallDoor } from '../feed/hall-door';
import { t } from '../ui/lang';
import { DeedForm } from './deed-form';
import { Deeds, type Deed } from './deeds';

const KEYS: readonly (readonly [Deed, string])[] = [['acknowledge', 'A'], ['assign', 'S'], ['comment', 'C'], ['silence', 'M'], ['resolve', 'R']];

/** What can be done about an alert: one button each, busy until the alert's own row has come back changed. */
@Component({
  selector: 'hb-deed-bar',
  imports: [DeedForm],
  template: `
    @if (!door.mayAct()) {
      <p>{{ t().deskReadOnly }}</p>
    } @else {
      <div class="deeds" [class.answering]="deeds.form()">
        @for (one of keys; track one[0]) {
          <button
            type="button"
            class="button"
            [class.main]="one[0] === 'acknowledge'"
            [disabled]="!can(one[0])"
            [attr.aria-busy]="underWay() === one[0]"
            [attr.aria-expanded]="one[0] === 'acknowledge' ? null : deeds.form() === one[0]"
            [attr.aria-keyshortcuts]="one[1]"
            (click)="begin(one[0])"
          >
            {{ underWay() === one[0] ? t().deedBusy : t().deedWords[one[0]] }} <kbd aria-hidden="true">{{ one[1] }}</kbd>
          </button>
        }
      </div>
      @if (!deeds.possible()) {
        <p role="status">{{ t().cannotAct }}</p>
      }
      @if (deeds.refusal(alert().id); as text) {
        <p class="refusal" role="alert">{{ text }}</p>
      }
      @if (deeds.form(); as deed) {
        @if (can(deed)) {
          <hb-deed-form [deed]="deed" [alert]="alert()" (given)="deeds.do(deed, alert().id, $event)" (left)="deeds.form.set(null)" />
        }
      }
    }
  `,
  styleUrl: './deed-bar.css',
})
export class DeedBar {
  readonly alert = input.required<AlertEntry>();

  protected readonly deeds = inject(Deeds);
  protected readonly door = inject(HallDoor);
  protected readonly t = t;
  protected readonly keys = KEYS;
  protected readonly underWay = computed(() => this.deeds.underWay(this.alert().id));
  private readonly alertId = computed(() => this.alert().id);

  constructor() {
    effect(() => {
      this.alertId();
      untracked(() => this.deeds.form.set(null));
    });
  }

  /** Begins the deed that a key stands for; whether there is one. */
  press(key: string): boolean {
    const deed = KEYS.find(([, letter]) => letter === key.toUpperCase())?.[0];
    if (!deed || !this.can(deed)) return false;
    this.begin(deed);
    return true;
  }

  protected can(deed: Deed): boolean {
    const { acknowledgedAt, resolvedAt } = this.alert();
    if (!this.deeds.possible() || this.underWay()) return false;
    return deed === 'comment' || (resolvedAt === null && (deed !== 'acknowledge' || acknowledgedAt === null));
  }

  protected begin(deed: Deed): void {
    if (deed === 'acknowledge') void this.deeds.do(deed, this.alert().id);
    else this.deeds.form.update((open) => (open === deed ? null : deed));
  }
}

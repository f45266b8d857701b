import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { t } from '../ui/lang';
import { RegisterStore } from './register-store';
import { staffLines } from './staff-lines';

/** Who serves now and by which certificate; those without one stand first. */
@Component({
  selector: 'hb-staff-serving',
  imports: [RouterLink],
  template: `
    <details [open]="without() > 0">
      <summary>
        <b>{{ t().staffServing }}</b> {{ lines().length === 0 ? t().staffNobody : t().staffServingCount(lines().length, without(), soon()) }}
      </summary>
      <ul>
        @for (line of lines(); track line.staffId) {
          <li [class]="line.certificate?.standing ?? 'ended'">
            <strong>{{ line.staffId }}</strong> {{ line.counters.join('、') }}
            @if (line.certificate; as held) {
              <a class="plain" [routerLink]="[]" [queryParams]="{ record: held.id }" queryParamsHandling="merge">{{ t().recordUntil }} {{ held.shown.expiresAt === null ? t().recordForever : store.date(held.shown.expiresAt - 1) }}</a>
            } @else {
              <span class="standing">{{ t().staffWithout }}</span>
            }
          </li>
        }
      </ul>
    </details>
  `,
  styleUrl: './staff-serving.css',
})
export class StaffServing {
  protected readonly store = inject(RegisterStore);
  protected readonly t = t;
  protected readonly lines = computed(() => staffLines(this.store.counters(), this.store.entries()));
  protected readonly without = computed(() => this.lines().filter(({ certificate }) => certificate === null).length);
  protected readonly soon = computed(() => this.lines().filter(({ certificate }) => certificate?.standing === 'soon').length);
}

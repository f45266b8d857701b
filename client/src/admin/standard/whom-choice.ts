import { Component, computed, input, output, signal } from '@angular/core';
import { t } from '../words';

/** Which of the hall's services or counters a clause binds: all of them, or some by name. */
@Component({
  selector: 'hb-whom-choice',
  template: `
    <details (toggle)="open.set(!open())">
      <summary>{{ t().chosenOf(label(), chosen()?.length ?? 0) }}</summary>
      @if (open()) {
        <fieldset class="choice" [attr.aria-label]="label()">
          <label class="check"><input type="checkbox" [checked]="!chosen()" (change)="written.emit(undefined)" />{{ t().whomAll }}</label>
          @for (one of offered(); track one.id) {
            <label class="check">
              <input type="checkbox" [name]="one.id" [checked]="chosen()?.includes(one.id)" (change)="turn(one.id)" />
              {{ one.name }}
            </label>
          }
        </fieldset>
      }
    </details>
  `,
})
export class WhomChoice {
  readonly label = input.required<string>();
  readonly known = input.required<readonly { id: string; name: string }[]>();
  /** Left out: all. */
  readonly chosen = input<string[]>();
  readonly written = output<string[] | undefined>();

  protected readonly t = t;
  protected readonly open = signal(false);
  /** What is chosen and no longer known can still be taken away. */
  protected readonly offered = computed(() => {
    const ids = new Set(this.known().map(({ id }) => id));
    return [...this.known(), ...(this.chosen() ?? []).filter((id) => !ids.has(id)).map((id) => ({ id, name: id }))];
  });

  protected turn(id: string): void {
    const chosen = this.chosen() ?? [];
    const ids = chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id];
    this.written.emit(ids.length === 0 ? undefined : ids);
  }
}

import { Component, computed, inject, input } from '@angular/core';
import { Draft } from './draft';
import { t } from './words';

const SHOWN = 10;

/** Ids that a save would take off the books, and what that means for their history. */
@Component({
  selector: 'hb-ids-lost',
  template: `
    @if (lost(); as ids) {
      <p class="notice" role="status">{{ t().idsLost(ids) }}<br />{{ t().idsLostWhy }}</p>
    }
  `,
})
export class IdsLost {
  readonly list = input.required<'services' | 'counters'>();

  private readonly draft = inject(Draft);
  protected readonly t = t;
  protected readonly lost = computed(() => {
    const ids = this.draft.idsLost(this.list());
    return ids.slice(0, SHOWN).join(', ') + (ids.length > SHOWN ? ` … (${ids.length})` : '');
  });
}

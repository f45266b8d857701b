import { Component, computed, inject } from '@angular/core';
import { StandardDraft } from './standard-draft';
import { StandardProblem } from './standard-problem';
import { dateAfter } from './zone-time';
import { t } from '../words';

/** What the standard is called, what it is based on, and from when it is to be in force. */
@Component({
  selector: 'hb-standard-terms',
  imports: [StandardProblem],
  templateUrl: './standard-terms.html',
  host: { class: 'part panel' },
})
export class StandardTerms {
  protected readonly draft = inject(StandardDraft);
  protected readonly t = t;
  protected readonly zone = computed(() => this.draft.current().hall.timezone);
  protected readonly source = computed(() => (this.draft.content().source === 'local' ? t().sourceLocal : this.draft.content().source));

  protected cite(source: string): void {
    this.draft.change({ source: source.trim() === t().sourceLocal ? 'local' : source.trim() });
  }

  /** The next morning, until somebody says better. */
  protected putOff(): void {
    this.draft.effectiveFrom.set(`${dateAfter(this.draft.current().hall.day, 1)}T00:00`);
  }
}

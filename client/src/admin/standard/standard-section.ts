/** The service standard of a hall, `/admin/{hallId}/standard`: read as sentences, changed, kept in versions, tried on the past. */
import { Component, computed, effect, inject, input, signal, untracked, ViewEncapsulation } from '@angular/core';
import { Backtest } from './backtest';
import { ClauseChanges } from './clause-changes';
import { ClauseList } from './clause-list';
import { StandardBar } from './standard-bar';
import { StandardDraft } from './standard-draft';
import { StandardTerms } from './standard-terms';
import { VersionList } from './version-list';
import { clockText } from './zone-time';
import { t } from '../words';

@Component({
  selector: 'hb-standard-section',
  imports: [Backtest, ClauseChanges, ClauseList, StandardBar, StandardTerms, VersionList],
  encapsulation: ViewEncapsulation.None,
  templateUrl: './standard-section.html',
  styleUrls: ['./standard.css', './backtest.css'],
})
export class StandardSection {
  readonly hallId = input.required<string>();
  readonly editable = input.required<boolean>();

  protected readonly draft = inject(StandardDraft);
  protected readonly t = t;
  protected readonly view = signal<'clauses' | 'versions' | 'backtest'>('clauses');
  protected readonly views = computed(() => [
    { id: 'clauses', word: t().viewClauses }, { id: 'versions', word: t().viewVersions }, { id: 'backtest', word: t().viewBacktest },
  ] as const);
  protected readonly when = computed(() => {
    const { effectiveFromAt, putAt, putBy } = this.draft.newest();
    const { timezone } = this.draft.current().hall;
    return t().versionWhen(clockText(effectiveFromAt, timezone), putBy, clockText(putAt, timezone));
  });

  constructor() {
    effect(() => {
      const hallId = this.hallId();
      untracked(() => void this.draft.open(hallId));
    });
  }
}

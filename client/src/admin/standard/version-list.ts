import { Component, computed, inject, input, output, signal } from '@angular/core';
import type { Clause, StandardVersion } from '../../../../shared/commands/standard.js';
import { ClauseChanges } from './clause-changes';
import { sourceWords } from './clause-sentence';
import { StandardDraft } from './standard-draft';
import { clockText } from './zone-time';
import { t } from '../words';

/** Every version that was put, newest first: when, by whom, and what changed with it. */
@Component({
  selector: 'hb-version-list',
  imports: [ClauseChanges],
  templateUrl: './version-list.html',
  host: { class: 'part' },
})
export class VersionList {
  readonly editable = input.required<boolean>();
  /** A version became what is being changed. */
  readonly taken = output();

  protected readonly draft = inject(StandardDraft);
  protected readonly t = t;
  protected readonly opened = signal(0);
  protected readonly against = signal(0);
  protected readonly shown = computed(() => {
    const { versions, hall, inForce } = this.draft.current();
    return versions.slice(1).reverse().map((version) => ({
      ...version,
      standing: standingOf(version, inForce),
      when: t().versionWhen(clockText(version.effectiveFromAt, hall.timezone), version.putBy, clockText(version.putAt, hall.timezone)),
    }));
  });

  protected open(version: number): void {
    this.opened.set(this.opened() === version ? 0 : version);
    this.against.set(version - 1);
  }

  protected clausesOf(version: number): Clause[] {
    return this.draft.current().versions[version]!.clauses;
  }

  protected sourceOf(version: StandardVersion): string {
    return sourceWords(version);
  }

  protected take(version: StandardVersion): void {
    if (this.draft.startFrom(version)) this.taken.emit();
  }
}

function standingOf(version: StandardVersion, inForce: StandardVersion): string {
  if (version.version === inForce.version) return t().inForceNow;
  return version.version > inForce.version ? t().notYetInForce : t().pastVersion;
}

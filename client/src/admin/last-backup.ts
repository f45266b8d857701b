import { Component, computed, inject, resource } from '@angular/core';
import type { BackupsAnswer } from '../../../shared/commands/backup.js';
import { parseInstant } from '../../../shared/instant.js';
import { ask } from '../feed/ask';
import { Session } from '../feed/session';
import { Glyph } from '../ui/glyph';
import { lasted } from '../ui/lasted';
import { t } from './words';

/** One a day, with half a day for the machine that makes it. */
const OLD_MS = 36 * 3_600_000;

/** When the data was last backed up; for whoever may do everything, for others nothing. */
@Component({
  selector: 'hb-last-backup',
  imports: [Glyph],
  template: `
    @if (told(); as told) {
      <p [class.near]="told.old">
        @if (told.old) {
          <hb-glyph name="warning" />
        }
        {{ told.word }}
      </p>
    }
  `,
  styles: `
    .near {
      color: var(--near);
    }
  `,
})
export class LastBackup {
  private readonly session = inject(Session);
  private readonly asked = resource({ params: () => this.session.who()?.username, loader: () => ask<BackupsAnswer>('GET', '/api/v1/backups') });
  protected readonly told = computed(() => {
    const answer = this.asked.hasValue() ? this.asked.value() : undefined;
    if (answer?.kind !== 'ok') return null;
    const { now, last } = answer.body;
    if (last === null) return { old: true, word: t().backupNone };
    const age = parseInstant(now) - parseInstant(last.at);
    return { old: age > OLD_MS, word: age > OLD_MS ? t().backupOld(lasted(age)) : t().backupLast(lasted(age), last.name) };
  });
}

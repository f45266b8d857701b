/** Where the numbers come from, what a later revision changed, and the files to take along. */
import { Component, computed, inject, input } from '@angular/core';
import { qualityFlags, type QualityFlag } from '../../../shared/glossary/quality.js';
import { label, t } from '../ui/lang';
import { Definitions } from './definitions';
import type { ReportDay } from './report-day';
import { ReportStore } from './report-store';

const FORMATS = ['csv', 'xlsx', 'pdf', 'json'] as const;

@Component({
  selector: 'hb-report-foot',
  template: `
    @if (report().snapshot; as daily) {
      <p>
        {{ t().revisionOf(daily.revision) }} · {{ t().tracedTo(daily.journal.events, daily.standardVersion, daily.kpiVersion) }}
        <br /><small class="hash">SHA-256 {{ daily.sha256 }}</small>
      </p>
      @if (daily.changes.length > 0) {
        <details class="screen-only">
          <summary>{{ t().changedSince(daily.changes.length) }}</summary>
          <ul>
            @for (change of daily.changes; track change.path) {
              <li><code>{{ change.path }}</code> {{ t().changedTo(told(change.was), told(change.now)) }}</li>
            }
          </ul>
        </details>
      }
    }
    <p>{{ quality() }}</p>
    <nav class="acts screen-only" [attr.aria-label]="t().downloads">
      @if (files().length > 0) {
        <span>{{ t().downloads }}</span>
      }
      @for (file of files(); track file.format) {
        <a class="button" [href]="file.address" download>{{ file.format.toUpperCase() }}</a>
      }
      <button class="button" type="button" (click)="print()">{{ t().printPage }}</button>
      <button class="plain" type="button" (click)="definitions.open()">{{ t().definitions }}</button>
    </nav>
  `,
})
export class ReportFoot {
  readonly report = input.required<ReportDay>();

  private readonly store = inject(ReportStore);
  protected readonly definitions = inject(Definitions);
  protected readonly t = t;
  protected readonly quality = computed(() => {
    const flags = Object.entries(this.report().quality).filter(([, count]) => count > 0);
    if (flags.length === 0) return t().qualityNone;
    return t().qualityOf(flags.map(([flag, count]) => `${label(qualityFlags[flag as QualityFlag])} ${count}`).join(' · '));
  });

  /** Of closed days; today has no file yet. */
  protected readonly files = computed(() => {
    const [period, root] = [this.store.period(), `/api/v1/halls/${encodeURIComponent(this.store.hallId())}/daily`];
    if (!period) return [];
    if (this.store.single()) return this.report().snapshot ? FORMATS.map((format) => ({ format, address: `${root}/${period.to}.${format}` })) : [];
    return FORMATS.map((format) => ({ format, address: `${root}/files?${new URLSearchParams({ ...period, format })}` }));
  });

  protected print(): void {
    print();
  }

  protected told(value: unknown): string {
    return JSON.stringify(value);
  }
}

import { Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import { t } from '../ui/lang';
import { contentLines } from './content-lines';
import type { Entry } from './entries';
import { RecordForm } from './record-form';
import { RegisterStore } from './register-store';
import type { Kind } from './said';

/** One record: what it says, every version of it, the way to the next version, and its withdrawal. */
@Component({ selector: 'hb-record-detail', imports: [RecordForm], templateUrl: './record-detail.html', styleUrl: './record-detail.css' })
export class RecordDetail {
  readonly entry = input.required<Entry>();
  readonly changed = output();
  readonly left = output();

  protected readonly store = inject(RegisterStore);
  protected readonly t = t;
  protected readonly doing = linkedSignal<string, 'version' | 'withdrawal' | null>({ source: () => this.entry().id, computation: () => null });
  protected readonly problem = signal('');
  protected readonly kind = computed(() => this.entry().shown.content.kind as Kind);
  protected readonly versions = computed(() => this.entry().versions.toReversed().map((version) => ({
    ...version,
    lines: contentLines(version.content, { services: this.store.services(), nameOf: (username) => this.store.nameOf(username) }),
    from: this.store.date(version.effectiveFromAt),
    until: version.expiresAt === null ? t().recordForever : this.store.date(version.expiresAt - 1),
    withdrawal: version.withdrawnAt === null ? null : t().recordWithdrawnBy(this.store.nameOf(version.withdrawnBy ?? ''), this.store.date(version.withdrawnAt), version.reason ?? ''),
  })));

  protected async withdraw(event: SubmitEvent, reason: string): Promise<void> {
    event.preventDefault();
    this.problem.set(await this.store.withdraw(this.entry().id, reason));
    if (this.problem() !== '') return;
    this.doing.set(null);
    this.changed.emit();
  }

  protected put(): void {
    this.doing.set(null);
    this.changed.emit();
  }
}

import { Component, computed, inject, signal } from '@angular/core';
import { formatInstant } from '../../../shared/instant.js';
import { HallFeed } from '../feed/hall-feed';
import { HallAnswers } from '../hall/hall-answers';
import { instantAt, localText } from '../hall/local-time';
import { t } from '../ui/lang';
import { Silences } from './silences';

const HOUR_MS = 3_600_000;

/** A planned pause: on what, from when until when, and why. Times are those of the hall's own clock. */
@Component({ selector: 'hb-silence-form', templateUrl: './silence-form.html', styleUrl: './silence-form.css' })
export class SilenceForm {
  protected readonly silences = inject(Silences);
  private readonly feed = inject(HallFeed);
  private readonly answers = inject(HallAnswers);
  protected readonly t = t;
  protected readonly wrong = signal('');
  protected readonly services = computed(() => Object.entries(this.feed.rows.services()).map(([id, { name }]) => ({ id, name })));
  protected readonly counters = computed(() => Object.entries(this.feed.rows.counters()).map(([id, { name }]) => ({ id, name })));
  /** As the form opens: an hour from now. */
  protected readonly from = this.hoursFromNow(0);
  protected readonly until = this.hoursFromNow(1);

  protected async submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const said = new FormData(form);
    const text = (name: string): string => (said.get(name) as string).trim();
    const [from, until] = [this.instant(text('from')), this.instant(text('until'))];
    const right = until > Math.max(from, this.answers.now() ?? 0);
    this.wrong.set(right ? '' : t().timeWrong);
    if (!right) return;
    const one = (field: string, name: string): object => (text(name) === '' ? {} : { [field]: [text(name)] });
    const scope = { ...one('clauseIds', 'clause'), ...one('serviceIds', 'service'), ...one('counterIds', 'counter') };
    if (await this.silences.put({ ...scope, from: formatInstant(from), until: formatInstant(until), reason: text('reason') })) form.reset();
  }

  private hoursFromNow(hours: number): string {
    return localText((this.answers.now() ?? 0) + hours * HOUR_MS, this.answers.timezone());
  }

  private instant(local: string): number {
    return instantAt(local, this.answers.timezone());
  }
}

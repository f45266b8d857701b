import { afterNextRender, Component, computed, ElementRef, inject, input, output, signal } from '@angular/core';
import type { AlertEntry } from '../../../shared/commands/alert.js';
import { formatInstant } from '../../../shared/instant.js';
import { Colleagues } from '../feed/colleagues';
import { HallAnswers } from '../hall/hall-answers';
import { timeNear } from '../hall/local-time';
import { t } from '../ui/lang';
import type { Deed } from './deeds';

const MINUTE_MS = 60_000;
const SILENCE_MINUTES = [10, 30] as const;

/** What a deed needs besides the alert: to whom, which words, how long. */
@Component({ selector: 'hb-deed-form', templateUrl: './deed-form.html', styleUrl: './deed-form.css', host: { '(keydown.escape)': 'left.emit()' } })
export class DeedForm {
  readonly deed = input.required<Deed>();
  readonly alert = input.required<AlertEntry>();
  readonly given = output<object>();
  readonly left = output();

  private readonly answers = inject(HallAnswers);
  private readonly colleagues = inject(Colleagues);
  protected readonly t = t;
  protected readonly minutes = SILENCE_MINUTES;
  protected readonly text = signal('');
  protected readonly others = computed(() => this.colleagues.people().filter(({ username }) => username !== this.alert().assignedTo));
  /** When the hall closes, if that is still to come. */
  protected readonly closing = computed(() => {
    const [hall, now] = [this.answers.hall(), this.answers.now()];
    return hall?.closesAt && now !== null && hall.closesAt > now ? { at: hall.closesAt, time: timeNear(hall.closesAt, hall) } : null;
  });

  constructor() {
    const form = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    afterNextRender(() => form.querySelector<HTMLElement>('select, textarea, input')?.focus());
  }

  protected submit(event: SubmitEvent): void {
    event.preventDefault();
    const said = new FormData(event.target as HTMLFormElement);
    const text = this.text().trim();
    switch (this.deed()) {
      case 'assign':
        return this.given.emit({ to: said.get('to') });
      case 'comment':
        return this.given.emit({ text });
      case 'silence':
        return this.given.emit({ until: formatInstant(this.untilAt(said.get('span') as string)), reason: text });
      default:
        return this.given.emit({ reason: text });
    }
  }

  private untilAt(span: string): number {
    return span === 'closing' ? (this.closing()?.at ?? 0) : (this.answers.now() ?? 0) + Number(span) * MINUTE_MS;
  }
}

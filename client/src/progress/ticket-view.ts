import { Component, computed, input } from '@angular/core';
import { outcomes, ticketStates } from '../../../shared/glossary/states.js';
import type { TicketProgress } from '../../../shared/rows/progress.js';
import { minutes, timeOfDay } from '../hall/format';
import { label, t } from '../ui/lang';

const MINUTE_MS = 60_000;

/** A ticket as its holder asks for it: whether to go, how many come before, how it ended. */
@Component({
  selector: 'hb-ticket-view',
  template: `
    @let ticket = progress();
    <p class="state">{{ state() }}</p>
    @if (ticket.counter; as counter) {
      <p class="next">{{ ticket.state === 'called' ? t().goToCounter(counter) : t().atCounter(counter) }}</p>
    }
    @if (ticket.ahead !== null) {
      <p class="next">{{ t().aheadOfYou(ticket.ahead) }}</p>
      <p>{{ t().aheadByOrder }}</p>
    }
    @if (ticket.waits; as waits) {
      <p>{{ t().waitsToday(waits.count, wholeMinutes(waits.p50Ms), wholeMinutes(waits.p90Ms)) }}</p>
    }
    @if (remark(); as text) {
      <p>{{ text }}</p>
    }
    <p>{{ ticket.service }} {{ t().sinceTime(time()) }}</p>
  `,
})
export class TicketView {
  readonly progress = input.required<TicketProgress>();
  readonly timezone = input.required<string>();
  protected readonly t = t;
  protected readonly time = computed(() => timeOfDay(this.progress().since, this.timezone()));

  /** Rounded up: nobody waited longer than it says. */
  protected wholeMinutes(lengthMs: number): string {
    return minutes(Math.ceil(lengthMs / MINUTE_MS) * MINUTE_MS);
  }

  protected readonly state = computed(() => {
    const { state, outcome } = this.progress();
    if (state !== 'ended') return label(ticketStates[state]);
    return outcome !== null && outcome in outcomes ? label(outcomes[outcome as keyof typeof outcomes]) : t().ticketEnded;
  });

  protected readonly remark = computed(() => {
    const { state, outcome } = this.progress();
    if (state === 'parked') return t().ticketParked;
    if (outcome === 'noShow') return t().endedNoShow;
    if (outcome === 'abandoned') return t().endedAbandoned;
    return outcome === 'removed' ? t().endedRemoved : '';
  });
}

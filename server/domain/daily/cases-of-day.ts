/** The day's ledgers as the journal tells them: cases that were opened, by kind, and what was done about any, by step. */
import type { Daily } from '../../../shared/rows/daily.js';
import { isCaseEvent, type HallEvent } from '../event/own-event.js';

export class CasesOfDay {
  private readonly opened: Record<string, number> = {};
  private readonly steps: Record<string, number> = {};

  take(event: HallEvent): void {
    if (!isCaseEvent(event)) return;
    const [counts, name] = event.type === 'case.opened' ? [this.opened, event.data.kind] : [this.steps, event.data.step];
    counts[name] = (counts[name] ?? 0) + 1;
  }

  figures(): NonNullable<Daily['cases']> {
    return { opened: this.opened, steps: this.steps };
  }
}

/**
 * A hall for specs: hears what a day builder wrote and shows what came of it. Each event is stored at its own time, as if
 * from a feed without delay, unless the spec says when it was heard. Only specs call this.
 */
import type { z } from 'zod';
import { HallSettings } from '../../../shared/commands/hall.js';
import type { PostedEvent } from '../../../shared/events/cloud-event.js';
import type { QualityFlag } from '../../../shared/glossary/quality.js';
import { parseInstant } from '../../../shared/instant.js';
import type { Figures } from '../../../shared/rows/figures.js';
import type { Rows } from '../../../shared/rows/rows.js';
import type { StoredEvent } from '../event/fact.js';
import type { HallConfigured } from '../event/own-event.js';
import { advance } from './advance.js';
import { foldEvent } from './fold-event.js';
import { newHall, type Hall } from './hall.js';
import { allRows } from './make-rows.js';

type Settings = Partial<z.input<typeof HallSettings>>;

/** Two services, of which S1 has a wait limit of 20 minutes, and two counters, each in a zone of its own; the clocks of Shanghai. */
export function settingsForSpec(more: Settings = {}): HallSettings {
  return HallSettings.parse({
    name: 'Spec',
    timezone: 'Asia/Shanghai',
    services: [{ id: 'S1', name: 'First', waitLimit: 'PT20M' }, { id: 'S2', name: 'Second' }],
    counters: [{ id: 'C1', name: 'One', zone: 'A', serviceIds: ['S1'] }, { id: 'C2', name: 'Two', zone: 'B', serviceIds: ['S2'] }],
    ...more,
  });
}

export class HallForSpec {
  readonly hall: Hall;
  private readonly journal = new Map<string, StoredEvent>();

  constructor(at: string, settings: HallSettings = settingsForSpec()) {
    this.hall = newHall('spec', settings, parseInstant(at));
  }

  /** Folds the events; answers the flags of each. */
  hear(builder: { events(): PostedEvent[] }, heardAt?: string): QualityFlag[][] {
    return builder.events().map((event) => {
      const stored: StoredEvent = { seq: this.hall.seq + 1, loggedAt: parseInstant(heardAt ?? event.time ?? ''), event };
      const corrects = event.type === 'event.corrected' ? this.journal.get(`${event.data.source} ${event.data.id}`) : undefined;
      if (corrects) stored.corrects = corrects;
      this.journal.set(`${event.source} ${event.id}`, stored);
      return foldEvent(this.hall, stored);
    });
  }

  configure(settings: HallSettings, at: string): this {
    const event: HallConfigured = { specversion: '1.0', id: 'put', source: '/hallboard', type: 'hall.configured', data: settings };
    foldEvent(this.hall, { seq: this.hall.seq + 1, loggedAt: parseInstant(at), event });
    return this;
  }

  /** The hall's clock moves on to this instant. */
  until(at: string): this {
    advance(this.hall, parseInstant(at));
    return this;
  }

  get rows(): Rows {
    return allRows(this.hall);
  }

  figures(id = 'hall'): Figures {
    return this.rows.figures[id] as Figures;
  }
}

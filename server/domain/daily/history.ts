/** What the journal's own settings and standards say of a hall in the course of time: its clocks, its settings and what it promised. */
import { REAL_CLOCK, hallTime, type Clock } from '../calendar/clock.js';
import { placeEvent, type Placed, type StoredEvent } from '../event/fact.js';
import type { HallConfigured } from '../event/own-event.js';
import { clockOf } from '../hall/fold-event.js';
import { keepVersion, type KeptVersion } from '../standard/standard.js';

type Settings = HallConfigured['data'];

interface Configured {
  seq: number;
  /** What the hall's clock showed then. */
  at: number;
  settings: Settings;
  clock: Clock;
  /** Whether that set the clock: what lay ahead of it has not happened there. */
  set: boolean;
}

export class History {
  private readonly configured: Configured[] = [];
  readonly standards: KeptVersion[] = [];

  /** Settings and standards, in seq order; every other event passes by. */
  take({ seq, loggedAt, event }: StoredEvent): void {
    if (event.type === 'hall.configured') {
      const clock = clockOf(event, loggedAt, this.configured.at(-1)?.clock ?? REAL_CLOCK);
      this.configured.push({ seq, at: hallTime(clock, loggedAt), settings: event.data, clock, set: event.data.clock !== undefined });
    } else if (event.type === 'standard.put') {
      this.standards.push(keepVersion({ id: event.id, ...event.data }, this.standards, this.configured.at(-1)!.settings));
    }
  }

  place(stored: StoredEvent): Placed {
    return placeEvent(stored, this.configured.findLast(({ seq }) => seq <= stored.seq)?.clock ?? REAL_CLOCK);
  }

  /** D9: a clock that was set later to before it let go of it. */
  isLetGo(seq: number, at: number): boolean {
    return this.configured.some((later) => later.set && later.seq > seq && later.at < at);
  }

  /** What the settings of that seq set the hall's clock to. */
  clockSetAt(seq: number): number {
    return this.configured.find((one) => one.seq === seq)!.at;
  }

  /** The zone whose days are the hall's, by the settings of that seq. */
  zoneAt(seq: number): string {
    return (this.configured.findLast((one) => one.seq <= seq) ?? this.configured[0]!).settings.timezone;
  }

  /** The settings that a day is told by: the newest of those put before it ended or before any of its events was stored. */
  settingsFor({ endAt, firstSeq }: { endAt: number; firstSeq: number }): Settings {
    return (this.configured.findLast(({ seq, at }) => at < endAt || seq < firstSeq) ?? this.configured[0]!).settings;
  }
}

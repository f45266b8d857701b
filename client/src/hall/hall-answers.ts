import { computed, inject, Injectable, type Signal } from '@angular/core';
import { HallFeed } from '../feed/hall-feed';
import { alertsOf, placesOf, type Alert } from './alerts';
import { counterTile, type CounterTile } from './counters';
import { quartersOf, untilClosing } from './curve';
import { groupsOf, isFlood } from './flood';
import { limitsOf, isObserved, longestWait, queuesOf } from './queues';
import { sameFields, sameList, sameValues } from './same';
import { hallDelay, hallSilence, missingSources, sourcesOf, staleCounters, staleQueues } from './sources';
import { boardTotals, hallFigures, totalsOf } from './totals';
import { waitBars } from './zone-bars';
import { zonesOf, zoneSummary, type Zone, type ZoneSummary } from './zones';

/**
 * The computed answers of one hall over its feed's rows and clock: plain functions of this folder, each wrapped so that it
 * passes a change on only when its own words or numbers differ. Screens read these and nothing else of the hall.
 */
@Injectable()
export class HallAnswers {
  private readonly feed = inject(HallFeed);

  readonly now = this.feed.now;
  readonly hall = computed(() => Object.values(this.feed.rows.hall())[0] ?? null);
  readonly timezone = computed(() => this.hall()?.timezone ?? 'UTC');

  /** The queues with their waits; they change every second while anyone waits. */
  readonly queues = computed(() => queuesOf(this.feed.rows.services(), this.now()), { equal: sameList });
  private readonly queueById = computed(() => new Map(this.queues().map((queue) => [queue.id, queue])));
  readonly longest = computed(() => longestWait(this.queues()));
  readonly observed = computed(() => isObserved(this.feed.rows.services(), this.feed.rows.counters()));
  readonly limits = computed(() => limitsOf(this.feed.rows.services()), { equal: sameValues });

  readonly totals = computed(() => totalsOf(this.feed.rows.counters(), this.feed.rows.services()), { equal: sameFields });
  readonly figures = computed(() => hallFigures(this.feed.rows.figures()));
  readonly quarters = computed(
    () => untilClosing(quartersOf(this.feed.rows.figures()), this.hall()?.closesAt ?? null, this.timezone()),
    { equal: sameList },
  );
  readonly boards = computed(() => boardTotals(this.queues(), this.quarters()));

  readonly sources = computed(() => sourcesOf(this.feed.rows.sources(), this.now()), { equal: sameList });
  readonly silenceSeconds = computed(() => hallSilence(this.sources(), this.hall()?.state === 'open'));
  /** No feed of the open hall speaks: nothing can be said of how it stands now. */
  readonly silent = computed(() => this.silenceSeconds() !== null);
  readonly delaySeconds = computed(() => hallDelay(this.sources(), this.hall()?.state === 'open'));
  readonly missing = computed(() => missingSources(this.sources(), { counters: this.feed.rows.counters(), services: this.feed.rows.services() }), { equal: sameFields });
  private readonly staleQueueIds = computed(() => staleQueues(this.sources(), this.feed.rows.services()), { equal: (a, b) => sameValues([...a], [...b]) });
  private readonly staleIds = computed(() => this.staleNow(), { equal: (a, b) => sameValues([...a], [...b]) });

  private readonly places = computed(() => placesOf(this.feed.rows.counters()));
  /** What to look at, worst first; the last of them are those just resolved. */
  readonly alerts = computed(() => this.alertsNow(), { equal: sameList });
  readonly flood = computed(() => isFlood(this.alerts(), this.now()));
  readonly alertGroups = computed(() => groupsOf(this.alerts(), this.now()), { equal: sameList });
  readonly waitBars = computed(() => this.barsNow(), { equal: (a, b) => a.of === b.of && sameList(a.bars, b.bars) });

  readonly zones = computed(() => zonesOf(this.feed.rows.counters()), { equal: sameZones });

  /** What the tile of a counter says: a signal that changes only when the tile must be painted again. */
  tile(id: Signal<string>): Signal<CounterTile> {
    return computed(
      () => counterTile(id(), this.feed.rows.counters()[id()], { now: this.now(), queues: this.queueById(), staleIds: this.staleIds() }),
      { equal: sameFields },
    );
  }

  zone(zone: Signal<Zone>): Signal<ZoneSummary> {
    return computed(() => zoneSummary(zone(), this.feed.rows.counters(), this.queueById()), { equal: sameFields });
  }

  private alertsNow(): Alert[] {
    return alertsOf(this.feed.rows.alerts(), {
      now: this.now(),
      rows: { services: this.feed.rows.services(), counters: this.feed.rows.counters() },
      places: this.places(),
      staleCounters: this.staleIds(),
      staleQueues: this.staleQueueIds(),
      lost: { from: null, to: null },
    });
  }

  private barsNow(): ReturnType<typeof waitBars> {
    const { services, counters, figures } = this.feed.rows;
    return waitBars({ services: services(), counters: counters(), figures: figures() }, this.staleQueueIds());
  }

  private staleNow(): ReadonlySet<string> {
    return this.silent() ? new Set(Object.keys(this.feed.rows.counters())) : staleCounters(this.sources(), this.feed.rows.counters());
  }
}

function sameZones(a: readonly Zone[], b: readonly Zone[]): boolean {
  return a.length === b.length && a.every((zone, i) => zone.name === b[i]?.name && sameValues(zone.ids, b[i]?.ids ?? []));
}

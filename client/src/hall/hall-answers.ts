import { computed, inject, Injectable, linkedSignal, untracked, type Signal } from '@angular/core';
import { HallFeed } from '../feed/hall-feed';
import { counterAlerts, invertedCounters, serviceAlerts } from './counter-alerts';
import { counterTile, type Around, type CounterTile } from './counters';
import { quartersOf, untilClosing } from './curve';
import { limitsOf, isObserved, longestWait, queuesOf } from './queues';
import { sameFields, sameList, sameValues } from './same';
import { hallSilence, sourcesOf, staleCounters } from './sources';
import { boardTotals, hallFigures, totalsOf } from './totals';
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
  readonly queues = computed(
    () => queuesOf(this.feed.rows.services(), this.now(), { standings: this.serviceStandings(), deadSources: this.deadSources() }),
    { equal: sameList },
  );
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
  private readonly staleIds = computed(() => this.staleNow(), { equal: (a, b) => sameValues([...a], [...b]) });

  private readonly deadSources = computed(() => this.deadNow(), { equal: (a, b) => sameValues([...a], [...b]) });
  private readonly serviceStandings = computed(() => serviceAlerts(this.feed.rows.alerts()));
  private readonly standings = computed(() => counterAlerts(this.feed.rows.alerts(), this.feed.rows.counters()));
  /** The hall's instant from which on this screen has missed nothing. */
  private readonly watchedSince = linkedSignal({
    source: () => this.feed.freshness() === 'live',
    computation: (live) => (live ? untracked(this.now) : null),
  });
  private readonly inverted = computed(() => this.invertedNow(), { equal: (a, b) => sameValues([...a], [...b]) });
  private readonly around = computed<Around>(() => (
    { queues: this.queueById(), standings: this.standings(), staleIds: this.staleIds(), inverted: this.inverted() }));

  readonly zones = computed(() => zonesOf(this.feed.rows.counters()), { equal: sameZones });

  /** What the tile of a counter says: a signal that changes only when the tile must be painted again. */
  tile(id: Signal<string>): Signal<CounterTile> {
    return computed(
      () => counterTile(id(), this.feed.rows.counters()[id()], this.around()),
      { equal: sameFields },
    );
  }

  zone(zone: Signal<Zone>): Signal<ZoneSummary> {
    return computed(() => zoneSummary(zone(), { counters: this.feed.rows.counters(), figures: this.feed.rows.figures() }, this.around()), { equal: sameFields });
  }

  /** A closed hall is quiet by right. */
  private deadNow(): ReadonlySet<string> {
    const dead = this.sources().filter((source) => source.state !== 'live' && this.hall()?.state === 'open');
    return new Set(dead.map((source) => source.id));
  }

  private invertedNow(): ReadonlySet<string> {
    const [now, since, speed] = [this.now(), this.watchedSince(), this.hall()?.speed ?? 1];
    return now === null || since === null ? new Set() : invertedCounters(this.standings(), { now, speed, since });
  }

  private staleNow(): ReadonlySet<string> {
    return this.silent() ? new Set(Object.keys(this.feed.rows.counters())) : staleCounters(this.sources());
  }
}

function sameZones(a: readonly Zone[], b: readonly Zone[]): boolean {
  return a.length === b.length && a.every((zone, i) => zone.name === b[i]?.name && sameValues(zone.ids, b[i]?.ids ?? []));
}

import { computed, inject, Injectable, linkedSignal, untracked, type Signal } from '@angular/core';
import { HallFeed } from '../feed/hall-feed';
import { alertsOf, newestOf, placesOf, type AlertsAround } from './alerts';
import { standingBreaches } from './breaches';
import { counterAlerts, invertedCounters, serviceAlerts } from './counter-alerts';
import { counterTile, type Around, type CounterTile } from './counters';
import { quartersOf, untilClosing } from './curve';
import { groupsOf, isFlood } from './flood';
import { localText, timeNear } from './local-time';
import { shutOf } from './opening';
import { limitsOf, isObserved, longestWait, queuesOf } from './queues';
import { sameFields, sameList, sameValues } from './same';
import { deadSources, hallDelay, hallSilence, missingSources, sourcesOf, staleCounters, type Missing } from './sources';
import { openByQuarter, stripOf } from './strip';
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
  private readonly stripRow = computed(() => this.feed.rows.figures()['strip']);
  readonly strip = computed(() => stripOf(this.stripRow(), this.zones()));
  readonly openByQuarter = computed(() => openByQuarter(this.strip()));
  readonly breaches = computed(() => standingBreaches(this.feed.rows.alerts()), { equal: sameValues });
  readonly shut = computed(() => shutOf(this.hall(), this.totals(), this.now()));
  readonly boards = computed(() => boardTotals(this.queues(), this.quarters()));

  readonly sources = computed(() => sourcesOf(this.feed.rows.sources(), this.now()), { equal: sameList });
  /** A closed hall is quiet by right: none of its sources owes a word. */
  private readonly owing = computed(() => (this.hall()?.state === 'open' ? this.sources() : []));
  private readonly deadSources = computed(() => deadSources(this.owing()), { equal: (a, b) => sameValues([...a], [...b]) });
  readonly silenceSeconds = computed(() => hallSilence(this.owing()));
  /** No feed of the open hall speaks: nothing can be said of how it stands now. */
  readonly silent = computed(() => this.silenceSeconds() !== null);
  readonly delaySeconds = computed(() => hallDelay(this.owing()));
  readonly missing = computed(() => this.missingNow(), { equal: sameFields });
  private readonly staleIds = computed(() => this.staleNow(), { equal: (a, b) => sameValues([...a], [...b]) });

  /** The time of day, with its date where that is not the hall's day. */
  timeNear(at: number): string {
    return timeNear(at, { day: this.hall()?.day ?? '', timezone: this.timezone() });
  }

  /** The last date on which what is due then is in time: midnight ends the day before. */
  lastDateOf(dueAt: number): string {
    return localText(dueAt - 1, this.timezone()).slice(0, 10);
  }

  private readonly places = computed(() => placesOf(this.feed.rows.counters()));
  /** What an alert is told with. */
  readonly alertsAround = computed<AlertsAround>(() => ({
    now: this.now(),
    counters: this.feed.rows.counters(),
    queues: this.queueById(),
    places: this.places(),
    staleIds: this.staleIds(),
    lost: this.feed.lostBetween(),
  }));
  /** What to look at, worst first; the last of them are those just resolved. */
  readonly alerts = computed(() => alertsOf(this.feed.rows.alerts(), this.alertsAround()), { equal: sameList });
  readonly newestAlert = computed(() => newestOf(this.alerts()));
  readonly flood = computed(() => isFlood(this.alerts(), this.now()));
  readonly alertGroups = computed(() => groupsOf(this.alerts(), this.now()), { equal: sameList });
  readonly waitBars = computed(() => waitBars({ counters: this.feed.rows.counters(), figures: this.feed.rows.figures(), queues: this.queueById() }), {
    equal: (a, b) => a.of === b.of && sameList(a.bars, b.bars),
  });
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

  private invertedNow(): ReadonlySet<string> {
    const [now, since, speed] = [this.now(), this.watchedSince(), this.hall()?.speed ?? 1];
    return now === null || since === null ? new Set() : invertedCounters(this.standings(), { now, speed, since });
  }

  /** Where nobody speaks at all, nothing is known whoever was to tell it. */
  private missingNow(): Missing {
    const feeds = this.owing().filter((source) => source.kind === 'feed').length;
    if (this.silent()) return { counters: feeds, queues: feeds };
    return missingSources(this.owing(), { counters: this.feed.rows.counters(), services: this.feed.rows.services() });
  }

  private staleNow(): ReadonlySet<string> {
    return this.silent() ? new Set(Object.keys(this.feed.rows.counters())) : staleCounters(this.owing(), this.feed.rows.counters());
  }
}

function sameZones(a: readonly Zone[], b: readonly Zone[]): boolean {
  return a.length === b.length && a.every((zone, i) => zone.name === b[i]?.name && sameValues(zone.ids, b[i]?.ids ?? []));
}

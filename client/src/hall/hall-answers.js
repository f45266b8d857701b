var __esDecorate = (this && this.__esDecorate) || function (ctor, descriptorIn, decorators, contextIn, initializers, extraInitializers) {
    function accept(f) { if (f !== void 0 && typeof f !== "function") throw new TypeError("Function expected"); return f; }
    var kind = contextIn.kind, key = kind === "getter" ? "get" : kind === "setter" ? "set" : "value";
    var target = !descriptorIn && ctor ? contextIn["static"] ? ctor : ctor.prototype : null;
    var descriptor = descriptorIn || (target ? Object.getOwnPropertyDescriptor(target, contextIn.name) : {});
    var _, done = false;
    for (var i = decorators.length - 1; i >= 0; i--) {
        var context = {};
        for (var p in contextIn) context[p] = p === "access" ? {} : contextIn[p];
        for (var p in contextIn.access) context.access[p] = contextIn.access[p];
        context.addInitializer = function (f) { if (done) throw new TypeError("Cannot add initializers after decoration has completed"); extraInitializers.push(accept(f || null)); };
        var result = (0, decorators[i])(kind === "accessor" ? { get: descriptor.get, set: descriptor.set } : descriptor[key], context);
        if (kind === "accessor") {
            if (result === void 0) continue;
            if (result === null || typeof result !== "object") throw new TypeError("Object expected");
            if (_ = accept(result.get)) descriptor.get = _;
            if (_ = accept(result.set)) descriptor.set = _;
            if (_ = accept(result.init)) initializers.unshift(_);
        }
        else if (_ = accept(result)) {
            if (kind === "field") initializers.unshift(_);
            else descriptor[key] = _;
        }
    }
    if (target) Object.defineProperty(target, contextIn.name, descriptor);
    done = true;
};
var __runInitializers = (this && this.__runInitializers) || function (thisArg, initializers, value) {
    var useValue = arguments.length > 2;
    for (var i = 0; i < initializers.length; i++) {
        value = useValue ? initializers[i].call(thisArg, value) : initializers[i].call(thisArg);
    }
    return useValue ? value : void 0;
};
import { computed, inject, Injectable, linkedSignal, untracked } from '@angular/core';
import { HallFeed } from '../feed/hall-feed';
import { alertsOf, placesOf } from './alerts';
import { standingBreaches } from './breaches';
import { counterAlerts, invertedCounters, serviceAlerts } from './counter-alerts';
import { counterTile } from './counters';
import { quartersOf, untilClosing } from './curve';
import { groupsOf, isFlood } from './flood';
import { shutOf } from './opening';
import { limitsOf, isObserved, longestWait, queuesOf } from './queues';
import { sameFields, sameList, sameValues } from './same';
import { deadSources, hallDelay, hallSilence, missingSources, sourcesOf, staleCounters } from './sources';
import { openByQuarter, stripOf } from './strip';
import { boardTotals, hallFigures, totalsOf } from './totals';
import { waitBars } from './zone-bars';
import { zonesOf, zoneSummary } from './zones';
/**
 * The computed answers of one hall over its feed's rows and clock: plain functions of this folder, each wrapped so that it
 * passes a change on only when its own words or numbers differ. Screens read these and nothing else of the hall.
 */
let HallAnswers = (() => {
    let _classDecorators = [Injectable()];
    let _classDescriptor;
    let _classExtraInitializers = [];
    let _classThis;
    var HallAnswers = class {
        static { _classThis = this; }
        static {
            const _metadata = typeof Symbol === "function" && Symbol.metadata ? Object.create(null) : void 0;
            __esDecorate(null, _classDescriptor = { value: _classThis }, _classDecorators, { kind: "class", name: _classThis.name, metadata: _metadata }, null, _classExtraInitializers);
            HallAnswers = _classThis = _classDescriptor.value;
            if (_metadata) Object.defineProperty(_classThis, Symbol.metadata, { enumerable: true, configurable: true, writable: true, value: _metadata });
            __runInitializers(_classThis, _classExtraInitializers);
        }
        feed = inject(HallFeed);
        now = this.feed.now;
        hall = computed(() => Object.values(this.feed.rows.hall())[0] ?? null);
        timezone = computed(() => this.hall()?.timezone ?? 'UTC');
        /** The queues with their waits; they change every second while anyone waits. */
        queues = computed(() => queuesOf(this.feed.rows.services(), this.now(), { standings: this.serviceStandings(), deadSources: this.deadSources() }), { equal: sameList });
        queueById = computed(() => new Map(this.queues().map((queue) => [queue.id, queue])));
        longest = computed(() => longestWait(this.queues()));
        observed = computed(() => isObserved(this.feed.rows.services(), this.feed.rows.counters()));
        limits = computed(() => limitsOf(this.feed.rows.services()), { equal: sameValues });
        totals = computed(() => totalsOf(this.feed.rows.counters(), this.feed.rows.services()), { equal: sameFields });
        figures = computed(() => hallFigures(this.feed.rows.figures()));
        quarters = computed(() => untilClosing(quartersOf(this.feed.rows.figures()), this.hall()?.closesAt ?? null, this.timezone()), { equal: sameList });
        stripRow = computed(() => this.feed.rows.figures()['strip']);
        strip = computed(() => stripOf(this.stripRow(), this.zones()));
        openByQuarter = computed(() => openByQuarter(this.strip()));
        breaches = computed(() => standingBreaches(this.feed.rows.alerts()), { equal: sameValues });
        shut = computed(() => shutOf(this.hall(), this.totals(), this.now()));
        boards = computed(() => boardTotals(this.queues(), this.quarters()));
        sources = computed(() => sourcesOf(this.feed.rows.sources(), this.now()), { equal: sameList });
        /** A closed hall is quiet by right: none of its sources owes a word. */
        owing = computed(() => (this.hall()?.state === 'open' ? this.sources() : []));
        deadSources = computed(() => deadSources(this.owing()), { equal: (a, b) => sameValues([...a], [...b]) });
        silenceSeconds = computed(() => hallSilence(this.owing()));
        /** No feed of the open hall speaks: nothing can be said of how it stands now. */
        silent = computed(() => this.silenceSeconds() !== null);
        delaySeconds = computed(() => hallDelay(this.owing()));
        missing = computed(() => this.missingNow(), { equal: sameFields });
        staleIds = computed(() => this.staleNow(), { equal: (a, b) => sameValues([...a], [...b]) });
        places = computed(() => placesOf(this.feed.rows.counters()));
        /** What to look at, worst first; the last of them are those just resolved. */
        alerts = computed(() => this.alertsNow(), { equal: sameList });
        flood = computed(() => isFlood(this.alerts(), this.now()));
        alertGroups = computed(() => groupsOf(this.alerts(), this.now()), { equal: sameList });
        waitBars = computed(() => waitBars({ counters: this.feed.rows.counters(), figures: this.feed.rows.figures(), queues: this.queueById() }), {
            equal: (a, b) => a.of === b.of && sameList(a.bars, b.bars),
        });
        serviceStandings = computed(() => serviceAlerts(this.feed.rows.alerts()));
        standings = computed(() => counterAlerts(this.feed.rows.alerts(), this.feed.rows.counters()));
        /** The hall's instant from which on this screen has missed nothing. */
        watchedSince = linkedSignal({
            source: () => this.feed.freshness() === 'live',
            computation: (live) => (live ? untracked(this.now) : null),
        });
        inverted = computed(() => this.invertedNow(), { equal: (a, b) => sameValues([...a], [...b]) });
        around = computed(() => ({ queues: this.queueById(), standings: this.standings(), staleIds: this.staleIds(), inverted: this.inverted() }));
        zones = computed(() => zonesOf(this.feed.rows.counters()), { equal: sameZones });
        /** What the tile of a counter says: a signal that changes only when the tile must be painted again. */
        tile(id) {
            return computed(() => counterTile(id(), this.feed.rows.counters()[id()], this.around()), { equal: sameFields });
        }
        zone(zone) {
            return computed(() => zoneSummary(zone(), { counters: this.feed.rows.counters(), figures: this.feed.rows.figures() }, this.around()), { equal: sameFields });
        }
        invertedNow() {
            const [now, since, speed] = [this.now(), this.watchedSince(), this.hall()?.speed ?? 1];
            return now === null || since === null ? new Set() : invertedCounters(this.standings(), { now, speed, since });
        }
        alertsNow() {
            return alertsOf(this.feed.rows.alerts(), {
                now: this.now(),
                counters: this.feed.rows.counters(),
                queues: this.queueById(),
                places: this.places(),
                staleIds: this.staleIds(),
                lost: this.feed.lostBetween(),
            });
        }
        /** Where nobody speaks at all, nothing is known whoever was to tell it. */
        missingNow() {
            const feeds = this.owing().filter((source) => source.kind === 'feed').length;
            if (this.silent())
                return { counters: feeds, queues: feeds };
            return missingSources(this.owing(), { counters: this.feed.rows.counters(), services: this.feed.rows.services() });
        }
        staleNow() {
            return this.silent() ? new Set(Object.keys(this.feed.rows.counters())) : staleCounters(this.owing(), this.feed.rows.counters());
        }
    };
    return HallAnswers = _classThis;
})();
export { HallAnswers };
function sameZones(a, b) {
    return a.length === b.length && a.every((zone, i) => zone.name === b[i]?.name && sameValues(zone.ids, b[i]?.ids ?? []));
}
//# sourceMappingURL=hall-answers.js.map
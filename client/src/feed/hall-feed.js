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
import './no-eval';
import { computed, DestroyRef, inject, Injectable, InjectionToken, signal, untracked } from '@angular/core';
import { interval } from 'rxjs';
import { PROTOCOL } from '../../../shared/messages/messages.js';
import { freshnessOf } from './freshness';
import { Hearing } from './hearing';
import { openLiveSocket } from './live-socket';
import { OpenFeeds } from './open-feeds';
import { RowTables } from './row-tables';
import { ThisScreen } from './this-screen';
export const FEED_GROUND = new InjectionToken('FEED_GROUND', {
    providedIn: 'root',
    factory: () => ({ open: openLiveSocket, ticks: interval(1_000), elapsed: () => performance.now() }),
});
/** Beats that may pass with the rows behind, or a hello unanswered, before the screen asks again: deltas are merged for ≤ 1 s. */
const PATIENCE_BEATS = 3;
/** A refused screen keeps asking: the hall may be made, or the key be given, without anyone touching the wall. */
const ASK_AFTER_REFUSAL_MS = 15_000;
const STATUS_EVERY_MS = 60_000;
/**
 * One hall's feed: its rows as signals, its clock, and how fresh both are. It promises that the rows are exactly the
 * server's rows at `place`, or that it has said hello again; there is no other way back. Screens read it through hall/.
 */
let HallFeed = (() => {
    let _classDecorators = [Injectable()];
    let _classDescriptor;
    let _classExtraInitializers = [];
    let _classThis;
    var HallFeed = class {
        static { _classThis = this; }
        static {
            const _metadata = typeof Symbol === "function" && Symbol.metadata ? Object.create(null) : void 0;
            __esDecorate(null, _classDescriptor = { value: _classThis }, _classDecorators, { kind: "class", name: _classThis.name, metadata: _metadata }, null, _classExtraInitializers);
            HallFeed = _classThis = _classDescriptor.value;
            if (_metadata) Object.defineProperty(_classThis, Symbol.metadata, { enumerable: true, configurable: true, writable: true, value: _metadata });
            __runInitializers(_classThis, _classExtraInitializers);
        }
        ground = inject(FEED_GROUND);
        screen = inject(ThisScreen);
        tables = new RowTables();
        hearing = new Hearing();
        line = null;
        place = null;
        asked = false;
        beatsBehind = 0;
        askedAt = 0;
        statusAt = 0;
        hallId = '';
        held = signal(false);
        refusal = signal(null);
        counts = signal({ hellos: 0, gaps: 0, mismatches: 0 });
        serverBuild = signal(null);
        rows = this.tables.signals;
        now = this.hearing.clock.now;
        refused = this.refusal.asReadonly();
        /** How often the screen had to ask, found a gap, or found its rows to differ from the server's. */
        tally = this.counts.asReadonly();
        /** The hall's instant at which the server last spoke: the screen knows everything up to then. */
        lastDataAt = this.hearing.lastDataAt;
        /** The build of the server's newest pages, as its last snapshot named it. */
        build = this.serverBuild.asReadonly();
        lostBetween = this.hearing.lostBetween;
        silenceMs = this.hearing.silenceMs;
        freshness = computed(() => freshnessOf({ refused: this.refusal() !== null, held: this.held(), silenceMs: this.silenceMs() }));
        constructor() {
            const ticking = this.ground.ticks.subscribe(() => this.tick());
            const openFeeds = inject(OpenFeeds);
            openFeeds.add(this);
            inject(DestroyRef).onDestroy(() => {
                ticking.unsubscribe();
                openFeeds.remove(this);
                this.leave();
            });
        }
        /** Turns to a hall, dropping whatever was held of another. */
        watch(hallId, key) {
            untracked(() => {
                this.leave();
                this.hallId = hallId;
                const link = this.ground.open(key);
                this.line = { link, messages: link.messages.subscribe((message) => this.take(message)) };
            });
        }
        leave() {
            this.line?.messages.unsubscribe();
            this.line?.link.close();
            this.line = null;
            this.place = null;
            this.held.set(false);
            this.refusal.set(null);
            this.hearing.restart(this.ground.elapsed());
        }
        take(message) {
            switch (message.kind) {
                case 'opened':
                    return this.hello();
                case 'shut':
                    return;
                case 'refused':
                    return this.takeRefusal(message.body);
                case 'snapshot':
                    return this.takeSnapshot(message.body);
                case 'delta':
                    return this.takeDelta(message.body);
                case 'beat':
                    return this.takeBeat(message.body);
                case 'reload':
                    return message.body.screenId === this.screen.id ? this.screen.reload() : undefined;
            }
        }
        takeRefusal(refused) {
            if (refused.code === 'slow')
                return; // the server cuts the line; opening it again brings the rows
            this.refusal.set(refused);
            this.held.set(false);
            this.place = null;
        }
        takeSnapshot({ epoch, seq, at, build, rows }) {
            this.tables.replace(rows);
            this.serverBuild.set(build);
            this.settle(epoch, seq);
            this.refusal.set(null);
            this.held.set(true);
            this.hear(at);
        }
        takeDelta({ epoch, prev, seq, at, put, remove }) {
            if (!this.place || epoch !== this.place.epoch || prev !== this.place.seq) {
                if (this.asked)
                    return; // the answer is on its way
                this.count('gaps');
                return this.hello();
            }
            this.tables.apply({ put, remove });
            this.settle(epoch, seq);
            this.hear(at);
        }
        takeBeat({ epoch, seq, now, hash }) {
            this.hear(now);
            const ahead = epoch === this.place?.epoch ? seq - this.place.seq : NaN;
            if (ahead !== 0) {
                const asks = this.asked || ahead > 0 ? ++this.beatsBehind >= PATIENCE_BEATS : true;
                if (asks)
                    this.hello();
                return;
            }
            this.answered(); // nothing was missed: the beat itself is the answer
            if (hash === undefined || hash === this.tables.hash())
                return;
            this.count('mismatches');
            this.place = null;
            this.hello();
        }
        settle(epoch, seq) {
            this.place = { epoch, seq };
            this.answered();
            const hall = this.rows.hall()[this.hallId];
            if (hall)
                this.hearing.clock.setSpeed(hall.speed);
        }
        answered() {
            this.beatsBehind = 0;
            if (this.asked)
                this.sendStatus();
            this.asked = false;
        }
        sendStatus() {
            this.statusAt = this.ground.elapsed();
            this.line?.link.status(this.screen.status());
        }
        hello() {
            this.asked = true;
            this.askedAt = this.ground.elapsed();
            this.beatsBehind = 0;
            this.count('hellos');
            this.line?.link.hello({ protocol: PROTOCOL, hallId: this.hallId, ...this.place });
        }
        hear(at) {
            this.hearing.hear(this.ground.elapsed(), at);
        }
        tick() {
            const elapsed = this.ground.elapsed();
            this.hearing.tick(elapsed);
            if (this.freshness() === 'live' && elapsed - this.statusAt >= STATUS_EVERY_MS)
                this.sendStatus();
            if (this.refusal() && elapsed - this.askedAt >= ASK_AFTER_REFUSAL_MS)
                this.hello();
        }
        count(what) {
            this.counts.update((counts) => ({ ...counts, [what]: counts[what] + 1 }));
        }
    };
    return HallFeed = _classThis;
})();
export { HallFeed };
//# sourceMappingURL=hall-feed.js.map
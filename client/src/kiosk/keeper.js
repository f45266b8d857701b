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
/**
 * Keeps a page that nobody attends: it loads itself anew when that is due, and only when something will then answer. It
 * looks at the feeds that are open, whichever screen opened them; main.ts starts it.
 */
import { computed, effect, inject, Injectable } from '@angular/core';
import { SwUpdate } from '@angular/service-worker';
import { exhaustMap, filter } from 'rxjs';
import { ask } from '../feed/ask';
import { FEED_GROUND } from '../feed/hall-feed';
import { OpenFeeds } from '../feed/open-feeds';
import { ThisScreen } from '../feed/this-screen';
import { reloadDue } from './reload';
const LOOK_EVERY_TICKS = 15;
const RELOADED_FOR = 'hallboard.reloadedFor';
let Keeper = (() => {
    let _classDecorators = [Injectable({ providedIn: 'root' })];
    let _classDescriptor;
    let _classExtraInitializers = [];
    let _classThis;
    var Keeper = class {
        static { _classThis = this; }
        static {
            const _metadata = typeof Symbol === "function" && Symbol.metadata ? Object.create(null) : void 0;
            __esDecorate(null, _classDescriptor = { value: _classThis }, _classDecorators, { kind: "class", name: _classThis.name, metadata: _metadata }, null, _classExtraInitializers);
            Keeper = _classThis = _classDescriptor.value;
            if (_metadata) Object.defineProperty(_classThis, Symbol.metadata, { enumerable: true, configurable: true, writable: true, value: _metadata });
            __runInitializers(_classThis, _classExtraInitializers);
        }
        ground = inject(FEED_GROUND);
        screen = inject(ThisScreen);
        feeds = inject(OpenFeeds).all;
        worker = inject(SwUpdate, { optional: true });
        alertsAt = 0;
        halls = computed(() => this.feeds().flatMap((feed) => Object.values(feed.rows.hall())));
        alerts = computed(() => this.feeds().flatMap((feed) => Object.values(feed.rows.alerts())));
        breached = computed(() => this.alerts().some((alert) => alert.severity === 'breach' && alert.resolvedAt === null));
        /** The server's build, where it is not the page's own. */
        newBuild = computed(() => this.feeds().map((feed) => feed.build()).find((build) => build && build !== this.screen.build));
        constructor() {
            effect(() => {
                this.alerts();
                this.alertsAt = this.ground.elapsed();
            });
            this.ground.ticks
                .pipe(filter((_, tick) => tick % LOOK_EVERY_TICKS === 0 && this.isUnattended()), exhaustMap(() => this.look()))
                .subscribe();
            this.worker?.unrecoverable.subscribe(() => this.screen.reload()); // its store of the pages is damaged and is made anew
        }
        /** A desk or a form may hold a half-written word; a wall never does. */
        isUnattended() {
            return this.feeds().length > 0 && ['wall', 'city'].includes(this.screen.page());
        }
        async look() {
            const cause = reloadDue(this.life());
            if (cause && (await this.willAnswer()))
                await this.renew(cause);
        }
        life() {
            return {
                upMs: this.screen.upMs(),
                heapBytes: this.screen.heapBytes(),
                silenceMs: Math.min(...this.feeds().map((feed) => feed.silenceMs())),
                closed: this.halls().length > 0 && this.halls().every((hall) => hall.state === 'closed'),
                quietMs: this.breached() ? 0 : this.ground.elapsed() - this.alertsAt,
                outdated: this.newBuild() !== undefined && this.newBuild() !== sessionStorage.getItem(RELOADED_FOR),
            };
        }
        /** The worker answers for a dead server; without one (plain http) the browser's own error page would stay for good. */
        async willAnswer() {
            return Boolean(navigator.serviceWorker?.controller) || (await ask('GET', '/healthz')).kind === 'ok';
        }
        async renew(cause) {
            if (cause === 'build') {
                sessionStorage.setItem(RELOADED_FOR, this.newBuild() ?? '');
                await this.worker?.checkForUpdate().catch(() => false); // no worker in use: the reload alone brings the new pages
            }
            this.screen.reload();
        }
    };
    return Keeper = _classThis;
})();
export { Keeper };
//# sourceMappingURL=keeper.js.map
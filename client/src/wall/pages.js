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
import { computed, inject, Injectable, linkedSignal, signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { map } from 'rxjs';
import { FEED_GROUND, HallFeed } from '../feed/hall-feed';
import { timeOfDay } from '../hall/format';
import { HallAnswers } from '../hall/hall-answers';
import { sameFields } from '../hall/same';
import { t } from '../ui/lang';
import { driftAt, roamAt } from './drift';
import { isNight, nightIn } from './night';
import { nextTurn, readingMs } from './rotation';
const PHONE = '(max-width: 640px)';
/**
 * Which page the wall shows and where the picture stands: what follows from time passing in front of the panel and not from
 * the hall's clock, which a replayed day runs at a speed of its own.
 */
let WallPages = (() => {
    let _classDecorators = [Injectable()];
    let _classDescriptor;
    let _classExtraInitializers = [];
    let _classThis;
    var WallPages = class {
        static { _classThis = this; }
        static {
            const _metadata = typeof Symbol === "function" && Symbol.metadata ? Object.create(null) : void 0;
            __esDecorate(null, _classDescriptor = { value: _classThis }, _classDecorators, { kind: "class", name: _classThis.name, metadata: _metadata }, null, _classExtraInitializers);
            WallPages = _classThis = _classDescriptor.value;
            if (_metadata) Object.defineProperty(_classThis, Symbol.metadata, { enumerable: true, configurable: true, writable: true, value: _metadata });
            __runInitializers(_classThis, _classExtraInitializers);
        }
        ground = inject(FEED_GROUND);
        feed = inject(HallFeed);
        answers = inject(HallAnswers);
        elapsedMs = toSignal(this.ground.ticks.pipe(map(() => this.ground.elapsed())), { initialValue: this.ground.elapsed() });
        phone = matches(PHONE);
        night = nightIn(location.search);
        pinned = pageIn(location.search);
        /** All that is to be read on the second page; it says so itself. */
        reading = signal('');
        moment = computed(() => ({
            elapsedMs: this.elapsedMs(),
            breaches: this.answers.breaches(),
            live: this.feed.freshness() === 'live' && this.answers.hall()?.state === 'open',
            readMs: readingMs(this.reading()),
        }));
        turn = linkedSignal({ source: this.moment, computation: (moment, previous) => nextTurn(previous?.value, moment) });
        /** A hall of boards has no second page, and a phone scrolls instead. */
        pages = computed(() => (this.answers.observed() || this.phone() ? 1 : 2));
        page = computed(() => (this.pages() === 1 ? 1 : (this.pinned ?? this.turn().page)));
        pageWords = computed(() => t().pageOf(this.page(), this.pages()));
        drift = computed(() => driftAt(this.elapsedMs()), { equal: sameFields });
        roam = computed(() => roamAt(this.elapsedMs()), { equal: sameFields });
        dimmed = computed(() => this.night !== null && isNight(this.night, timeOfDay(this.answers.now(), this.answers.timezone())));
        /** Whether what stands on this page is seen, so that hidden charts are not painted. */
        shows(page) {
            return this.phone() || this.page() === page;
        }
    };
    return WallPages = _classThis;
})();
export { WallPages };
/** `?page=2` pins a page. */
function pageIn(search) {
    const page = Number(new URLSearchParams(search).get('page'));
    return page === 1 || page === 2 ? page : null;
}
function matches(query) {
    const list = matchMedia(query);
    const now = signal(list.matches);
    list.addEventListener('change', () => now.set(list.matches));
    return now.asReadonly();
}
//# sourceMappingURL=pages.js.map
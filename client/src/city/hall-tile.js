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
import { Component, computed, effect, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { hallStates } from '../../../shared/glossary/states.js';
import { HallFeed } from '../feed/hall-feed';
import { keptKey } from '../feed/keys';
import { stopwatch, timeWithSeconds, UNKNOWN } from '../hall/format';
import { HallAnswers } from '../hall/hall-answers';
import { sameList } from '../hall/same';
import { Glyph } from '../ui/glyph';
import { label, t } from '../ui/lang';
import { hallCells, worstOpen } from './hall-cells';
/** One hall on the city page, on a feed of its own: what it shows is as fresh as it says. It leads to the hall's wall. */
let HallTile = (() => {
    let _classDecorators = [Component({
            selector: 'hb-hall-tile',
            imports: [Glyph, RouterLink],
            providers: [HallFeed, HallAnswers],
            host: { '[class]': 'look()' },
            templateUrl: './hall-tile.html',
            styleUrl: './hall-tile.css',
        })];
    let _classDescriptor;
    let _classExtraInitializers = [];
    let _classThis;
    var HallTile = class {
        static { _classThis = this; }
        static {
            const _metadata = typeof Symbol === "function" && Symbol.metadata ? Object.create(null) : void 0;
            __esDecorate(null, _classDescriptor = { value: _classThis }, _classDecorators, { kind: "class", name: _classThis.name, metadata: _metadata }, null, _classExtraInitializers);
            HallTile = _classThis = _classDescriptor.value;
            if (_metadata) Object.defineProperty(_classThis, Symbol.metadata, { enumerable: true, configurable: true, writable: true, value: _metadata });
            __runInitializers(_classThis, _classExtraInitializers);
        }
        entry = input.required();
        feed = inject(HallFeed);
        answers = inject(HallAnswers);
        t = t;
        name = computed(() => this.answers.hall()?.name ?? this.entry().name);
        live = computed(() => ['live', 'reconnecting'].includes(this.feed.freshness()));
        severity = computed(() => (this.live() ? worstOpen(this.answers.alerts()) : 'none'));
        glyph = computed(() => {
            if (this.live() && this.answers.silent())
                return 'stale';
            const severity = this.severity();
            return severity === 'none' ? null : severity;
        });
        look = computed(() => {
            const closed = this.answers.hall()?.state === 'closed' ? 'closed' : '';
            const severity = this.severity() === 'none' ? '' : this.severity();
            return [this.live() ? '' : 'lost', this.answers.silent() ? 'stale' : '', closed, severity].filter(Boolean).join(' ');
        });
        /** Nothing that cannot be known is shown as if it were: a hall without a feed has no figures. */
        cells = computed(() => {
            const { totals, longest, figures, alerts, missing, boards, observed } = this.answers;
            const cells = hallCells({ totals: totals(), longest: longest(), figures: figures(), alerts: alerts(), missing: missing(), boards: observed() ? boards() : null }, t());
            return this.live() ? cells : cells.map((cell) => ({ ...cell, value: UNKNOWN, target: '', severity: 'none' }));
        }, { equal: sameList });
        /** Read from afar, and from nearby. */
        groups = computed(() => [this.cells().slice(0, 2), this.cells().slice(2)]);
        state = computed(() => {
            const state = this.answers.hall()?.state;
            return state ? label(hallStates[state]) : '';
        });
        fresh = computed(() => {
            switch (this.feed.freshness()) {
                case 'refused':
                    return t().cityRefused;
                case 'connecting':
                    return t().connecting;
                case 'reconnecting':
                    return t().reconnecting;
                case 'lost':
                    return `${t().lost} ${stopwatch(this.feed.silenceMs())}`;
                case 'live': {
                    const silence = this.answers.silenceSeconds();
                    return silence === null ? timeWithSeconds(this.feed.lastDataAt(), this.answers.timezone()) : t().dataSilent(silence);
                }
            }
        });
        /** Freshness is said in amber only when something is the matter with it. */
        ill = computed(() => !['live', 'connecting'].includes(this.feed.freshness()) || this.answers.silent());
        constructor() {
            effect(() => this.feed.watch(this.entry().id, keptKey(this.entry().id)));
        }
    };
    return HallTile = _classThis;
})();
export { HallTile };
//# sourceMappingURL=hall-tile.js.map
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
import { Component, computed, inject, input } from '@angular/core';
import { counterStates } from '../../../shared/glossary/states.js';
import { HallAnswers } from '../hall/hall-answers';
import { sameList } from '../hall/same';
import { Glyph } from '../ui/glyph';
import { label, t } from '../ui/lang';
import { isMinutes, looksOf, marksOf } from './tile-marks';
/**
 * One counter in its place. Fill tells how bad its alerts stand, border its state, hatching that its data are old, the figure
 * the longest wait of its queues; it paints again only when one of its own words or figures has changed.
 */
let CounterTile = (() => {
    let _classDecorators = [Component({
            selector: 'hb-counter-tile',
            imports: [Glyph],
            host: { '[class]': 'look()', '[attr.title]': 'tile().name' },
            templateUrl: './counter-tile.html',
            styleUrls: ['./tile.css', './counter-tile.css'],
        })];
    let _classDescriptor;
    let _classExtraInitializers = [];
    let _classThis;
    var CounterTile = class {
        static { _classThis = this; }
        static {
            const _metadata = typeof Symbol === "function" && Symbol.metadata ? Object.create(null) : void 0;
            __esDecorate(null, _classDescriptor = { value: _classThis }, _classDecorators, { kind: "class", name: _classThis.name, metadata: _metadata }, null, _classExtraInitializers);
            CounterTile = _classThis = _classDescriptor.value;
            if (_metadata) Object.defineProperty(_classThis, Symbol.metadata, { enumerable: true, configurable: true, writable: true, value: _metadata });
            __runInitializers(_classThis, _classExtraInitializers);
        }
        counterId = input.required();
        tier = input.required();
        /** What stands for the id where there is no room for all of it. */
        short = input.required();
        /** A middle tile has room for a last line. */
        foot = input(false);
        t = t;
        tile = inject(HallAnswers).tile(this.counterId);
        look = computed(() => {
            const { state, stale, inverted } = this.tile();
            return ['tile', this.tier(), stale ? '' : state, ...looksOf(this.tile()), this.foot() ? 'footed' : '', inverted ? 'inverted' : ''].filter(Boolean).join(' ');
        });
        marks = computed(() => marksOf(this.tile()), { equal: sameList });
        stateWord = computed(() => (this.tile().stale ? t().legendStale : label(counterStates[this.tile().state])));
        footWord = computed(() => this.tile().owner || this.tile().ticket || this.stateWord());
        inMinutes = computed(() => isMinutes(this.tile().wait));
        service = computed(() => {
            const { service, moreServices, name } = this.tile();
            if (service === '')
                return name === this.counterId() ? '' : name;
            return moreServices > 0 ? t().serviceAndMore(service, moreServices) : service;
        });
    };
    return CounterTile = _classThis;
})();
export { CounterTile };
//# sourceMappingURL=counter-tile.js.map
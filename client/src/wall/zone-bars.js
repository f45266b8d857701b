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
import { minutes, whole } from '../hall/format';
import { HallAnswers } from '../hall/hall-answers';
import { sameList } from '../hall/same';
import { Glyph } from '../ui/glyph';
import { t } from '../ui/lang';
import { pageOf } from './layout';
/** Where on the bar the limit stands: beyond it there is room to see by how much it is passed. */
const LIMIT_AT = 75;
const TURN_MS = 15_000;
/** Today's P90 wait of each zone against its limit: a ranking without a podium. Beyond its mark a zone never leaves the panel. */
let ZoneBars = (() => {
    let _classDecorators = [Component({
            selector: 'hb-zone-bars',
            imports: [Glyph],
            templateUrl: './zone-bars.html',
            styleUrl: './zone-bars.css',
        })];
    let _classDescriptor;
    let _classExtraInitializers = [];
    let _classThis;
    var ZoneBars = class {
        static { _classThis = this; }
        static {
            const _metadata = typeof Symbol === "function" && Symbol.metadata ? Object.create(null) : void 0;
            __esDecorate(null, _classDescriptor = { value: _classThis }, _classDecorators, { kind: "class", name: _classThis.name, metadata: _metadata }, null, _classExtraInitializers);
            ZoneBars = _classThis = _classDescriptor.value;
            if (_metadata) Object.defineProperty(_classThis, Symbol.metadata, { enumerable: true, configurable: true, writable: true, value: _metadata });
            __runInitializers(_classThis, _classExtraInitializers);
        }
        /** How many there is room for. */
        slots = input.required();
        answers = inject(HallAnswers);
        t = t;
        limitAt = LIMIT_AT;
        turn = computed(() => Math.floor((this.answers.now() ?? 0) / TURN_MS));
        page = computed(() => pageOf(this.answers.waitBars().bars, { slots: this.slots(), turn: this.turn() }, (bar) => bar.beyond));
        lines = computed(() => this.page().items.map(lineOf), { equal: sameList });
        hidden = computed(() => this.answers.waitBars().bars.length - this.page().items.length);
        pageWords = computed(() => t().pageOf(this.page().page, this.page().pages));
        title = computed(() => (this.answers.waitBars().of === 'zones' ? t().zoneWaits : t().queueWaits));
        /** One limit for all is told once, in the head. */
        limit = computed(() => {
            const limits = new Set(this.answers.waitBars().bars.map((bar) => bar.limitMs));
            const [only] = limits;
            return limits.size === 1 && only != null ? t().limitOfAll(minutes(only)) : '';
        });
    };
    return ZoneBars = _classThis;
})();
export { ZoneBars };
function lineOf({ id, name, waiting, p90Ms, limitMs, beyond }) {
    const fill = limitMs === null ? null : Math.min(100, Math.round((LIMIT_AT * (p90Ms ?? 0)) / limitMs));
    return { id, name, waiting: whole(waiting), p90: minutes(p90Ms), fill, beyond };
}
//# sourceMappingURL=zone-bars.js.map
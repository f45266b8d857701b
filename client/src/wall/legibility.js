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
import { computed, Injectable, signal } from '@angular/core';
import { t } from '../ui/lang';
export function panelIn(search) {
    const asked = new URLSearchParams(search);
    const [inch, dist] = [Number(asked.get('inch')), Number(asked.get('dist'))];
    return inch > 0 && dist > 0 && Number.isFinite(inch * dist) ? { inch, dist } : null;
}
const MM_PER_INCH = 25.4;
const PICTURE = { wide: 16, high: 9, lines: 1080, lineRem: 1 / 16 };
const ARC_MINUTE = Math.PI / 180 / 60;
/** Digits are read from 20′ of arc and are 0.73 of the font's size (NUREG-0700, FAA); Han from 24′, 0.9 of it (local). */
const DIGITS = { arcMinutes: 20, em: 0.73 };
const HAN = { arcMinutes: 24, em: 0.9 };
/** The least font that the farthest reader can read, in px of 1080 lines. */
export function leastFontPx({ inch, dist }) {
    const mmPerPx = (inch * MM_PER_INCH * PICTURE.high) / Math.hypot(PICTURE.wide, PICTURE.high) / PICTURE.lines;
    const fontMm = [DIGITS, HAN].map(({ arcMinutes, em }) => (dist * 1000 * Math.tan(arcMinutes * ARC_MINUTE)) / em);
    return Math.round(Math.max(...fontMm) / mmPerPx);
}
/** What the panel asks of the field, and whether the field could give it. */
let Legibility = (() => {
    let _classDecorators = [Injectable({ providedIn: 'root' })];
    let _classDescriptor;
    let _classExtraInitializers = [];
    let _classThis;
    var Legibility = class {
        static { _classThis = this; }
        static {
            const _metadata = typeof Symbol === "function" && Symbol.metadata ? Object.create(null) : void 0;
            __esDecorate(null, _classDescriptor = { value: _classThis }, _classDecorators, { kind: "class", name: _classThis.name, metadata: _metadata }, null, _classExtraInitializers);
            Legibility = _classThis = _classDescriptor.value;
            if (_metadata) Object.defineProperty(_classThis, Symbol.metadata, { enumerable: true, configurable: true, writable: true, value: _metadata });
            __runInitializers(_classThis, _classExtraInitializers);
        }
        panel = panelIn(location.search);
        shown = signal(Infinity);
        /** The least size at which the id of a counter can be read, in rem; 0 where the address names no panel. */
        leastRem = this.panel ? leastFontPx(this.panel) * PICTURE.lineRem : 0;
        /** What to say while the wall is being hung; empty where all is well. */
        note = computed(() => (this.panel && this.shown() < this.leastRem ? t().notLegible(this.panel.dist) : ''));
        /** The field shows ids at so many rem. */
        show(idRem) {
            this.shown.set(idRem);
        }
    };
    return Legibility = _classThis;
})();
export { Legibility };
//# sourceMappingURL=legibility.js.map
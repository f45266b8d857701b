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
 * The city page, `/wall`: several halls at once, each on a feed of its own and always in the same place; what is worst
 * stands in the list at the side. It asks who the halls are, and holds nothing else itself.
 */
import { Component, computed, effect, inject, viewChildren } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { RouterLink } from '@angular/router';
import { timeOfDay } from '../hall/format';
import { t } from '../ui/lang';
import { LangSwitch } from '../ui/lang-switch';
import { CityAlerts } from './city-alerts';
import { CityHalls } from './city-halls';
import { HallTile } from './hall-tile';
/** So many halls have a tile each; more stand in rows. */
const MOST_TILES = 12;
/** So many rows can be read; each hall is a line to the server too. */
const MOST_HALLS = 30;
let City = (() => {
    let _classDecorators = [Component({
            selector: 'hb-city',
            imports: [CityAlerts, HallTile, LangSwitch, RouterLink],
            providers: [CityHalls],
            templateUrl: './city.html',
            styleUrl: './city.css',
        })];
    let _classDescriptor;
    let _classExtraInitializers = [];
    let _classThis;
    var City = class {
        static { _classThis = this; }
        static {
            const _metadata = typeof Symbol === "function" && Symbol.metadata ? Object.create(null) : void 0;
            __esDecorate(null, _classDescriptor = { value: _classThis }, _classDecorators, { kind: "class", name: _classThis.name, metadata: _metadata }, null, _classExtraInitializers);
            City = _classThis = _classDescriptor.value;
            if (_metadata) Object.defineProperty(_classThis, Symbol.metadata, { enumerable: true, configurable: true, writable: true, value: _metadata });
            __runInitializers(_classThis, _classExtraInitializers);
        }
        store = inject(CityHalls);
        t = t;
        tiles = viewChildren(HallTile);
        shown = computed(() => this.store.halls()?.slice(0, MOST_HALLS) ?? []);
        hidden = computed(() => (this.store.halls()?.length ?? 0) - this.shown().length);
        inRows = computed(() => this.shown().length > MOST_TILES);
        columns = computed(() => columnsOf(this.shown().length));
        /** The clock of the first hall that is live on its own day: this machine's is never shown. */
        clock = computed(() => {
            const tile = this.tiles().find(({ live, answers }) => live() && answers.hall()?.demo === false);
            return tile ? timeOfDay(tile.answers.now(), tile.answers.timezone()) : '';
        });
        constructor() {
            const title = inject(Title);
            effect(() => title.setTitle(`${t().cityTitle} · ${t().product}`));
        }
    };
    return City = _classThis;
})();
export { City };
/** Up to three tiles a row, so that a tile is about twice as wide as high. */
export function columnsOf(halls) {
    if (halls <= 2)
        return 1;
    return halls <= 6 ? 2 : 3;
}
//# sourceMappingURL=city.js.map
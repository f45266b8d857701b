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
import { Component, computed, effect, inject } from '@angular/core';
import { shortLabels } from '../hall/counters';
import { HallAnswers } from '../hall/hall-answers';
import { t } from '../ui/lang';
import { BoardTile } from './board-tile';
import { CounterTile } from './counter-tile';
import { BOARD_TILES, COUNTER_TILES, gridFor, ZONE_TILES } from './layout';
import { Legibility } from './legibility';
import { roomOfHost } from './room';
import { SMALL_NAME, zoneGrid } from './zone-layout';
import { ZoneNote } from './zone-note';
import { ZoneTile } from './zone-tile';
/** An id of more characters than these is shortened on a tile without room for names. */
const MOST_CHARACTERS = 4;
function labelled(zone) {
    const { prefix, tails } = shortLabels(zone.ids);
    return { zone, prefix, tiles: zone.ids.map((id, i) => ({ id, short: tails[i] })) };
}
/** The field: every counter (or, in a hall of boards, every queue) in its place, as large as the room allows. */
let Field = (() => {
    let _classDecorators = [Component({
            selector: 'hb-field',
            imports: [BoardTile, CounterTile, ZoneNote, ZoneTile],
            templateUrl: './field.html',
            styleUrl: './field.css',
        })];
    let _classDescriptor;
    let _classExtraInitializers = [];
    let _classThis;
    var Field = class {
        static { _classThis = this; }
        static {
            const _metadata = typeof Symbol === "function" && Symbol.metadata ? Object.create(null) : void 0;
            __esDecorate(null, _classDescriptor = { value: _classThis }, _classDecorators, { kind: "class", name: _classThis.name, metadata: _metadata }, null, _classExtraInitializers);
            Field = _classThis = _classDescriptor.value;
            if (_metadata) Object.defineProperty(_classThis, Symbol.metadata, { enumerable: true, configurable: true, writable: true, value: _metadata });
            __runInitializers(_classThis, _classExtraInitializers);
        }
        answers = inject(HallAnswers);
        t = t;
        room = roomOfHost();
        legibility = inject(Legibility);
        zones = computed(() => this.answers.zones().map(labelled));
        tiles = computed(() => (this.zones().flatMap(({ tiles }) => tiles.map(({ id, short }) => ({ id, short: id.length > MOST_CHARACTERS ? short : id })))));
        density = computed(() => this.answers.hall()?.density ?? 'auto');
        /** All counters in one grid; null where they are shown by zone. */
        grid = computed(() => {
            const [room, density] = [this.room(), this.density()];
            if (!room || (room.height !== null && (density === 'rows' || density === 'zones')))
                return null;
            const from = COUNTER_TILES.findIndex(({ tier }) => tier === density);
            return gridFor(this.tiles().length, room, { tiles: COUNTER_TILES.slice(Math.max(0, from)), readable: this.legibility.leastRem });
        });
        /** Zones with short labels, block by block; null where single tiles fit, or nothing smaller does. */
        blocks = computed(() => {
            const [room, zones] = [this.room(), this.zones()];
            if (!room || this.grid() || this.density() === 'zones')
                return null;
            const characters = Math.max(...zones.flatMap(({ tiles }) => tiles.map(({ short }) => short.length)));
            const cut = zoneGrid({ sizes: zones.map(({ tiles }) => tiles.length), characters }, room);
            return cut && { ...cut, zones: cut.blocks.map((block) => block.map((i) => zones[i])) };
        });
        boards = computed(() => this.cutAnyway(this.answers.queues().length, BOARD_TILES));
        summary = computed(() => this.cutAnyway(this.zones().length, ZONE_TILES));
        constructor() {
            effect(() => this.legibility.show(this.grid()?.name ?? (this.blocks() ? SMALL_NAME : this.summary().name)));
        }
        linesOf({ tiles }, perLine) {
            return Math.ceil(tiles.length / perLine);
        }
        /** More than can be told apart still stand in their places. */
        cutAnyway(count, tiles) {
            const room = this.room();
            const columns = Math.max(1, Math.ceil(Math.sqrt(count)));
            const cut = room && gridFor(count, room, { tiles });
            return cut ?? { columns, rows: Math.ceil(count / columns), tier: 'compact', scale: 1, name: SMALL_NAME, foot: false };
        }
    };
    return Field = _classThis;
})();
export { Field };
//# sourceMappingURL=field.js.map
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
import { HallAnswers } from '../hall/hall-answers';
import { sameList } from '../hall/same';
import { Glyph } from '../ui/glyph';
import { t } from '../ui/lang';
import { looksOf, marksOf } from './tile-marks';
/** A zone in one tile, for halls with more counters than a wall can tell apart; its shape is that of its worst counter. */
let ZoneTile = (() => {
    let _classDecorators = [Component({
            selector: 'hb-zone-tile',
            imports: [Glyph],
            host: { '[class]': 'look()' },
            template: `
    <div class="line">
      <strong class="name clip">{{ of().name || t().zoneNone }}</strong>
      @for (mark of marks(); track mark.name) {
        <hb-glyph class="mark" [name]="mark.name" [hollow]="mark.hollow" />
      }
    </div>
    <div class="line live">
      <span class="figure">{{ zone().wait }}</span>
      <span class="open">{{ t().zoneOpen(zone().inUse) }}</span>
    </div>
    @if (tier() !== 'compact') {
      <div class="line note live">
        <span>{{ t().tileWaiting(zone().waiting) }}</span>
        @if (zone().p90; as p90) {
          <span>{{ t().zoneP90(p90) }}</span>
        }
      </div>
    }
  `,
            styleUrls: ['./tile.css', './zone-tile.css'],
        })];
    let _classDescriptor;
    let _classExtraInitializers = [];
    let _classThis;
    var ZoneTile = class {
        static { _classThis = this; }
        static {
            const _metadata = typeof Symbol === "function" && Symbol.metadata ? Object.create(null) : void 0;
            __esDecorate(null, _classDescriptor = { value: _classThis }, _classDecorators, { kind: "class", name: _classThis.name, metadata: _metadata }, null, _classExtraInitializers);
            ZoneTile = _classThis = _classDescriptor.value;
            if (_metadata) Object.defineProperty(_classThis, Symbol.metadata, { enumerable: true, configurable: true, writable: true, value: _metadata });
            __runInitializers(_classThis, _classExtraInitializers);
        }
        of = input.required();
        tier = input.required();
        t = t;
        zone = inject(HallAnswers).zone(this.of);
        marks = computed(() => marksOf(this.zone()), { equal: sameList });
        look = computed(() => ['tile', this.tier(), ...looksOf(this.zone())].join(' '));
    };
    return ZoneTile = _classThis;
})();
export { ZoneTile };
//# sourceMappingURL=zone-tile.js.map
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
import { Component, computed, inject } from '@angular/core';
import { HallAnswers } from '../hall/hall-answers';
import { sameList } from '../hall/same';
import { Glyph } from '../ui/glyph';
import { t } from '../ui/lang';
import { boardKpis, counterKpis } from './kpis';
/** The band of big figures, read from ten metres: label, shape and target above, out of how many below, coloured only on breach. */
let KpiBand = (() => {
    let _classDecorators = [Component({
            selector: 'hb-kpi-band',
            imports: [Glyph],
            template: `
    @for (kpi of kpis(); track $index) {
      <dl [class]="kpi.severity">
        <dt>
          @if (kpi.severity !== 'none') {
            <hb-glyph [name]="kpi.severity" />
          }
          <span class="clip">{{ kpi.label }}</span>
          <span class="target">{{ kpi.target }}</span>
        </dt>
        <dd class="value live">{{ kpi.value }}</dd>
        <dd class="note clip live">{{ kpi.note }}</dd>
      </dl>
    }
  `,
            styleUrl: './kpi-band.css',
        })];
    let _classDescriptor;
    let _classExtraInitializers = [];
    let _classThis;
    var KpiBand = class {
        static { _classThis = this; }
        static {
            const _metadata = typeof Symbol === "function" && Symbol.metadata ? Object.create(null) : void 0;
            __esDecorate(null, _classDescriptor = { value: _classThis }, _classDecorators, { kind: "class", name: _classThis.name, metadata: _metadata }, null, _classExtraInitializers);
            KpiBand = _classThis = _classDescriptor.value;
            if (_metadata) Object.defineProperty(_classThis, Symbol.metadata, { enumerable: true, configurable: true, writable: true, value: _metadata });
            __runInitializers(_classThis, _classExtraInitializers);
        }
        answers = inject(HallAnswers);
        kpis = computed(() => (this.answers.observed() ? this.ofBoards() : this.ofCounters()), { equal: sameList });
        ofCounters() {
            const { totals, longest, figures, hall, alerts, flood, missing } = this.answers;
            const targets = hall()?.targets ?? { serviceLevel: null, satisfaction: null };
            return counterKpis({ totals: totals(), longest: longest(), figures: figures(), targets, alerts: alerts(), flood: flood(), missing: missing() }, t());
        }
        ofBoards() {
            const { boards, timezone, missing } = this.answers;
            return boardKpis({ boards: boards(), timezone: timezone(), missing: missing().queues }, t());
        }
    };
    return KpiBand = _classThis;
})();
export { KpiBand };
//# sourceMappingURL=kpi-band.js.map
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
import { Chart } from '../chart/chart';
import { whole } from '../hall/format';
import { HallAnswers } from '../hall/hall-answers';
import { t } from '../ui/lang';
import { newestOf, waitCurve, waitingCurve } from './curves';
import { WallPages } from './pages';
const NOBODY_KNOWS = new Map();
/** Today so far, by quarters of an hour: how many waited and, where tickets tell it, how long. */
let CurvesPanel = (() => {
    let _classDecorators = [Component({
            selector: 'hb-curves-panel',
            imports: [Chart],
            template: `
    @if (answers.quarters().length > 0) {
      <figure class="live">
        <figcaption>{{ t().curveWaiting }}</figcaption>
        <hb-chart [label]="t().sayNow(t().curveWaiting, waitingNow())" [drawing]="waiting()" [active]="pages.shows(1)" />
      </figure>
      @if (both()) {
        <figure class="live">
          <figcaption>
            {{ t().curveWait }}
            <span class="key"><i class="strong"></i>{{ t().p90 }}</span>
            <span class="key"><i class="thin"></i>{{ t().p50 }}</span>
          </figcaption>
          <hb-chart [label]="t().sayNow(t().curveWait, p90Now())" [drawing]="wait()" [active]="pages.shows(1)" />
        </figure>
      }
    } @else {
      <p>{{ t().noCurve }}</p>
    }
  `,
            styleUrl: './curves-panel.css',
        })];
    let _classDescriptor;
    let _classExtraInitializers = [];
    let _classThis;
    var CurvesPanel = class {
        static { _classThis = this; }
        static {
            const _metadata = typeof Symbol === "function" && Symbol.metadata ? Object.create(null) : void 0;
            __esDecorate(null, _classDescriptor = { value: _classThis }, _classDecorators, { kind: "class", name: _classThis.name, metadata: _metadata }, null, _classExtraInitializers);
            CurvesPanel = _classThis = _classDescriptor.value;
            if (_metadata) Object.defineProperty(_classThis, Symbol.metadata, { enumerable: true, configurable: true, writable: true, value: _metadata });
            __runInitializers(_classThis, _classExtraInitializers);
        }
        /** There is room for the waits too. */
        both = input(true);
        answers = inject(HallAnswers);
        pages = inject(WallPages);
        t = t;
        waiting = computed(() => waitingCurve(this.answers.quarters(), NOBODY_KNOWS, t()));
        wait = computed(() => waitCurve(this.answers.quarters(), this.answers.limits(), t()));
        waitingNow = computed(() => whole(newestOf(this.answers.quarters().map((point) => point.waiting))));
        p90Now = computed(() => whole(newestOf(this.answers.quarters().map((point) => point.p90))));
    };
    return CurvesPanel = _classThis;
})();
export { CurvesPanel };
//# sourceMappingURL=curves-panel.js.map
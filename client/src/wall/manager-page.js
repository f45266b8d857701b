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
import { Chart } from '../chart/chart';
import { HallAnswers } from '../hall/hall-answers';
import { Glyph } from '../ui/glyph';
import { t } from '../ui/lang';
import { ratingsPanel, stripPanel, waitingPanel, waitPanel } from './manager-panels';
import { WallPages } from './pages';
/** The second page, for whoever runs the hall: how today has gone, in four charts with room to be read from afar. */
let ManagerPage = (() => {
    let _classDecorators = [Component({
            selector: 'hb-manager-page',
            imports: [Chart, Glyph],
            templateUrl: './manager-page.html',
            styleUrl: './manager-page.css',
        })];
    let _classDescriptor;
    let _classExtraInitializers = [];
    let _classThis;
    var ManagerPage = class {
        static { _classThis = this; }
        static {
            const _metadata = typeof Symbol === "function" && Symbol.metadata ? Object.create(null) : void 0;
            __esDecorate(null, _classDescriptor = { value: _classThis }, _classDecorators, { kind: "class", name: _classThis.name, metadata: _metadata }, null, _classExtraInitializers);
            ManagerPage = _classThis = _classDescriptor.value;
            if (_metadata) Object.defineProperty(_classThis, Symbol.metadata, { enumerable: true, configurable: true, writable: true, value: _metadata });
            __runInitializers(_classThis, _classExtraInitializers);
        }
        answers = inject(HallAnswers);
        pages = inject(WallPages);
        active = computed(() => this.pages.shows(2));
        rating = computed(() => this.answers.figures()?.rating ?? null, { equal: (a, b) => JSON.stringify(a) === JSON.stringify(b) });
        waitingNow = computed(() => (this.answers.silent() ? null : this.answers.totals().waiting));
        panels = [
            computed(() => waitingPanel(this.answers.quarters(), { open: this.answers.openByQuarter(), now: this.waitingNow() }, t())),
            computed(() => waitPanel(this.answers.quarters(), this.answers.limits(), t())),
            computed(() => stripPanel(this.answers.strip(), this.answers.timezone(), t())),
            computed(() => ratingsPanel(this.rating(), t())),
        ];
        constructor() {
            const reading = computed(() => this.panels.map((panel) => `${panel().title} ${panel().unit} ${panel().said}`).join(' '));
            effect(() => this.pages.reading.set(reading()));
        }
    };
    return ManagerPage = _classThis;
})();
export { ManagerPage };
//# sourceMappingURL=manager-page.js.map
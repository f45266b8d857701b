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
import { Component, computed, inject, signal } from '@angular/core';
import { t } from '../ui/lang';
import { AddCounters } from './add-counters';
import { merged } from './counter-list';
import { Draft } from './draft';
import { IdsLost } from './ids-lost';
import { Problem } from './problem';
import { ServiceChoice } from './service-choice';
/** So many rows of inputs a phone still scrolls with ease; the filter finds the others. */
const AT_ONCE = 60;
/** The hall's counters, in the order in which they stand. */
let CountersSection = (() => {
    let _classDecorators = [Component({
            selector: 'hb-counters-section',
            imports: [AddCounters, IdsLost, Problem, ServiceChoice],
            templateUrl: './counters-section.html',
        })];
    let _classDescriptor;
    let _classExtraInitializers = [];
    let _classThis;
    var CountersSection = class {
        static { _classThis = this; }
        static {
            const _metadata = typeof Symbol === "function" && Symbol.metadata ? Object.create(null) : void 0;
            __esDecorate(null, _classDescriptor = { value: _classThis }, _classDecorators, { kind: "class", name: _classThis.name, metadata: _metadata }, null, _classExtraInitializers);
            CountersSection = _classThis = _classDescriptor.value;
            if (_metadata) Object.defineProperty(_classThis, Symbol.metadata, { enumerable: true, configurable: true, writable: true, value: _metadata });
            __runInitializers(_classThis, _classExtraInitializers);
        }
        draft = inject(Draft);
        settings = this.draft.current;
        t = t;
        filter = signal('');
        all = signal(false);
        /** Whose services are open to be chosen. */
        chosen = signal(null);
        /** The counter the server refused something of is always among those shown. */
        refused = computed(() => Number(/^counters\.(\d+)/.exec(this.draft.refusal()?.field ?? '')?.[1] ?? NaN));
        found = computed(() => {
            const wanted = this.filter().trim().toLowerCase();
            const rows = this.settings().counters.map((counter, index) => ({ counter, index }));
            const fits = ({ id, name, zone = '' }) => [id, name, zone].some((text) => text.toLowerCase().includes(wanted));
            return rows.filter(({ counter, index }) => fits(counter) || index === this.refused());
        });
        count = computed(() => t().countersFound(this.found().length, this.settings().counters.length));
        shown = computed(() => (this.all() ? this.found() : this.found().filter(({ index }, at) => at < AT_ONCE || index === this.refused())));
        more = computed(() => this.shown().length < this.found().length);
        zones = computed(() => [...new Set(this.settings().counters.flatMap(({ zone }) => zone ?? []))]);
        change(index, part) {
            this.draft.change({ counters: this.settings().counters.map((counter, at) => (at === index ? { ...counter, ...part } : counter)) });
        }
        remove(index) {
            this.chosen.set(null);
            this.draft.change({ counters: this.settings().counters.filter((_, at) => at !== index) });
        }
        add(added) {
            this.draft.change({ counters: merged(this.settings().counters, added) });
        }
    };
    return CountersSection = _classThis;
})();
export { CountersSection };
//# sourceMappingURL=counters-section.js.map
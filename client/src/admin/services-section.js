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
import { parseDuration } from '../../../shared/instant.js';
import { t } from '../ui/lang';
import { Draft } from './draft';
import { IdsLost } from './ids-lost';
import { Problem } from './problem';
const MINUTE_MS = 60_000;
/** What people come for, and how long they may have to wait for it. Counters follow when a service is renamed or removed. */
let ServicesSection = (() => {
    let _classDecorators = [Component({
            selector: 'hb-services-section',
            imports: [IdsLost, Problem],
            templateUrl: './services-section.html',
        })];
    let _classDescriptor;
    let _classExtraInitializers = [];
    let _classThis;
    var ServicesSection = class {
        static { _classThis = this; }
        static {
            const _metadata = typeof Symbol === "function" && Symbol.metadata ? Object.create(null) : void 0;
            __esDecorate(null, _classDescriptor = { value: _classThis }, _classDecorators, { kind: "class", name: _classThis.name, metadata: _metadata }, null, _classExtraInitializers);
            ServicesSection = _classThis = _classDescriptor.value;
            if (_metadata) Object.defineProperty(_classThis, Symbol.metadata, { enumerable: true, configurable: true, writable: true, value: _metadata });
            __runInitializers(_classThis, _classExtraInitializers);
        }
        draft = inject(Draft);
        settings = this.draft.current;
        t = t;
        countersOf = computed(() => {
            const counts = new Map();
            for (const { serviceIds } of this.settings().counters)
                for (const id of serviceIds)
                    counts.set(id, (counts.get(id) ?? 0) + 1);
            return counts;
        });
        minutes({ waitLimit }) {
            return waitLimit === undefined ? '' : parseDuration(waitLimit) / MINUTE_MS;
        }
        limit(text) {
            if (text === '')
                return undefined;
            const seconds = Math.round(Number(text) * 60);
            return seconds % 60 === 0 ? `PT${seconds / 60}M` : `PT${seconds}S`;
        }
        change(index, part) {
            this.draft.change({ services: this.settings().services.map((service, at) => (at === index ? { ...service, ...part } : service)) });
        }
        rename(index, id) {
            const { services, counters } = this.settings();
            const old = services[index]?.id ?? '';
            this.change(index, { id });
            const renamed = (ids) => ids.map((one) => (one === old ? id : one));
            this.draft.change({ counters: counters.map((counter) => ({ ...counter, serviceIds: renamed(counter.serviceIds) })) });
        }
        add() {
            const { services } = this.settings();
            const taken = new Set(services.map(({ id }) => id));
            let number = services.length + 1;
            while (taken.has(`S${number}`))
                number++;
            this.draft.change({ services: [...services, { id: `S${number}`, name: '' }] });
        }
        remove(index) {
            const { services, counters } = this.settings();
            const gone = services[index]?.id;
            this.draft.change({
                services: services.filter((_, at) => at !== index),
                counters: counters.map((counter) => ({ ...counter, serviceIds: counter.serviceIds.filter((id) => id !== gone) })),
            });
        }
    };
    return ServicesSection = _classThis;
})();
export { ServicesSection };
//# sourceMappingURL=services-section.js.map
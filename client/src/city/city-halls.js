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
import { DestroyRef, inject, Injectable, signal } from '@angular/core';
import { exhaustMap, timer } from 'rxjs';
import { ask } from '../feed/ask';
import { hallsWithKey } from '../feed/keys';
const EVERY_MS = 30_000;
/** Which halls stand on the page: all that the caller may see, and those that this machine holds a wall's key of. */
let CityHalls = (() => {
    let _classDecorators = [Injectable()];
    let _classDescriptor;
    let _classExtraInitializers = [];
    let _classThis;
    var CityHalls = class {
        static { _classThis = this; }
        static {
            const _metadata = typeof Symbol === "function" && Symbol.metadata ? Object.create(null) : void 0;
            __esDecorate(null, _classDescriptor = { value: _classThis }, _classDecorators, { kind: "class", name: _classThis.name, metadata: _metadata }, null, _classExtraInitializers);
            CityHalls = _classThis = _classDescriptor.value;
            if (_metadata) Object.defineProperty(_classThis, Symbol.metadata, { enumerable: true, configurable: true, writable: true, value: _metadata });
            __runInitializers(_classThis, _classExtraInitializers);
        }
        list = signal(null, { equal: sameHalls });
        gone = signal(false);
        /** In their places; null before the first answer. */
        halls = this.list.asReadonly();
        away = this.gone.asReadonly();
        constructor() {
            const asking = timer(0, EVERY_MS)
                .pipe(exhaustMap(() => this.refresh()))
                .subscribe();
            inject(DestroyRef).onDestroy(() => asking.unsubscribe());
        }
        async refresh() {
            const answer = await ask('GET', '/api/v1/halls');
            this.gone.set(answer.kind === 'away' || (answer.kind === 'problem' && answer.status >= 500));
            if (!this.gone())
                this.list.set(inPlace(answer.kind === 'ok' ? answer.body.halls : [], hallsWithKey()));
            else
                this.list.update((held) => held ?? keptHalls()); // the keys alone let the walls try by themselves
        }
    };
    return CityHalls = _classThis;
})();
export { CityHalls };
function keptHalls() {
    const kept = hallsWithKey();
    return kept.length > 0 ? inPlace([], kept) : null;
}
/** By name, and by nothing that changes during the day: people find a hall by where it stands. */
export function inPlace(listed, keptIds) {
    const known = new Set(listed.map(({ id }) => id));
    const halls = [...listed, ...keptIds.filter((id) => !known.has(id)).map((id) => ({ id, name: id }))];
    return halls
        .map(({ id, name }) => ({ id, name }))
        .sort((a, b) => a.name.localeCompare(b.name, 'zh', { numeric: true }) || (a.id < b.id ? -1 : 1));
}
function sameHalls(a, b) {
    return JSON.stringify(a) === JSON.stringify(b);
}
//# sourceMappingURL=city-halls.js.map
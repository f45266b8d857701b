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
import { DOCUMENT, inject, Injectable } from '@angular/core';
const ID_NAME = 'hallboard.screen';
const NAME_LENGTH = 200;
/** What this page knows of itself and tells the server: which screen it is, which build, how large, how long up, how heavy. */
let ThisScreen = (() => {
    let _classDecorators = [Injectable({ providedIn: 'root' })];
    let _classDescriptor;
    let _classExtraInitializers = [];
    let _classThis;
    var ThisScreen = class {
        static { _classThis = this; }
        static {
            const _metadata = typeof Symbol === "function" && Symbol.metadata ? Object.create(null) : void 0;
            __esDecorate(null, _classDescriptor = { value: _classThis }, _classDecorators, { kind: "class", name: _classThis.name, metadata: _metadata }, null, _classExtraInitializers);
            ThisScreen = _classThis = _classDescriptor.value;
            if (_metadata) Object.defineProperty(_classThis, Symbol.metadata, { enumerable: true, configurable: true, writable: true, value: _metadata });
            __runInitializers(_classThis, _classExtraInitializers);
        }
        document = inject(DOCUMENT);
        view = this.document.defaultView;
        id = keptId(this.view.localStorage);
        build = buildOf(this.document);
        page() {
            return pageOf(this.view.location.pathname);
        }
        upMs() {
            return this.view.performance.now();
        }
        /** What the page's scripts hold; only Chromium tells. */
        heapBytes() {
            return this.view.performance.memory?.usedJSHeapSize ?? null;
        }
        status() {
            const { innerWidth, innerHeight, devicePixelRatio, location } = this.view;
            const name = new URLSearchParams(location.search).get('name')?.trim().slice(0, NAME_LENGTH);
            return {
                screenId: this.id, page: this.page(), ...(name ? { name } : {}), build: this.build,
                width: innerWidth, height: innerHeight, ratio: devicePixelRatio, upMs: Math.round(this.upMs()), heapBytes: this.heapBytes(),
            };
        }
        reload() {
            this.view.location.reload();
        }
    };
    return ThisScreen = _classThis;
})();
export { ThisScreen };
/** Made once and kept by this machine. `crypto.randomUUID` is missing where a wall comes over plain http. */
export function keptId(storage) {
    const kept = storage.getItem(ID_NAME);
    if (kept)
        return kept;
    const made = [...crypto.getRandomValues(new Uint8Array(12))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    storage.setItem(ID_NAME, made);
    return made;
}
/** The hashed name of the page's own main script, `main-5GAMYXNL`; the server's snapshot names that of its newest page. */
export function buildOf(page) {
    const source = page.querySelector('script[src*="main-"]')?.src ?? '';
    return /main-[\w-]+(?=\.js)/.exec(source)?.[0] ?? '';
}
/** `/wall/{hall}` is a wall and `/wall` alone the city; whatever watches a hall elsewhere is one of the people's pages. */
export function pageOf(path) {
    if (path.startsWith('/wall/'))
        return 'wall';
    return path.startsWith('/wall') ? 'city' : path.startsWith('/report') ? 'report' : 'desk';
}
//# sourceMappingURL=this-screen.js.map
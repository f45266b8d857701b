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
import '../feed/no-eval';
import { computed, inject, Injectable, signal } from '@angular/core';
import { ask } from '../feed/ask';
import { Session } from '../feed/session';
import { problemOf } from './problem-of';
/**
 * A hall's settings while somebody changes them. It promises that nothing is written before `save`, that a save writes the
 * whole of it (fields that this page does not know included), and that it knows whether anything would be lost.
 */
let Draft = (() => {
    let _classDecorators = [Injectable()];
    let _classDescriptor;
    let _classExtraInitializers = [];
    let _classThis;
    var Draft = class {
        static { _classThis = this; }
        static {
            const _metadata = typeof Symbol === "function" && Symbol.metadata ? Object.create(null) : void 0;
            __esDecorate(null, _classDescriptor = { value: _classThis }, _classDecorators, { kind: "class", name: _classThis.name, metadata: _metadata }, null, _classExtraInitializers);
            Draft = _classThis = _classDescriptor.value;
            if (_metadata) Object.defineProperty(_classThis, Symbol.metadata, { enumerable: true, configurable: true, writable: true, value: _metadata });
            __runInitializers(_classThis, _classExtraInitializers);
        }
        session = inject(Session);
        hallId = '';
        stored = signal(null);
        written = signal(null);
        refused = signal(null);
        state = signal('clean');
        /** As it stands on the server. */
        saved = this.stored.asReadonly();
        /** As it stands on this page; null before it was read. */
        settings = this.written.asReadonly();
        /** The same, for the sections: they stand only once it was read. */
        current = computed(() => this.written());
        refusal = this.refused.asReadonly();
        saving = computed(() => this.state() === 'saving');
        justSaved = computed(() => this.state() === 'saved');
        changed = computed(() => JSON.stringify(this.stored()) !== JSON.stringify(this.written()));
        /** Reads a hall's settings, unless they are being changed here already. */
        async open(hallId) {
            if (hallId === this.hallId && this.written())
                return;
            this.hallId = hallId;
            this.keep(null);
            const answer = await ask('GET', this.path());
            if (answer.kind === 'ok')
                this.keep(answer.body);
            else
                this.refuse(answer);
        }
        change(part) {
            this.state.set('clean');
            this.written.update((settings) => settings && { ...settings, ...part });
        }
        discard() {
            this.keep(this.stored());
        }
        async save() {
            this.state.set('saving');
            const answer = await ask('PUT', this.path(), this.written());
            if (answer.kind === 'ok') {
                this.keep(answer.body);
                this.state.set('saved');
            }
            else {
                this.state.set('clean');
                this.refuse(answer);
            }
        }
        /** What the server refused of this very field. */
        problemAt(field) {
            const refusal = this.refused();
            return refusal?.field === field ? refusal.detail : '';
        }
        /** Ids that are registered now and would not be after a save. */
        idsLost(list) {
            const kept = new Set(this.written()?.[list].map(({ id }) => id));
            return (this.stored()?.[list] ?? []).flatMap(({ id }) => (kept.has(id) ? [] : [id]));
        }
        keep(settings) {
            this.stored.set(settings);
            this.written.set(settings);
            this.refused.set(null);
            this.state.set('clean');
        }
        refuse(answer) {
            const problem = answer.kind === 'problem' ? answer : null;
            this.refused.set({ field: problem?.field ?? '', detail: problemOf(answer) });
            if (problem?.status === 401)
                void this.session.look(); // the log-in has run out: it is asked for, and the draft stays
        }
        path() {
            return `/api/v1/halls/${encodeURIComponent(this.hallId)}`;
        }
    };
    return Draft = _classThis;
})();
export { Draft };
//# sourceMappingURL=draft.js.map
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
import { Component, computed, DestroyRef, inject, input, signal } from '@angular/core';
import { toObservable } from '@angular/core/rxjs-interop';
import { exhaustMap, Subject, merge, switchMap, timer } from 'rxjs';
import { ask } from '../feed/ask';
import { t } from '../ui/lang';
import { lasted } from './lasted';
import { problemOf } from './problem-of';
const EVERY_MS = 5_000;
const MEGABYTE = 1_048_576;
/** The screens that show the hall, or did within a week: which live, how, and on which build. */
let ScreensSection = (() => {
    let _classDecorators = [Component({ selector: 'hb-screens-section', templateUrl: './screens-section.html' })];
    let _classDescriptor;
    let _classExtraInitializers = [];
    let _classThis;
    var ScreensSection = class {
        static { _classThis = this; }
        static {
            const _metadata = typeof Symbol === "function" && Symbol.metadata ? Object.create(null) : void 0;
            __esDecorate(null, _classDescriptor = { value: _classThis }, _classDecorators, { kind: "class", name: _classThis.name, metadata: _metadata }, null, _classExtraInitializers);
            ScreensSection = _classThis = _classDescriptor.value;
            if (_metadata) Object.defineProperty(_classThis, Symbol.metadata, { enumerable: true, configurable: true, writable: true, value: _metadata });
            __runInitializers(_classThis, _classExtraInitializers);
        }
        hallId = input.required();
        t = t;
        lasted = lasted;
        problem = signal('');
        notice = signal('');
        answer = signal(null);
        now$ = new Subject();
        /** Those that are here first, each group by name. */
        screens = computed(() => {
            const answer = this.answer();
            const rank = (one) => `${one.connected ? 0 : 1}${this.nameOf(one)}`;
            return answer && [...answer.screens].sort((a, b) => rank(a).localeCompare(rank(b))).map((screen) => ({ ...screen, silentMs: answer.at - screen.lastSeenAt }));
        });
        constructor() {
            const asking = toObservable(this.hallId)
                .pipe(switchMap((hallId) => merge(timer(0, EVERY_MS), this.now$).pipe(exhaustMap(() => this.read(hallId)))))
                .subscribe();
            inject(DestroyRef).onDestroy(() => asking.unsubscribe());
        }
        nameOf({ name, screenId }) {
            return name ?? screenId.slice(0, 8);
        }
        isOld({ build }) {
            return build !== this.answer()?.build;
        }
        megabytes(bytes) {
            return bytes === null ? '—' : `${Math.round(bytes / MEGABYTE)} MB`;
        }
        async reload(screen) {
            const answer = await ask('POST', `${this.path(this.hallId())}/${screen.screenId}/reload`);
            this.problem.set(problemOf(answer));
            this.notice.set(answer.kind === 'ok' ? t().reloadTold(this.nameOf(screen)) : '');
            this.now$.next();
        }
        async read(hallId) {
            const answer = await ask('GET', this.path(hallId));
            if (answer.kind === 'ok')
                this.answer.set(answer.body);
            this.problem.set(problemOf(answer));
        }
        path(hallId) {
            return `/api/v1/halls/${encodeURIComponent(hallId)}/screens`;
        }
    };
    return ScreensSection = _classThis;
})();
export { ScreensSection };
//# sourceMappingURL=screens-section.js.map
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
/**
 * One hall's settings, `/admin/{hallId}/{section}`. All sections write into one draft; nothing is lost without a question.
 * What is not a setting (keys, screens) acts at once.
 */
import { Component, computed, effect, inject, input, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Session } from '../feed/session';
import { t } from '../ui/lang';
import { AdminFrame } from './admin-frame';
import { BasicSection } from './basic-section';
import { CountersSection } from './counters-section';
import { Draft } from './draft';
import { HoursSection } from './hours-section';
import { Keys } from './keys';
import { KeysSection } from './keys-section';
import { SaveBar } from './save-bar';
import { sections } from './sections';
import { ScreensSection } from './screens-section';
import { ServicesSection } from './services-section';
import { WallsSection } from './walls-section';
let HallAdmin = (() => {
    let _classDecorators = [Component({
            selector: 'hb-hall-admin',
            imports: [AdminFrame, BasicSection, CountersSection, HoursSection, KeysSection, RouterLink, SaveBar, ScreensSection, ServicesSection, WallsSection],
            providers: [Draft, Keys],
            templateUrl: './hall-admin.html',
            host: { '(window:beforeunload)': 'warn($event)' },
        })];
    let _classDescriptor;
    let _classExtraInitializers = [];
    let _classThis;
    var HallAdmin = class {
        static { _classThis = this; }
        static {
            const _metadata = typeof Symbol === "function" && Symbol.metadata ? Object.create(null) : void 0;
            __esDecorate(null, _classDescriptor = { value: _classThis }, _classDecorators, { kind: "class", name: _classThis.name, metadata: _metadata }, null, _classExtraInitializers);
            HallAdmin = _classThis = _classDescriptor.value;
            if (_metadata) Object.defineProperty(_classThis, Symbol.metadata, { enumerable: true, configurable: true, writable: true, value: _metadata });
            __runInitializers(_classThis, _classExtraInitializers);
        }
        /** From the address. */
        hallId = input.required();
        section = input.required();
        session = inject(Session);
        draft = inject(Draft);
        t = t;
        isAdmin = computed(() => this.session.who()?.role === 'admin');
        tabs = computed(() => sections().filter(({ id }) => this.isAdmin() || id === 'screens'));
        constructor() {
            effect(() => {
                const [hallId, isAdmin] = [this.hallId(), this.isAdmin()];
                if (isAdmin)
                    untracked(() => void this.draft.open(hallId));
            });
        }
        mayLeave() {
            return !this.draft.changed() || confirm(t().leaveUnsaved);
        }
        warn(event) {
            if (this.draft.changed())
                event.preventDefault();
        }
    };
    return HallAdmin = _classThis;
})();
export { HallAdmin };
//# sourceMappingURL=hall-admin.js.map
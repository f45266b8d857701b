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
 * The set-up page, `/setup#TOKEN`: the first administrator's password, once. The token stands in the fragment, so that no
 * log of any server on the way holds it, and is wiped from the address when it has been used.
 */
import { Component, effect, inject, signal } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { RouterLink } from '@angular/router';
import { ask } from '../feed/ask';
import { t } from '../ui/lang';
import { LangSwitch } from '../ui/lang-switch';
let Setup = (() => {
    let _classDecorators = [Component({
            selector: 'hb-setup',
            imports: [LangSwitch, RouterLink],
            templateUrl: './setup.html',
            styleUrl: './setup.css',
        })];
    let _classDescriptor;
    let _classExtraInitializers = [];
    let _classThis;
    var Setup = class {
        static { _classThis = this; }
        static {
            const _metadata = typeof Symbol === "function" && Symbol.metadata ? Object.create(null) : void 0;
            __esDecorate(null, _classDescriptor = { value: _classThis }, _classDecorators, { kind: "class", name: _classThis.name, metadata: _metadata }, null, _classExtraInitializers);
            Setup = _classThis = _classDescriptor.value;
            if (_metadata) Object.defineProperty(_classThis, Symbol.metadata, { enumerable: true, configurable: true, writable: true, value: _metadata });
            __runInitializers(_classThis, _classExtraInitializers);
        }
        t = t;
        token = decodeURIComponent(location.hash.slice(1));
        state = signal('asking');
        problem = signal('');
        constructor() {
            const title = inject(Title);
            effect(() => title.setTitle(`${t().setupTitle} · ${t().product}`));
        }
        async submit(event, password, again) {
            event.preventDefault();
            if (password !== again)
                return this.problem.set(t().passwordsDiffer);
            this.state.set('sending');
            const answer = await ask('POST', '/api/v1/setup', { token: this.token, password });
            this.problem.set(answer.kind === 'ok' ? '' : answer.kind === 'away' ? t().noAnswer : answer.detail);
            this.state.set(answer.kind === 'ok' ? 'done' : 'asking');
            if (answer.kind === 'ok')
                history.replaceState(history.state, '', location.pathname + location.search);
        }
    };
    return Setup = _classThis;
})();
export { Setup };
//# sourceMappingURL=setup.js.map
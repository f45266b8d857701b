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
 * The chooser, `/`: every hall the caller may see, each a card that leads to its wall. It says so when there is none yet
 * and how to make one, and when the server is away; it never shows an old list as if it were new.
 */
import { Component, computed, effect, inject, signal } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { RouterLink } from '@angular/router';
import { hallStates } from '../../../shared/glossary/states.js';
import { Session } from '../feed/session';
import { Account } from '../ui/account';
import { label, t } from '../ui/lang';
import { LangSwitch } from '../ui/lang-switch';
import { LogIn } from '../ui/log-in';
import { Halls } from './halls';
let Home = (() => {
    let _classDecorators = [Component({
            selector: 'hb-home',
            imports: [Account, LangSwitch, LogIn, RouterLink],
            providers: [Halls],
            templateUrl: './home.html',
            styleUrl: './home.css',
        })];
    let _classDescriptor;
    let _classExtraInitializers = [];
    let _classThis;
    var Home = class {
        static { _classThis = this; }
        static {
            const _metadata = typeof Symbol === "function" && Symbol.metadata ? Object.create(null) : void 0;
            __esDecorate(null, _classDescriptor = { value: _classThis }, _classDecorators, { kind: "class", name: _classThis.name, metadata: _metadata }, null, _classExtraInitializers);
            Home = _classThis = _classDescriptor.value;
            if (_metadata) Object.defineProperty(_classThis, Symbol.metadata, { enumerable: true, configurable: true, writable: true, value: _metadata });
            __runInitializers(_classThis, _classExtraInitializers);
        }
        store = inject(Halls);
        session = inject(Session);
        t = t;
        wantsLogIn = signal(false);
        showLogIn = computed(() => !this.session.who() && (this.wantsLogIn() || this.store.empty()));
        /** How the first hall is made, as one command. */
        recipe = [
            `curl -X PUT ${location.origin}/api/v1/halls/main \\`,
            `  -H "authorization: Bearer $(cat data/operator.key)" \\`,
            `  -H "content-type: application/json" \\`,
            `  -d '{"name": "…", "public": true}'`,
        ].join('\n');
        constructor() {
            const title = inject(Title);
            effect(() => title.setTitle(`${t().product} · ${t().halls}`));
        }
        openLogIn() {
            this.wantsLogIn.set(true);
        }
        stateWord(state) {
            return label(hallStates[state]);
        }
        async logIn({ username, password }) {
            await this.session.logIn(username, password);
            this.store.look();
        }
        async logOut() {
            await this.session.logOut();
            this.store.look();
        }
    };
    return Home = _classThis;
})();
export { Home };
//# sourceMappingURL=home.js.map
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
import { Component, effect, inject, input, ViewEncapsulation } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { RouterLink } from '@angular/router';
import { Session } from '../feed/session';
import { Account } from '../ui/account';
import { t } from '../ui/lang';
import { LangSwitch } from '../ui/lang-switch';
import { LogIn } from '../ui/log-in';
/** The frame of every page of the administrator: who it is, the way in, and the look of all that stands in it. */
let AdminFrame = (() => {
    let _classDecorators = [Component({
            selector: 'hb-admin-frame',
            imports: [Account, LangSwitch, LogIn, RouterLink],
            encapsulation: ViewEncapsulation.None,
            template: `
    <header>
      <a class="plain" routerLink="/" queryParamsHandling="preserve">{{ t().product }}</a>
      <a class="plain" routerLink="/admin" queryParamsHandling="preserve">{{ t().allHalls }}</a>
      <h1>{{ heading() }}</h1>
      @if (session.who(); as who) {
        <hb-account [username]="who.username" [role]="who.role" (logOut)="session.logOut()" />
      }
      <hb-lang-switch />
    </header>
    <main>
      @if (session.who() === null) {
        <p>{{ t().adminLogIn }}</p>
        <hb-log-in [problem]="session.problem()" (given)="session.logIn($event.username, $event.password)" />
      } @else if (session.who() === undefined) {
        <p role="status">{{ t().connecting }}</p>
      }
      <ng-content />
    </main>
  `,
            styleUrls: ['./admin-frame.css', './admin-parts.css'],
        })];
    let _classDescriptor;
    let _classExtraInitializers = [];
    let _classThis;
    var AdminFrame = class {
        static { _classThis = this; }
        static {
            const _metadata = typeof Symbol === "function" && Symbol.metadata ? Object.create(null) : void 0;
            __esDecorate(null, _classDescriptor = { value: _classThis }, _classDecorators, { kind: "class", name: _classThis.name, metadata: _metadata }, null, _classExtraInitializers);
            AdminFrame = _classThis = _classDescriptor.value;
            if (_metadata) Object.defineProperty(_classThis, Symbol.metadata, { enumerable: true, configurable: true, writable: true, value: _metadata });
            __runInitializers(_classThis, _classExtraInitializers);
        }
        heading = input.required();
        session = inject(Session);
        t = t;
        constructor() {
            const title = inject(Title);
            effect(() => title.setTitle(`${this.heading()} · ${t().product}`));
            void this.session.look();
        }
    };
    return AdminFrame = _classThis;
})();
export { AdminFrame };
//# sourceMappingURL=admin-frame.js.map
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
import { Component, computed, inject, input } from '@angular/core';
import { roles } from '../../../shared/glossary/states.js';
import { label, lang, t } from '../ui/lang';
import { Keys } from './keys';
/** Keys of some roles, each to be revoked. */
let KeyList = (() => {
    let _classDecorators = [Component({
            selector: 'hb-key-list',
            template: `
    <ul class="rows" style="--columns: 1fr 12rem auto">
      @for (key of shown(); track key.id) {
        <li>
          <span class="wide"><span class="name">{{ key.name }}</span> · {{ roleWord(key.role) }}</span>
          <span>{{ t().createdOn(dateOf(key.createdAt)) }}</span>
          <button class="button to-right" type="button" [attr.aria-label]="t().revoke + ' ' + key.name" (click)="revoke(key)">{{ t().revoke }}</button>
        </li>
      } @empty {
        <li>{{ t().noKeys }}</li>
      }
    </ul>
    @if (keys.notice(); as text) {
      <p class="notice" role="status">{{ text }}</p>
    }
    @if (keys.problem(); as text) {
      <p class="problem" role="alert">{{ text }}</p>
    }
  `,
            host: { class: 'part', style: 'width: 100%' },
        })];
    let _classDescriptor;
    let _classExtraInitializers = [];
    let _classThis;
    var KeyList = class {
        static { _classThis = this; }
        static {
            const _metadata = typeof Symbol === "function" && Symbol.metadata ? Object.create(null) : void 0;
            __esDecorate(null, _classDescriptor = { value: _classThis }, _classDecorators, { kind: "class", name: _classThis.name, metadata: _metadata }, null, _classExtraInitializers);
            KeyList = _classThis = _classDescriptor.value;
            if (_metadata) Object.defineProperty(_classThis, Symbol.metadata, { enumerable: true, configurable: true, writable: true, value: _metadata });
            __runInitializers(_classThis, _classExtraInitializers);
        }
        roles = input.required();
        keys = inject(Keys);
        t = t;
        shown = computed(() => this.keys.entries()?.filter(({ role }) => this.roles().includes(role)) ?? []);
        roleWord(role) {
            return label(roles[role]);
        }
        dateOf(at) {
            return new Intl.DateTimeFormat(lang() === 'zh' ? 'zh-CN' : 'en-GB', { dateStyle: 'medium' }).format(at);
        }
        revoke(key) {
            if (confirm(t().revokeAsk(key.name)))
                void this.keys.revoke(key);
        }
    };
    return KeyList = _classThis;
})();
export { KeyList };
//# sourceMappingURL=key-list.js.map
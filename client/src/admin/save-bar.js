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
import { RouterLink } from '@angular/router';
import { t } from '../ui/lang';
import { Draft } from './draft';
import { sections } from './sections';
/** Stands at the foot while something is unsaved: what may be done about it, what the server said against it, that it is done. */
let SaveBar = (() => {
    let _classDecorators = [Component({
            selector: 'hb-save-bar',
            imports: [RouterLink],
            template: `
    @if (draft.changed()) {
      <div class="bar" role="region" [attr.aria-label]="t().unsaved">
        @if (draft.refusal(); as refusal) {
          <span role="alert">
            {{ t().notSaved }}
            @if (section(); as at) {
              <a class="plain" [routerLink]="['/admin', hallId(), at.id]" queryParamsHandling="preserve">{{ t().mendIn(at.word) }}</a>
            } @else {
              {{ refusal.detail }}
            }
          </span>
        } @else {
          <span role="status">{{ t().unsaved }}</span>
        }
        <button class="button main" type="button" [disabled]="draft.saving()" (click)="draft.save()">{{ t().save }}</button>
        <button class="button" type="button" [disabled]="draft.saving()" (click)="draft.discard()">{{ t().discard }}</button>
      </div>
    } @else if (draft.justSaved()) {
      <div class="bar" role="status">{{ t().saved }}</div>
    }
  `,
        })];
    let _classDescriptor;
    let _classExtraInitializers = [];
    let _classThis;
    var SaveBar = class {
        static { _classThis = this; }
        static {
            const _metadata = typeof Symbol === "function" && Symbol.metadata ? Object.create(null) : void 0;
            __esDecorate(null, _classDescriptor = { value: _classThis }, _classDecorators, { kind: "class", name: _classThis.name, metadata: _metadata }, null, _classExtraInitializers);
            SaveBar = _classThis = _classDescriptor.value;
            if (_metadata) Object.defineProperty(_classThis, Symbol.metadata, { enumerable: true, configurable: true, writable: true, value: _metadata });
            __runInitializers(_classThis, _classExtraInitializers);
        }
        hallId = input.required();
        draft = inject(Draft);
        t = t;
        /** Where the field stands that the server refused. */
        section = computed(() => {
            const table = this.draft.refusal()?.field.split('.')[0];
            return table ? (sections().find(({ tables }) => tables.includes(table)) ?? sections()[0]) : undefined;
        });
    };
    return SaveBar = _classThis;
})();
export { SaveBar };
//# sourceMappingURL=save-bar.js.map
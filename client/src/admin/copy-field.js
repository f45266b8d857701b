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
import { Component, input, linkedSignal, viewChild } from '@angular/core';
import { t } from '../ui/lang';
/** A text to be taken along. Where the page may not write the clipboard (plain HTTP), it is selected, for Ctrl+C. */
let CopyField = (() => {
    let _classDecorators = [Component({
            selector: 'hb-copy-field',
            template: `
    <input #field class="input link" readonly [value]="text()" [attr.aria-label]="label()" (focus)="field.select()" />
    <button class="button main" type="button" (click)="copy()">{{ t().copy }}</button>
    <span role="status">{{ copied() ? t().copied : '' }}</span>
  `,
            styles: `
    :host {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto 4rem;
      align-items: center;
      gap: 0.75rem;
      width: 100%;
    }
  `,
        })];
    let _classDescriptor;
    let _classExtraInitializers = [];
    let _classThis;
    var CopyField = class {
        static { _classThis = this; }
        static {
            const _metadata = typeof Symbol === "function" && Symbol.metadata ? Object.create(null) : void 0;
            __esDecorate(null, _classDescriptor = { value: _classThis }, _classDecorators, { kind: "class", name: _classThis.name, metadata: _metadata }, null, _classExtraInitializers);
            CopyField = _classThis = _classDescriptor.value;
            if (_metadata) Object.defineProperty(_classThis, Symbol.metadata, { enumerable: true, configurable: true, writable: true, value: _metadata });
            __runInitializers(_classThis, _classExtraInitializers);
        }
        text = input.required();
        label = input.required();
        t = t;
        copied = linkedSignal({ source: this.text, computation: () => false });
        field = viewChild.required('field');
        async copy() {
            this.field().nativeElement.select();
            if (!isSecureContext)
                return;
            try {
                await navigator.clipboard.writeText(this.text());
                this.copied.set(true);
            }
            catch {
                // NotAllowedError: the browser was told not to; the text stays selected
            }
        }
    };
    return CopyField = _classThis;
})();
export { CopyField };
//# sourceMappingURL=copy-field.js.map
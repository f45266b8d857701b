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
import { Component, input } from '@angular/core';
/**
 * The shapes of the wall, drawn and not typed: the same on every machine, and told apart without colour. They take the
 * colour of the text they stand in. A breach or warning that somebody has in hand is `hollow`.
 */
let Glyph = (() => {
    let _classDecorators = [Component({
            selector: 'hb-glyph',
            host: { 'aria-hidden': 'true' },
            template: `
    <svg viewBox="0 0 20 20" [class.hollow]="hollow()">
      @switch (name()) {
        @case ('breach') {
          <rect class="solid" x="2" y="2" width="16" height="16" />
        }
        @case ('warning') {
          <path class="solid" d="M10 2 18.5 17.5h-17z" />
        }
        @case ('stale') {
          <path d="M6 6.5a4 4 0 1 1 5.8 3.6c-1.2.6-1.8 1.2-1.8 2.7" fill="none" stroke="currentColor" stroke-width="2.4" />
          <circle cx="10" cy="17" r="1.6" fill="currentColor" />
        }
        @case ('serving') {
          <circle cx="10" cy="10" r="6.5" fill="currentColor" />
        }
        @case ('calling') {
          <circle cx="10" cy="10" r="7.5" fill="none" stroke="currentColor" stroke-width="2" />
          <circle cx="10" cy="10" r="3.5" fill="currentColor" />
        }
        @case ('open') {
          <circle cx="10" cy="10" r="6.5" fill="none" stroke="currentColor" stroke-width="2" />
        }
        @case ('paused') {
          <path d="M6.5 4v12M13.5 4v12" stroke="currentColor" stroke-width="3" />
        }
        @case ('closed') {
          <path d="M4 10h12" stroke="currentColor" stroke-width="2.4" />
        }
      }
    </svg>
  `,
            styles: `
    :host {
      display: inline-block;
      flex: none;
      width: 1em;
      height: 1em;
    }
    svg {
      display: block;
      width: 100%;
      height: 100%;
    }
    .solid {
      fill: currentColor;
      stroke: currentColor;
      stroke-width: 2.4;
      stroke-linejoin: miter;
    }
    .hollow .solid {
      fill: none;
    }
  `,
        })];
    let _classDescriptor;
    let _classExtraInitializers = [];
    let _classThis;
    var Glyph = class {
        static { _classThis = this; }
        static {
            const _metadata = typeof Symbol === "function" && Symbol.metadata ? Object.create(null) : void 0;
            __esDecorate(null, _classDescriptor = { value: _classThis }, _classDecorators, { kind: "class", name: _classThis.name, metadata: _metadata }, null, _classExtraInitializers);
            Glyph = _classThis = _classDescriptor.value;
            if (_metadata) Object.defineProperty(_classThis, Symbol.metadata, { enumerable: true, configurable: true, writable: true, value: _metadata });
            __runInitializers(_classThis, _classExtraInitializers);
        }
        name = input.required();
        hollow = input(false);
    };
    return Glyph = _classThis;
})();
export { Glyph };
//# sourceMappingURL=glyph.js.map
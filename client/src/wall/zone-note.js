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
import { HallAnswers } from '../hall/hall-answers';
import { t } from '../ui/lang';
/** The head of a zone's line of small tiles: how their ids begin, its name, how many wait and how long most of them had to. */
let ZoneNote = (() => {
    let _classDecorators = [Component({
            selector: 'hb-zone-note',
            template: `
    <strong class="clip">{{ head() }}</strong>
    <span class="note live">
      <span>{{ t().tileWaiting(zone().waiting) }}</span>
      @if (zone().p90; as p90) {
        <span>{{ t().zoneP90(p90) }}</span>
      }
    </span>
  `,
            styles: `
    :host {
      display: flex;
      flex-direction: column;
      justify-content: center;
      min-width: 0;
      padding-right: 0.625rem;
      line-height: 1.65rem;
    }
    .note {
      display: flex;
      justify-content: space-between;
      white-space: nowrap;
    }
    strong {
      font-size: var(--t3);
      line-height: 1.85rem;
      color: var(--figure);
    }
  `,
        })];
    let _classDescriptor;
    let _classExtraInitializers = [];
    let _classThis;
    var ZoneNote = class {
        static { _classThis = this; }
        static {
            const _metadata = typeof Symbol === "function" && Symbol.metadata ? Object.create(null) : void 0;
            __esDecorate(null, _classDescriptor = { value: _classThis }, _classDecorators, { kind: "class", name: _classThis.name, metadata: _metadata }, null, _classExtraInitializers);
            ZoneNote = _classThis = _classDescriptor.value;
            if (_metadata) Object.defineProperty(_classThis, Symbol.metadata, { enumerable: true, configurable: true, writable: true, value: _metadata });
            __runInitializers(_classThis, _classExtraInitializers);
        }
        of = input.required();
        prefix = input('');
        t = t;
        zone = inject(HallAnswers).zone(this.of);
        /** “E 出入境”; a zone that is called as its ids begin is not named twice. */
        head = computed(() => {
            const [name, prefix] = [this.of().name, this.prefix()];
            return name.startsWith(prefix) ? name || t().zoneNone : `${prefix} ${name}`.trim();
        });
    };
    return ZoneNote = _classThis;
})();
export { ZoneNote };
//# sourceMappingURL=zone-note.js.map
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
import { Component, computed, input } from '@angular/core';
import { sameList } from '../hall/same';
import { Glyph } from '../ui/glyph';
import { t } from '../ui/lang';
/** What stands open in any hall, worst first: the only part of the city page that is sorted by what happens. */
let CityAlerts = (() => {
    let _classDecorators = [Component({
            selector: 'hb-city-alerts',
            imports: [Glyph],
            template: `
    <header>
      <h2>{{ t().alerts }}</h2>
      <span>{{ lines().length === 0 ? t().noAlerts : t().cityStanding(lines().length) }}</span>
    </header>
    <ul>
      @for (line of lines(); track line.id) {
        <li [class]="line.severity">
          <hb-glyph [name]="line.severity" [hollow]="line.acknowledged" />
          <div class="line">
            <strong class="clip">{{ line.label }}</strong>
            <span class="what">{{ line.what }}</span>
            <span class="age">{{ line.age }}</span>
          </div>
          <div class="line more">
            <span class="clip">{{ line.hall }}</span>
            <span class="clip owner">{{ line.owner }}</span>
          </div>
        </li>
      }
    </ul>
  `,
            styleUrl: './city-alerts.css',
        })];
    let _classDescriptor;
    let _classExtraInitializers = [];
    let _classThis;
    var CityAlerts = class {
        static { _classThis = this; }
        static {
            const _metadata = typeof Symbol === "function" && Symbol.metadata ? Object.create(null) : void 0;
            __esDecorate(null, _classDescriptor = { value: _classThis }, _classDecorators, { kind: "class", name: _classThis.name, metadata: _metadata }, null, _classExtraInitializers);
            CityAlerts = _classThis = _classDescriptor.value;
            if (_metadata) Object.defineProperty(_classThis, Symbol.metadata, { enumerable: true, configurable: true, writable: true, value: _metadata });
            __runInitializers(_classThis, _classExtraInitializers);
        }
        tiles = input.required();
        t = t;
        lines = computed(() => this.standing().map(({ tile, alert }) => lineOf(alert, tile.name(), t())), { equal: sameList });
        /** What a cut line can no longer vouch for stays off the list; its hall's tile says why. */
        standing() {
            return this.tiles()
                .flatMap((tile) => (tile.live() ? tile.answers.alerts().map((alert) => ({ tile, alert })) : []))
                .filter(({ alert }) => !alert.resolved)
                .sort((a, b) => weight(a.alert) - weight(b.alert) || a.alert.raisedAt - b.alert.raisedAt);
        }
    };
    return CityAlerts = _classThis;
})();
export { CityAlerts };
/** A breach before a warning, and nobody's before somebody's. */
function weight({ severity, owner }) {
    return (severity === 'breach' ? 0 : 2) + (owner === '' ? 0 : 1);
}
function lineOf({ id, severity, kind, label, value, age, owner, acknowledged, service }, hall, t) {
    return {
        id: `${hall} ${id}`, severity, label, owner, acknowledged,
        what: `${t.alertKind(kind)} ${value === '' ? '' : t.alertValue(value, kind)}`,
        age: t.alertAge(age),
        hall: service === '' ? hall : `${hall} · ${service}`,
    };
}
//# sourceMappingURL=city-alerts.js.map
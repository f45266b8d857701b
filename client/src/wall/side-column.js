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
import { Component, computed, inject } from '@angular/core';
import { HallAnswers } from '../hall/hall-answers';
import { sameFields } from '../hall/same';
import { AlertList } from './alert-list';
import { CurvesPanel } from './curves-panel';
import { roomOfHost } from './room';
import { sideLayout } from './side-layout';
import { ZoneBars } from './zone-bars';
/** Beside the field: who must act, where it is slow, and how the day goes. A calm hall gives the room of the alerts to the day. */
let SideColumn = (() => {
    let _classDecorators = [Component({
            selector: 'hb-side-column',
            imports: [AlertList, CurvesPanel, ZoneBars],
            host: { '[class.wide]': 'layout()?.wide' },
            template: `
    @if (layout(); as cut) {
      <hb-alert-list [slots]="cut.alerts" />
      @if (bars() > 0) {
        <hb-zone-bars [slots]="cut.bars" />
      }
      @if (cut.curves > 0) {
        <hb-curves-panel [both]="cut.curves > 1" />
      }
    }
  `,
            styles: `
    :host {
      display: grid;
      grid-template: 'alerts' auto 'bars' auto 'curves' minmax(0, 1fr) / minmax(0, 1fr);
      gap: 1rem 2rem;
      min-width: 0;
      min-height: 0;
      overflow: hidden;
    }
    :host(.wide) {
      grid-template: 'alerts bars' auto 'curves bars' minmax(0, 1fr) / minmax(0, 1fr) minmax(0, 1fr);
    }
    hb-alert-list {
      grid-area: alerts;
    }
    hb-zone-bars {
      grid-area: bars;
    }
    hb-curves-panel {
      grid-area: curves;
    }
    @media (max-width: 640px) {
      :host {
        overflow: visible;
      }
    }
  `,
        })];
    let _classDescriptor;
    let _classExtraInitializers = [];
    let _classThis;
    var SideColumn = class {
        static { _classThis = this; }
        static {
            const _metadata = typeof Symbol === "function" && Symbol.metadata ? Object.create(null) : void 0;
            __esDecorate(null, _classDescriptor = { value: _classThis }, _classDecorators, { kind: "class", name: _classThis.name, metadata: _metadata }, null, _classExtraInitializers);
            SideColumn = _classThis = _classDescriptor.value;
            if (_metadata) Object.defineProperty(_classThis, Symbol.metadata, { enumerable: true, configurable: true, writable: true, value: _metadata });
            __runInitializers(_classThis, _classExtraInitializers);
        }
        answers = inject(HallAnswers);
        room = roomOfHost();
        bars = computed(() => this.answers.waitBars().bars.length);
        alerts = computed(() => (this.answers.flood() ? this.answers.alertGroups() : this.answers.alerts()).length);
        layout = computed(() => {
            const room = this.room();
            return room && sideLayout(room, { alerts: this.alerts(), bars: this.bars() });
        }, { equal: (a, b) => a === b || (a !== null && b !== null && sameFields(a, b)) });
    };
    return SideColumn = _classThis;
})();
export { SideColumn };
//# sourceMappingURL=side-column.js.map
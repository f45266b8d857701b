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
import { HallFeed } from '../feed/hall-feed';
import { timeOfDay, timeWithSeconds } from '../hall/format';
import { HallAnswers } from '../hall/hall-answers';
import { Glyph } from '../ui/glyph';
import { t } from '../ui/lang';
/** Which hall, how fresh, what time it is there. Freshness is told in words and figures, not by a dot. */
let WallHeader = (() => {
    let _classDecorators = [Component({
            selector: 'hb-wall-header',
            imports: [Glyph],
            template: `
    <h1 class="clip">{{ answers.hall()?.name }}</h1>
    @if (answers.hall(); as hall) {
      @if (hall.demo) {
        <span class="badge">{{ hall.speed === 1 ? t().demoData : t().replayData }}</span>
      }
    }
    <p class="fresh" role="status" [class.near]="!inTime()">
      <hb-glyph [name]="glyph()" />
      <strong>{{ word() }}</strong>
      @if (feed.freshness() !== 'lost') {
        <span class="when">{{ t().dataTime }} {{ dataTime() }}</span>
        <span class="lag">{{ lag() }}</span>
      }
    </p>
    <div class="clock">
      <span class="day">{{ answers.hall()?.day }}</span>
      <time>{{ clock() }}</time>
    </div>
  `,
            styleUrl: './wall-header.css',
        })];
    let _classDescriptor;
    let _classExtraInitializers = [];
    let _classThis;
    var WallHeader = class {
        static { _classThis = this; }
        static {
            const _metadata = typeof Symbol === "function" && Symbol.metadata ? Object.create(null) : void 0;
            __esDecorate(null, _classDescriptor = { value: _classThis }, _classDecorators, { kind: "class", name: _classThis.name, metadata: _metadata }, null, _classExtraInitializers);
            WallHeader = _classThis = _classDescriptor.value;
            if (_metadata) Object.defineProperty(_classThis, Symbol.metadata, { enumerable: true, configurable: true, writable: true, value: _metadata });
            __runInitializers(_classThis, _classExtraInitializers);
        }
        feed = inject(HallFeed);
        answers = inject(HallAnswers);
        t = t;
        clock = computed(() => timeOfDay(this.answers.now(), this.answers.timezone()));
        dataTime = computed(() => timeWithSeconds(this.feed.lastDataAt(), this.answers.timezone()));
        /** Of the line to the server, or of the feeds behind it: the longer is the truth. */
        lag = computed(() => {
            const { silenceSeconds, delaySeconds } = this.answers;
            return t().lag(Math.max(Math.floor(this.feed.silenceMs() / 1000), silenceSeconds() ?? delaySeconds() ?? 0));
        });
        inTime = computed(() => this.feed.freshness() === 'live' && !this.answers.silent() && this.answers.delaySeconds() === null);
        word = computed(() => {
            const [freshness, silence] = [this.feed.freshness(), this.answers.silenceSeconds()];
            if (freshness === 'lost')
                return t().lost;
            if (freshness === 'reconnecting')
                return t().reconnecting;
            if (silence !== null)
                return t().dataSilent(silence);
            return this.inTime() ? t().live : t().feedLate;
        });
        glyph = computed(() => {
            if (this.inTime())
                return 'serving';
            return this.feed.freshness() === 'live' && this.answers.silent() ? 'stale' : 'warning';
        });
    };
    return WallHeader = _classThis;
})();
export { WallHeader };
//# sourceMappingURL=wall-header.js.map
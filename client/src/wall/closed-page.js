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
import { percent, timeOfDay } from '../hall/format';
import { HallAnswers } from '../hall/hall-answers';
import { daysAway } from '../hall/opening';
import { lang, t } from '../ui/lang';
import { WallPages } from './pages';
const WORDS = { before: 'shutBefore', between: 'shutBetween', after: 'shutAfter' };
/**
 * The wall at rest: the hall is shut and empty. Nearly black, nothing stands still, and it says when people may come again;
 * after closing also how the day went.
 */
let ClosedPage = (() => {
    let _classDecorators = [Component({
            selector: 'hb-closed-page',
            templateUrl: './closed-page.html',
            styleUrl: './closed-page.css',
        })];
    let _classDescriptor;
    let _classExtraInitializers = [];
    let _classThis;
    var ClosedPage = class {
        static { _classThis = this; }
        static {
            const _metadata = typeof Symbol === "function" && Symbol.metadata ? Object.create(null) : void 0;
            __esDecorate(null, _classDescriptor = { value: _classThis }, _classDecorators, { kind: "class", name: _classThis.name, metadata: _metadata }, null, _classExtraInitializers);
            ClosedPage = _classThis = _classDescriptor.value;
            if (_metadata) Object.defineProperty(_classThis, Symbol.metadata, { enumerable: true, configurable: true, writable: true, value: _metadata });
            __runInitializers(_classThis, _classExtraInitializers);
        }
        answers = inject(HallAnswers);
        feed = inject(HallFeed);
        pages = inject(WallPages);
        word = computed(() => t()[WORDS[this.answers.shut() ?? 'after']]);
        clock = computed(() => this.time(this.answers.now()));
        opens = computed(() => {
            const hall = this.answers.hall();
            if (!hall || hall.nextOpensAt === null)
                return null;
            return t().opensNext(this.dayWords(hall.nextOpensAt), `${this.time(hall.nextOpensAt)}–${this.time(hall.nextClosesAt)}`);
        });
        /** Only of a day that is over, and only what was measured. */
        summary = computed(() => {
            const figures = this.answers.figures();
            if (this.answers.shut() !== 'after' || !figures || figures.tickets.served === 0)
                return [];
            const { tickets, serviceLevel, rating } = figures;
            return [
                t().summaryServed(tickets.served),
                ...(serviceLevel.share === null ? [] : [t().summaryInTime(percent(serviceLevel.share))]),
                ...(rating.satisfiedShare === null ? [] : [t().summarySatisfied(percent(rating.satisfiedShare))]),
            ];
        });
        /** Quietly: at night nobody has to act on it, but it is not hidden either. */
        lost = computed(() => this.feed.freshness() === 'lost' ? `${t().lost} · ${t().lastData} ${this.time(this.feed.lastDataAt())}` : null);
        time(at) {
            return timeOfDay(at, this.answers.timezone());
        }
        dayWords(at) {
            const hall = this.answers.hall();
            const away = hall ? daysAway(at, hall) : null;
            if (away === 0)
                return t().today;
            if (away === 1)
                return t().tomorrow;
            const locale = lang() === 'zh' ? 'zh-CN' : 'en-GB';
            return new Intl.DateTimeFormat(locale, { timeZone: this.answers.timezone(), weekday: 'short', day: 'numeric', month: 'long' }).format(at);
        }
    };
    return ClosedPage = _classThis;
})();
export { ClosedPage };
//# sourceMappingURL=closed-page.js.map
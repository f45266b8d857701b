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
/**
 * The wall 大屏, `/wall/{hallId}`: one hall on one screen, for ever. It promises to say how old what it shows is, to show
 * no figure it does not have, and to keep every counter in its place. It reads hall/ and feed/'s public store only.
 */
import { Component, computed, effect, inject, input, signal } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { HallFeed } from '../feed/hall-feed';
import { keepKey, takeKey } from '../feed/keys';
import { stopwatch, timeWithSeconds } from '../hall/format';
import { HallAnswers } from '../hall/hall-answers';
import { t } from '../ui/lang';
import { LOST_AFTER_MS } from '../feed/freshness';
import { Glyph } from '../ui/glyph';
import { ClosedPage } from './closed-page';
import { CurvesPanel } from './curves-panel';
import { Field } from './field';
import { KpiBand } from './kpi-band';
import { ManagerPage } from './manager-page';
import { WallPages } from './pages';
import { Refused } from './refused';
import { SideColumn } from './side-column';
import { WallFooter } from './wall-footer';
import { WallHeader } from './wall-header';
let Wall = (() => {
    let _classDecorators = [Component({
            selector: 'hb-wall',
            imports: [ClosedPage, CurvesPanel, Field, Glyph, KpiBand, ManagerPage, Refused, SideColumn, WallFooter, WallHeader],
            providers: [HallFeed, HallAnswers, WallPages],
            host: { '[class.dimmed]': 'pages.dimmed()' },
            templateUrl: './wall.html',
            styleUrls: ['./wall.css', './pages.css'],
        })];
    let _classDescriptor;
    let _classExtraInitializers = [];
    let _classThis;
    var Wall = class {
        static { _classThis = this; }
        static {
            const _metadata = typeof Symbol === "function" && Symbol.metadata ? Object.create(null) : void 0;
            __esDecorate(null, _classDescriptor = { value: _classThis }, _classDecorators, { kind: "class", name: _classThis.name, metadata: _metadata }, null, _classExtraInitializers);
            Wall = _classThis = _classDescriptor.value;
            if (_metadata) Object.defineProperty(_classThis, Symbol.metadata, { enumerable: true, configurable: true, writable: true, value: _metadata });
            __runInitializers(_classThis, _classExtraInitializers);
        }
        /** From the address. */
        hallId = input.required();
        name = input();
        sound = input();
        feed = inject(HallFeed);
        answers = inject(HallAnswers);
        pages = inject(WallPages);
        t = t;
        /** What the hall is being asked with. */
        key = signal(null);
        noAnswer = computed(() => this.feed.silenceMs() >= LOST_AFTER_MS);
        lostFor = computed(() => stopwatch(this.feed.silenceMs()));
        lastData = computed(() => timeWithSeconds(this.feed.lastDataAt(), this.answers.timezone()));
        constructor() {
            const title = inject(Title);
            effect(() => this.turnTo(takeKey(this.hallId())));
            effect(() => title.setTitle(`${this.answers.hall()?.name ?? this.hallId()} · ${t().product}`));
        }
        useKey(key) {
            keepKey(this.hallId(), key);
            this.turnTo(key);
        }
        turnTo(key) {
            this.key.set(key);
            this.feed.watch(this.hallId(), key);
        }
    };
    return Wall = _classThis;
})();
export { Wall };
//# sourceMappingURL=wall.js.map
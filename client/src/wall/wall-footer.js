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
import { toSignal } from '@angular/core/rxjs-interop';
import { map, timer } from 'rxjs';
import { counterStates, sourceStates } from '../../../shared/glossary/states.js';
import { version } from '../../../package.json';
import { HallAnswers } from '../hall/hall-answers';
import { Glyph } from '../ui/glyph';
import { label, t } from '../ui/lang';
import { LangSwitch } from '../ui/lang-switch';
import { Legibility } from './legibility';
import { WallPages } from './pages';
import { SoundSwitch } from './sound-switch';
const FREE = ['serving', 'calling', 'open'];
const TILES = ['paused', 'closed'];
/** More names than these do not fit; the rest is counted. */
const NAMED_SOURCES = 2;
const HANGING_MS = 60_000;
/** The legend, always: a wall has no tooltips. Then where the data come from, what is not today's truth, and which wall this is. */
let WallFooter = (() => {
    let _classDecorators = [Component({
            selector: 'hb-wall-footer',
            imports: [Glyph, LangSwitch, SoundSwitch],
            templateUrl: './wall-footer.html',
            styleUrl: './wall-footer.css',
        })];
    let _classDescriptor;
    let _classExtraInitializers = [];
    let _classThis;
    var WallFooter = class {
        static { _classThis = this; }
        static {
            const _metadata = typeof Symbol === "function" && Symbol.metadata ? Object.create(null) : void 0;
            __esDecorate(null, _classDescriptor = { value: _classThis }, _classDecorators, { kind: "class", name: _classThis.name, metadata: _metadata }, null, _classExtraInitializers);
            WallFooter = _classThis = _classDescriptor.value;
            if (_metadata) Object.defineProperty(_classThis, Symbol.metadata, { enumerable: true, configurable: true, writable: true, value: _metadata });
            __runInitializers(_classThis, _classExtraInitializers);
        }
        /** What the wall's address calls it. */
        name = input('');
        sound = input(false);
        answers = inject(HallAnswers);
        pages = inject(WallPages);
        t = t;
        version = version;
        hung = toSignal(timer(HANGING_MS).pipe(map(() => true)), { initialValue: false });
        legibility = inject(Legibility);
        /** For whoever is hanging the wall. */
        note = computed(() => (this.hung() ? '' : this.legibility.note()));
        legend = computed(() => {
            const stale = { glyph: 'stale', word: t().legendStale, tile: true };
            if (this.answers.observed())
                return [stale];
            return [
                { glyph: 'breach', word: t().legendBreach, tile: false },
                { glyph: 'warning', word: t().legendWarning, tile: false },
                stale,
                ...TILES.map((state) => ({ glyph: state, word: label(counterStates[state]), tile: true })),
                ...FREE.map((state) => ({ glyph: state, word: label(counterStates[state]), tile: false })),
            ];
        });
        ill = computed(() => this.answers.sources().filter((source) => source.state !== 'live'));
        sources = computed(() => {
            const [all, ill] = [this.answers.sources(), this.ill()];
            if (all.length === 0)
                return t().noSources;
            if (ill.length === 0)
                return t().sourcesAll(all.length);
            if (ill.length > NAMED_SOURCES)
                return t().sourcesSilent(ill.length);
            return ill.map((source) => `${source.name} ${label(sourceStates[source.state])}`).join(' · ');
        });
    };
    return WallFooter = _classThis;
})();
export { WallFooter };
//# sourceMappingURL=wall-footer.js.map
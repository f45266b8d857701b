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
import { computed, DestroyRef, inject, Injectable, signal } from '@angular/core';
import { toObservable } from '@angular/core/rxjs-interop';
import { filter, pairwise, throttleTime } from 'rxjs';
import { HallAnswers } from '../hall/hall-answers';
/** Two short tones: Hz, and seconds from now. */
const TONES = [{ pitch: 880, after: 0 }, { pitch: 660, after: 0.22 }];
const TONE_S = 0.2;
const LOUDNESS = 0.25;
const EVERY_MS = 60_000;
/** Rings for a new breach, at most once a minute and not again in a flood. A browser may want to be touched before it sounds. */
let Chime = (() => {
    let _classDecorators = [Injectable()];
    let _classDescriptor;
    let _classExtraInitializers = [];
    let _classThis;
    var Chime = class {
        static { _classThis = this; }
        static {
            const _metadata = typeof Symbol === "function" && Symbol.metadata ? Object.create(null) : void 0;
            __esDecorate(null, _classDescriptor = { value: _classThis }, _classDecorators, { kind: "class", name: _classThis.name, metadata: _metadata }, null, _classExtraInitializers);
            Chime = _classThis = _classDescriptor.value;
            if (_metadata) Object.defineProperty(_classThis, Symbol.metadata, { enumerable: true, configurable: true, writable: true, value: _metadata });
            __runInitializers(_classThis, _classExtraInitializers);
        }
        answers = inject(HallAnswers);
        audio = new AudioContext();
        newest = computed(() => Math.max(0, ...this.answers.alerts().filter(({ severity }) => severity === 'breach').map(({ raisedAt }) => raisedAt)));
        blocked = signal(this.audio.state !== 'running');
        constructor() {
            this.audio.onstatechange = () => this.blocked.set(this.audio.state !== 'running');
            const risen = toObservable(this.newest).pipe(pairwise(), filter(([before, now]) => now > before && !this.answers.flood()), throttleTime(EVERY_MS));
            const ringing = risen.subscribe(() => this.ring());
            inject(DestroyRef).onDestroy(() => {
                ringing.unsubscribe();
                void this.audio.close();
            });
        }
        unblock() {
            void this.audio.resume();
        }
        ring() {
            if (this.blocked())
                return; // else all that was held back would sound at once
            for (const { pitch, after } of TONES) {
                const [tone, gain, start] = [this.audio.createOscillator(), this.audio.createGain(), this.audio.currentTime + after];
                tone.frequency.value = pitch;
                gain.gain.setValueAtTime(LOUDNESS, start);
                gain.gain.exponentialRampToValueAtTime(0.001, start + TONE_S);
                tone.connect(gain).connect(this.audio.destination);
                tone.start(start);
                tone.stop(start + TONE_S);
            }
        }
    };
    return Chime = _classThis;
})();
export { Chime };
//# sourceMappingURL=chime.js.map
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
import { Injectable, signal } from '@angular/core';
import { ask } from '../feed/ask';
import { t } from '../ui/lang';
import { problemOf } from './problem-of';
/** The keys of one hall. What is done here is done at once; a key itself is known only to whoever just made it. */
let Keys = (() => {
    let _classDecorators = [Injectable()];
    let _classDescriptor;
    let _classExtraInitializers = [];
    let _classThis;
    var Keys = class {
        static { _classThis = this; }
        static {
            const _metadata = typeof Symbol === "function" && Symbol.metadata ? Object.create(null) : void 0;
            __esDecorate(null, _classDescriptor = { value: _classThis }, _classDecorators, { kind: "class", name: _classThis.name, metadata: _metadata }, null, _classExtraInitializers);
            Keys = _classThis = _classDescriptor.value;
            if (_metadata) Object.defineProperty(_classThis, Symbol.metadata, { enumerable: true, configurable: true, writable: true, value: _metadata });
            __runInitializers(_classThis, _classExtraInitializers);
        }
        hallId = '';
        list = signal(null);
        refused = signal('');
        done = signal('');
        entries = this.list.asReadonly();
        /** Why the last act failed, in the server's words. */
        problem = this.refused.asReadonly();
        /** What the last act did. */
        notice = this.done.asReadonly();
        async open(hallId) {
            this.hallId = hallId;
            this.refused.set('');
            this.done.set('');
            await this.read();
        }
        /** The key, this once; null when it was refused. */
        async make(role, name) {
            const answer = await ask('POST', this.path(), { role, ...(name ? { name } : {}) });
            this.say(t().keyMade(name || role), answer);
            await this.read();
            return answer.kind === 'ok' ? answer.body.key : null;
        }
        async revoke({ id, name }) {
            const answer = await ask('DELETE', `${this.path()}/${id}`);
            this.say(t().revoked(name), answer);
            await this.read();
        }
        async read() {
            const answer = await ask('GET', this.path());
            if (answer.kind === 'ok')
                this.list.set(answer.body.keys);
            else
                this.say('', answer);
        }
        say(done, answer) {
            this.refused.set(problemOf(answer));
            this.done.set(answer.kind === 'ok' ? done : '');
        }
        path() {
            return `/api/v1/halls/${encodeURIComponent(this.hallId)}/keys`;
        }
    };
    return Keys = _classThis;
})();
export { Keys };
//# sourceMappingURL=keys.js.map
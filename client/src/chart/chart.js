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
import { afterRenderEffect, Component, computed, DestroyRef, ElementRef, inject, input, signal } from '@angular/core';
import { BarChart, CustomChart, LineChart } from 'echarts/charts';
import { GridComponent, MarkLineComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { barsOption } from './bars-option';
import { curveOption } from './curve-option';
import { frames } from './frame-queue';
import { onResize } from './resize';
import { stripOption } from './strip-option';
use([BarChart, CustomChart, LineChart, GridComponent, MarkLineComponent, CanvasRenderer]);
/** Canvas does not repaint its text by itself when a font has come. */
const fontsCome = signal(0);
document.fonts.addEventListener('loadingdone', () => fontsCome.update((times) => times + 1));
/**
 * A chart. This folder is the only home of ECharts and this component the only owner of an instance: it makes it when first
 * painted, paints the newest drawing when its frame comes, nothing while the same is drawn or while it is not `active`, and
 * disposes of it. Screens give it plain data, and say in `label` what it shows to those who cannot see it.
 */
let Chart = (() => {
    let _classDecorators = [Component({
            selector: 'hb-chart',
            host: { role: 'img', '[attr.aria-label]': 'label()' },
            template: '',
            styleUrl: './chart.css',
        })];
    let _classDescriptor;
    let _classExtraInitializers = [];
    let _classThis;
    var Chart = class {
        static { _classThis = this; }
        static {
            const _metadata = typeof Symbol === "function" && Symbol.metadata ? Object.create(null) : void 0;
            __esDecorate(null, _classDescriptor = { value: _classThis }, _classDecorators, { kind: "class", name: _classThis.name, metadata: _metadata }, null, _classExtraInitializers);
            Chart = _classThis = _classDescriptor.value;
            if (_metadata) Object.defineProperty(_classThis, Symbol.metadata, { enumerable: true, configurable: true, writable: true, value: _metadata });
            __runInitializers(_classThis, _classExtraInitializers);
        }
        label = input.required();
        drawing = input.required();
        active = input(true);
        element = inject(ElementRef).nativeElement;
        newest = computed(() => this.drawing(), { equal: sameDrawing });
        size = signal('');
        chart = null;
        constructor() {
            const unwatch = onResize(this.element, () => this.size.set(`${this.element.clientWidth}×${this.element.clientHeight}`));
            afterRenderEffect(() => {
                fontsCome();
                const [drawing, size] = [this.newest(), this.size()];
                const room = size && !size.startsWith('0×') && !size.endsWith('×0');
                if (room && this.active())
                    frames.ask(this, () => this.paint(drawing));
                else
                    frames.forget(this);
            });
            inject(DestroyRef).onDestroy(() => {
                unwatch();
                frames.forget(this);
                this.chart?.dispose();
            });
        }
        paint(drawing) {
            this.chart ??= init(this.element, null, { renderer: 'canvas' });
            this.chart.resize({ silent: true });
            this.chart.setOption(optionOf(drawing, lookOf(this.element)), { notMerge: true, silent: true });
        }
    };
    return Chart = _classThis;
})();
export { Chart };
function optionOf(drawing, look) {
    switch (drawing.kind) {
        case 'curve':
            return curveOption(drawing, look);
        case 'bars':
            return barsOption(drawing, look);
        case 'strip':
            return stripOption(drawing, look);
    }
}
function sameDrawing(a, b) {
    return a === b || JSON.stringify(a) === JSON.stringify(b);
}
function lookOf(element) {
    const style = getComputedStyle(element);
    const token = (name) => style.getPropertyValue(name).trim();
    return {
        rem: parseFloat(getComputedStyle(document.documentElement).fontSize),
        size: Math.round(parseFloat(style.fontSize)),
        text: token('--text'),
        figure: token('--figure'),
        edge: token('--edge'),
        bar: token('--bar'),
        limit: token('--edge-strong'),
        over: token('--over'),
        font: style.fontFamily,
    };
}
//# sourceMappingURL=chart.js.map
import { afterRenderEffect, Component, computed, DestroyRef, ElementRef, inject, input, signal } from '@angular/core';
import { BarChart, CustomChart, LineChart } from 'echarts/charts';
import { GridComponent, MarkLineComponent } from 'echarts/components';
import { init, use, type EChartsCoreOption, type EChartsType } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { barsOption } from './bars-option';
import { columnsOption } from './columns-option';
import { curveOption } from './curve-option';
import type { Drawing, Look } from './drawing';
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
@Component({
  selector: 'hb-chart',
  host: { role: 'img', '[attr.aria-label]': 'label()' },
  template: '',
  styleUrl: './chart.css',
})
export class Chart {
  readonly label = input.required<string>();
  readonly drawing = input.required<Drawing>();
  readonly active = input(true);

  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly newest = computed(() => this.drawing(), { equal: sameDrawing });
  private readonly size = signal('');
  private chart: EChartsType | null = null;

  constructor() {
    const unwatch = onResize(this.element, () => this.size.set(`${this.element.clientWidth}×${this.element.clientHeight}`));
    afterRenderEffect(() => {
      fontsCome();
      const [drawing, size] = [this.newest(), this.size()];
      const room = size && !size.startsWith('0×') && !size.endsWith('×0');
      if (room && this.active()) frames.ask(this, () => this.paint(drawing));
      else frames.forget(this);
    });
    inject(DestroyRef).onDestroy(() => {
      unwatch();
      frames.forget(this);
      this.chart?.dispose();
    });
  }

  private paint(drawing: Drawing): void {
    this.chart ??= init(this.element, null, { renderer: 'canvas' });
    this.chart.resize({ silent: true });
    this.chart.setOption(optionOf(drawing, lookOf(this.element)), { notMerge: true, silent: true });
  }
}

function optionOf(drawing: Drawing, look: Look): EChartsCoreOption {
  switch (drawing.kind) {
    case 'curve':
      return curveOption(drawing, look);
    case 'bars':
      return barsOption(drawing, look);
    case 'columns':
      return columnsOption(drawing, look);
    case 'strip':
      return stripOption(drawing, look);
  }
}

function sameDrawing(a: Drawing, b: Drawing): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}

function lookOf(element: HTMLElement): Look {
  const style = getComputedStyle(element);
  const token = (name: string): string => style.getPropertyValue(name).trim();
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

import { afterRenderEffect, Component, DestroyRef, ElementRef, inject, input, signal } from '@angular/core';
import { LineChart } from 'echarts/charts';
import { GridComponent, MarkLineComponent } from 'echarts/components';
import { init, use, type EChartsType } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { curveOption, type Curve, type CurveLook } from './curve-option';
import { frames } from './frame-queue';

use([LineChart, GridComponent, MarkLineComponent, CanvasRenderer]);

/**
 * A curve of the day. This folder is the only home of ECharts and this component the only owner of an instance: it makes
 * it when first painted, paints the newest curve when its frame comes, and disposes of it. Screens give it plain data.
 */
@Component({
  selector: 'hb-day-curve',
  host: { role: 'img', '[attr.aria-label]': 'title()' },
  template: '',
  styles: ':host { display: block; min-width: 0; min-height: 0; overflow: hidden; }',
})
export class DayCurve {
  readonly title = input.required<string>();
  readonly curve = input.required<Curve>();

  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly size = signal('');
  private readonly fontsCome = signal(0);
  private chart: EChartsType | null = null;

  constructor() {
    const sizes = new ResizeObserver(() => this.size.set(`${this.element.clientWidth}×${this.element.clientHeight}`));
    sizes.observe(this.element);
    const fonts = document.fonts;
    const onFonts = (): void => this.fontsCome.update((times) => times + 1); // canvas does not repaint text by itself
    fonts.addEventListener('loadingdone', onFonts);
    afterRenderEffect(() => {
      this.fontsCome();
      const [curve, size] = [this.curve(), this.size()];
      if (size && !size.startsWith('0×') && !size.endsWith('×0')) frames.ask(this, () => this.paint(curve));
    });
    inject(DestroyRef).onDestroy(() => {
      sizes.disconnect();
      fonts.removeEventListener('loadingdone', onFonts);
      frames.forget(this);
      this.chart?.dispose();
    });
  }

  private paint(curve: Curve): void {
    this.chart ??= init(this.element, null, { renderer: 'canvas' });
    this.chart.resize({ silent: true });
    this.chart.setOption(curveOption(curve, lookOf(this.element)), { notMerge: true, silent: true });
  }
}

function lookOf(element: HTMLElement): CurveLook {
  const style = getComputedStyle(element);
  const token = (name: string): string => style.getPropertyValue(name).trim();
  return {
    rem: parseFloat(getComputedStyle(document.documentElement).fontSize),
    text: token('--text'),
    figure: token('--figure'),
    edge: token('--edge'),
    bar: token('--bar'),
    limit: token('--edge-strong'),
    font: style.fontFamily,
  };
}

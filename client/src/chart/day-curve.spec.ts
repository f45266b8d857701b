import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { getInstanceByDom } from 'echarts/core';
import type { Curve } from './curve-option';
import { ceiling } from './curve-option';
import { DayCurve } from './day-curve';

@Component({
  imports: [DayCurve],
  template: `
    @for (n of shown(); track n) {
      <hb-day-curve style="width: 400px; height: 160px" title="curve" [curve]="curve()" />
    }
  `,
})
class Host {
  readonly shown = signal<number[]>([]);
  readonly curve = signal<Curve>({ labels: ['08:00', '08:15'], lines: [{ name: 'P90', values: [1, null], style: 'strong' }], limits: { values: [15, 30], name: '限值' }, atLeast: 5 });
}

const FRAMES = 8;
/** Lets the browser paint: the observer, then one chart a frame. */
async function painted(): Promise<void> {
  for (let i = 0; i < FRAMES; i++) await new Promise(requestAnimationFrame);
}

describe('a curve of the day', () => {
  it('owns one instance of ECharts and disposes of it: the count stays flat however often it comes and goes', async () => {
    const fixture = TestBed.createComponent(Host);
    const seen = new Set<HTMLElement>();
    for (let round = 0; round < 5; round++) {
      fixture.componentInstance.shown.set([round * 2, round * 2 + 1]);
      await fixture.whenStable();
      await painted();
      for (const element of fixture.nativeElement.querySelectorAll('hb-day-curve')) seen.add(element as HTMLElement);
      const living = [...seen].filter((element) => getInstanceByDom(element));
      expect(living.length).withContext(`round ${round}`).toBe(2);
    }
    fixture.destroy();
    expect(seen.size).toBe(10);
    expect([...seen].filter((element) => getInstanceByDom(element)).length).toBe(0);
  });

  it('draws two even steps up to a round number', () => {
    expect([0, 4, 5, 11, 46, 61, 100, 730].map(ceiling)).toEqual([1, 4, 6, 20, 60, 80, 100, 800]);
  });
});

import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { getInstanceByDom } from 'echarts/core';
import { Chart } from './chart';
import { ceiling } from './curve-option';
import type { Curve, Drawing } from './drawing';
import { frames } from './frame-queue';
import { stretchesOf } from './strip-option';

const curve: Curve = {
  kind: 'curve', labels: ['08:00', '08:15'], lines: [{ name: 'P90', values: [1, null], style: 'strong', over: false }],
  limits: { values: [15, 30], name: 'limit' }, atLeast: 5,
};
const drawings: Drawing[] = [
  curve,
  { kind: 'bars', bars: [{ name: 'good', value: 3 }, { name: 'bad', value: 0 }] },
  { kind: 'strip', times: [{ at: 0, text: '08:00' }], steps: 2, lines: [['light', 'dashed'], ['mid', 'none']], names: [{ at: 1, text: 'A' }] },
];

@Component({
  imports: [Chart],
  template: `
    @for (drawing of shown(); track $index) {
      <hb-chart [style.width]="'400px'" [style.height]="'160px'" label="chart" [drawing]="drawing" [active]="active()" />
    }
  `,
})
class Host {
  readonly shown = signal<Drawing[]>([]);
  readonly active = signal(true);
}

const FRAMES = 8;
/** Lets the browser paint: the observer, then one chart a frame. */
async function painted(): Promise<void> {
  for (let i = 0; i < FRAMES; i++) await new Promise(requestAnimationFrame);
}

describe('a chart', () => {
  it('owns one instance of ECharts and disposes of it: the count stays flat however often charts come and go', async () => {
    const fixture = TestBed.createComponent(Host);
    const seen = new Set<HTMLElement>();
    for (let round = 0; round < 5; round++) {
      fixture.componentInstance.shown.set([]);
      await fixture.whenStable();
      fixture.componentInstance.shown.set(drawings);
      await fixture.whenStable();
      await painted();
      for (const element of fixture.nativeElement.querySelectorAll('hb-chart')) seen.add(element as HTMLElement);
      const living = [...seen].filter((element) => getInstanceByDom(element));
      expect(living.length).withContext(`round ${round}`).toBe(drawings.length);
    }
    fixture.destroy();
    expect(seen.size).toBe(5 * drawings.length);
    expect([...seen].filter((element) => getInstanceByDom(element)).length).toBe(0);
  });

  it('does not ask to be painted while it is not active or the same is drawn, and paints the newest once it is', async () => {
    const fixture = TestBed.createComponent(Host);
    const { shown, active } = fixture.componentInstance;
    const asked = spyOn(frames, 'ask').and.callThrough();
    active.set(false);
    shown.set([curve]);
    await fixture.whenStable();
    await painted();
    expect(asked).not.toHaveBeenCalled();
    active.set(true);
    await fixture.whenStable();
    await painted();
    await document.fonts.ready; // what is painted first may call for a font, and is painted again when it has come
    await painted();
    expect(asked).toHaveBeenCalled();
    asked.calls.reset();
    shown.set([{ ...curve }]);
    await fixture.whenStable();
    expect(asked).not.toHaveBeenCalled();
    shown.set([{ ...curve, atLeast: 9 }]);
    await fixture.whenStable();
    expect(asked).toHaveBeenCalledTimes(1);
    fixture.destroy();
  });

  it('draws two even steps up to a round number', () => {
    expect([0, 4, 5, 11, 46, 61, 100, 730].map(ceiling)).toEqual([1, 4, 6, 20, 60, 80, 100, 800]);
  });

  it('draws cells of one state beside each other as one stretch, and nothing for what was closed', () => {
    expect(stretchesOf([['light', 'light', 'none', 'mid'], [], ['dashed']])).toEqual([[0, 0, 2, 0], [0, 3, 4, 1], [2, 0, 1, 2]]);
  });
});

import { provideZonelessChangeDetection } from '@angular/core';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { Rows } from '../../../shared/rows/rows.js';
import { emptyRows } from '../../../shared/rows/tables.js';
import { FEED_GROUND } from '../feed/hall-feed';
import { ManualGround } from '../spec-ground';
import { counterRow, hallRow, serviceRow, sourceRow } from '../spec-rows';
import { setLang } from '../ui/lang';
import { Wall } from './wall';

/** The whole wall in a spec, on a line and a clock of the spec's own. */
export class WallOnShow {
  readonly ground = new ManualGround();
  private fixture: ComponentFixture<Wall> | null = null;

  constructor() {
    TestBed.configureTestingModule({
      providers: [provideZonelessChangeDetection(), provideRouter([]), { provide: FEED_GROUND, useValue: this.ground }],
    });
    setLang('zh');
  }

  /** `address`: what else stands in it. */
  async show(rows: Rows | null, address: { sound?: string; name?: string; at?: string } = {}): Promise<void> {
    this.fixture = TestBed.createComponent(Wall);
    for (const [name, value] of Object.entries({ hallId: 'h1', ...address })) this.fixture.componentRef.setInput(name, value);
    await this.settle();
    if (rows) this.ground.begin(rows);
    await this.settle();
  }

  /** Another address on the same page. */
  async turn(address: { at: string | undefined }): Promise<void> {
    this.fixture?.componentRef.setInput('at', address.at);
    await this.settle();
  }

  async settle(): Promise<void> {
    for (let i = 0; i < 4; i++) {
      await this.fixture?.whenStable();
      await new Promise(requestAnimationFrame);
    }
  }

  get page(): HTMLElement {
    return this.fixture?.nativeElement as HTMLElement;
  }

  find(selector: string): HTMLElement {
    return this.page.querySelector<HTMLElement>(selector) as HTMLElement;
  }

  text(selector: string): string {
    return this.find(selector)?.innerText.replace(/\s+/g, ' ').trim() ?? '';
  }

  leave(): void {
    this.fixture?.destroy();
    setLang('zh');
  }
}

/** A hall of one counter, one queue and one feed. */
export function smallHall(): Rows {
  const rows = emptyRows();
  rows.hall['h1'] = hallRow();
  rows.services['s1'] = serviceRow();
  rows.counters['A01'] = counterRow();
  rows.sources['/kiosk'] = sourceRow();
  return rows;
}

import { computed, Injectable, signal } from '@angular/core';
import { t } from '../ui/lang';

/** The panel a wall hangs on, from its address: `?inch=86&dist=5`, the diagonal in inches and the farthest reader in metres. */
export interface Panel {
  inch: number;
  dist: number;
}

export function panelIn(search: string): Panel | null {
  const asked = new URLSearchParams(search);
  const [inch, dist] = [Number(asked.get('inch')), Number(asked.get('dist'))];
  return inch > 0 && dist > 0 && Number.isFinite(inch * dist) ? { inch, dist } : null;
}

const MM_PER_INCH = 25.4;
const PICTURE = { wide: 16, high: 9, lines: 1080, lineRem: 1 / 16 };
const ARC_MINUTE = Math.PI / 180 / 60;
/** Digits are read from 20′ of arc and are 0.73 of the font's size (NUREG-0700, FAA); Han from 24′, 0.9 of it (local). */
const DIGITS = { arcMinutes: 20, em: 0.73 };
const HAN = { arcMinutes: 24, em: 0.9 };

/** The least font that the farthest reader can read, in px of 1080 lines. */
export function leastFontPx({ inch, dist }: Panel): number {
  const mmPerPx = (inch * MM_PER_INCH * PICTURE.high) / Math.hypot(PICTURE.wide, PICTURE.high) / PICTURE.lines;
  const fontMm = [DIGITS, HAN].map(({ arcMinutes, em }) => (dist * 1000 * Math.tan(arcMinutes * ARC_MINUTE)) / em);
  return Math.round(Math.max(...fontMm) / mmPerPx);
}

/** What the panel asks of the field, and whether the field could give it. */
@Injectable({ providedIn: 'root' })
export class Legibility {
  private readonly panel = panelIn(location.search);
  private readonly shown = signal(Infinity);

  /** The least size at which the id of a counter can be read, in rem; 0 where the address names no panel. */
  readonly leastRem = this.panel ? leastFontPx(this.panel) * PICTURE.lineRem : 0;
  /** What to say while the wall is being hung; empty where all is well. */
  readonly note = computed(() => (this.panel && this.shown() < this.leastRem ? t().notLegible(this.panel.dist) : ''));

  /** The field shows ids at so many rem. */
  show(idRem: number): void {
    this.shown.set(idRem);
  }
}

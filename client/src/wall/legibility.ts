import { computed, Injectable, signal } from '@angular/core';
import { t } from '../ui/lang';
import { leastFontPx, panelIn } from '../ui/panel';

const REM_PER_PX = 1 / 16;

/** What the panel asks of the field, and whether the field could give it. */
@Injectable({ providedIn: 'root' })
export class Legibility {
  private readonly panel = panelIn(location.search);
  private readonly shown = signal(Infinity);

  /** The least size at which the id of a counter can be read, in rem; 0 where the address names no panel. */
  readonly leastRem = this.panel ? leastFontPx(this.panel) * REM_PER_PX : 0;
  /** What to say while the wall is being hung; empty where all is well. */
  readonly note = computed(() => (this.panel && this.shown() < this.leastRem ? t().notLegible(this.panel.dist) : ''));

  /** The field shows ids at so many rem. */
  show(idRem: number): void {
    this.shown.set(idRem);
  }
}

import { Component, computed, inject } from '@angular/core';
import { densities } from '../../../shared/glossary/choices.js';
import { Draft } from './draft';
import { Problem } from './problem';
import { t } from './words';

type Density = (typeof densities)[number];

/** The hall itself: its name, its time, who may watch, what it aims at. */
@Component({ selector: 'hb-basic-section', imports: [Problem], templateUrl: './basic-section.html' })
export class BasicSection {
  protected readonly draft = inject(Draft);
  protected readonly settings = this.draft.current;
  protected readonly t = t;
  protected readonly zones = Intl.supportedValuesOf('timeZone');
  protected readonly densities = densities;
  protected readonly targets = computed(() => {
    const { serviceLevel, satisfaction } = this.settings().targets ?? {};
    return [
      { field: 'serviceLevel', word: t().targetServiceLevel, percent: percent(serviceLevel) },
      { field: 'satisfaction', word: t().targetSatisfaction, percent: percent(satisfaction) },
    ] as const;
  });

  protected seats(text: string): void {
    this.draft.change({ seats: text === '' ? undefined : Number(text) });
  }

  protected target(field: 'serviceLevel' | 'satisfaction', text: string): void {
    this.draft.change({ targets: { ...this.settings().targets, [field]: text === '' ? undefined : Number(text) / 100 } });
  }

  protected density(chosen: string): void {
    this.draft.change({ wall: { ...this.settings().wall, density: chosen as Density } });
  }
}

/** To a tenth, so that 0.57 does not read 56.99999999999999. */
function percent(share: number | undefined): number | '' {
  return share === undefined ? '' : Math.round(share * 1000) / 10;
}

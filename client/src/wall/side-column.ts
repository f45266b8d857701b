import { Component, computed, inject } from '@angular/core';
import { HallAnswers } from '../hall/hall-answers';
import { sameFields } from '../hall/same';
import { AlertList } from './alert-list';
import { CurvesPanel } from './curves-panel';
import { roomOfHost } from './room';
import { sideLayout } from './side-layout';
import { ZoneBars } from './zone-bars';

/** Beside the field: who must act, where it is slow, and how the day goes. A calm hall gives the room of the alerts to the day. */
@Component({
  selector: 'hb-side-column',
  imports: [AlertList, CurvesPanel, ZoneBars],
  host: { '[class.wide]': 'layout()?.wide' },
  template: `
    @if (layout(); as cut) {
      <hb-alert-list [slots]="cut.alerts" />
      @if (bars() > 0) {
        <hb-zone-bars [slots]="cut.bars" />
      }
      @if (cut.curves > 0) {
        <hb-curves-panel [both]="cut.curves > 1" />
      }
    }
  `,
  styles: `
    :host {
      display: grid;
      grid-template: 'alerts' auto 'bars' auto 'curves' minmax(0, 1fr) / minmax(0, 1fr);
      gap: 1rem 2rem;
      min-width: 0;
      min-height: 0;
      overflow: hidden;
    }
    :host(.wide) {
      grid-template: 'alerts bars' auto 'curves bars' minmax(0, 1fr) / minmax(0, 1fr) minmax(0, 1fr);
    }
    hb-alert-list {
      grid-area: alerts;
    }
    hb-zone-bars {
      grid-area: bars;
    }
    hb-curves-panel {
      grid-area: curves;
    }
    @media (max-width: 640px) {
      :host {
        overflow: visible;
      }
    }
  `,
})
export class SideColumn {
  private readonly answers = inject(HallAnswers);
  private readonly room = roomOfHost();

  protected readonly bars = computed(() => this.answers.waitBars().bars.length);
  private readonly alerts = computed(() => (this.answers.flood() ? this.answers.alertGroups() : this.answers.alerts()).length);
  protected readonly layout = computed(
    () => {
      const room = this.room();
      return room && sideLayout(room, { alerts: this.alerts(), bars: this.bars() });
    },
    { equal: (a, b) => a === b || (a !== null && b !== null && sameFields(a, b)) },
  );
}

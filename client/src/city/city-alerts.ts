import { Component, computed, input } from '@angular/core';
import type { Alert } from '../hall/alerts';
import { sameList } from '../hall/same';
import { Glyph } from '../ui/glyph';
import { t } from '../ui/lang';
import type { Words } from '../ui/words';
import type { HallTile } from './hall-tile';

interface Line {
  id: string;
  severity: Alert['severity'];
  acknowledged: boolean;
  label: string;
  what: string;
  age: string;
  hall: string;
  owner: string;
}

/** What stands open in any hall, worst first: the only part of the city page that is sorted by what happens. */
@Component({
  selector: 'hb-city-alerts',
  imports: [Glyph],
  template: `
    <header>
      <h2>{{ t().alerts }}</h2>
      <span>{{ lines().length === 0 ? t().noAlerts : t().cityStanding(lines().length) }}</span>
    </header>
    <ul>
      @for (line of lines(); track line.id) {
        <li [class]="line.severity">
          <hb-glyph [name]="line.severity" [hollow]="line.acknowledged" />
          <div class="line">
            <strong class="clip">{{ line.label }}</strong>
            <span class="what">{{ line.what }}</span>
            <span class="age">{{ line.age }}</span>
          </div>
          <div class="line more">
            <span class="clip">{{ line.hall }}</span>
            <span class="clip owner">{{ line.owner }}</span>
          </div>
        </li>
      }
    </ul>
  `,
  styleUrl: './city-alerts.css',
})
export class CityAlerts {
  readonly tiles = input.required<readonly HallTile[]>();

  protected readonly t = t;
  protected readonly lines = computed(() => this.standing().map(({ tile, alert }) => lineOf(alert, tile.name(), t())), { equal: sameList });

  /** What a cut line can no longer vouch for stays off the list; its hall's tile says why. */
  private standing(): { tile: HallTile; alert: Alert }[] {
    return this.tiles()
      .flatMap((tile) => (tile.live() ? tile.answers.alerts().map((alert) => ({ tile, alert })) : []))
      .filter(({ alert }) => !alert.resolved)
      .sort((a, b) => weight(a.alert) - weight(b.alert) || a.alert.raisedAt - b.alert.raisedAt);
  }
}

/** A breach before a warning, and nobody's before somebody's. */
function weight({ severity, owner }: Alert): number {
  return (severity === 'breach' ? 0 : 2) + (owner === '' ? 0 : 1);
}

function lineOf({ id, severity, kind, label, value, age, owner, acknowledged, service }: Alert, hall: string, t: Words): Line {
  return {
    id: `${hall} ${id}`, severity, label, owner, acknowledged,
    what: `${t.alertKind(kind)} ${value === '' ? '' : t.alertValue(value, kind)}`,
    age: t.alertAge(age),
    hall: service === '' ? hall : `${hall} · ${service}`,
  };
}

/**
 * The city page, `/wall`: several halls at once, each on a feed of its own and always in the same place; what is worst
 * stands in the list at the side. It asks who the halls are, and holds nothing else itself.
 */
import { Component, computed, effect, inject, viewChildren } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { RouterLink } from '@angular/router';
import { timeOfDay } from '../hall/format';
import { t } from '../ui/lang';
import { LangSwitch } from '../ui/lang-switch';
import { CityAlerts } from './city-alerts';
import { CityHalls } from './city-halls';
import { HallTile } from './hall-tile';

/** So many halls have a tile each; more stand in rows. */
const MOST_TILES = 12;
/** So many rows can be read; each hall is a line to the server too. */
const MOST_HALLS = 30;

@Component({
  selector: 'hb-city',
  imports: [CityAlerts, HallTile, LangSwitch, RouterLink],
  providers: [CityHalls],
  templateUrl: './city.html',
  styleUrl: './city.css',
})
export class City {
  protected readonly store = inject(CityHalls);
  protected readonly t = t;
  protected readonly tiles = viewChildren(HallTile);

  protected readonly shown = computed(() => this.store.halls()?.slice(0, MOST_HALLS) ?? []);
  protected readonly hidden = computed(() => (this.store.halls()?.length ?? 0) - this.shown().length);
  protected readonly inRows = computed(() => this.shown().length > MOST_TILES);
  protected readonly columns = computed(() => columnsOf(this.shown().length));
  /** The clock of the first hall that is live on its own day: this machine's is never shown. */
  protected readonly clock = computed(() => {
    const tile = this.tiles().find(({ live, answers }) => live() && answers.hall()?.demo === false);
    return tile ? timeOfDay(tile.answers.now(), tile.answers.timezone()) : '';
  });

  constructor() {
    const title = inject(Title);
    effect(() => title.setTitle(`${t().cityTitle} · ${t().product}`));
  }
}

/** Up to three tiles a row, so that a tile is about twice as wide as high. */
export function columnsOf(halls: number): number {
  if (halls <= 2) return 1;
  return halls <= 6 ? 2 : 3;
}

import { Component, computed, effect, inject } from '@angular/core';
import { shortLabels } from '../hall/counters';
import { HallAnswers } from '../hall/hall-answers';
import type { Zone } from '../hall/zones';
import { t } from '../ui/lang';
import { BoardTile } from './board-tile';
import { CounterTile } from './counter-tile';
import { BOARD_TILES, COUNTER_TILES, gridFor, ZONE_TILES, type Grid, type TierSize } from './layout';
import { Legibility } from './legibility';
import { roomOfHost } from './room';
import { SMALL_NAME, zoneGrid } from './zone-layout';
import { ZoneNote } from './zone-note';
import { ZoneTile } from './zone-tile';

/** A zone with what tells its counters apart where there is no room for their whole ids. */
interface LabelledZone {
  zone: Zone;
  prefix: string;
  tiles: { id: string; short: string }[];
}

/** An id of more characters than these is shortened on a tile without room for names. */
const MOST_CHARACTERS = 4;

function labelled(zone: Zone): LabelledZone {
  const { prefix, tails } = shortLabels(zone.ids);
  return { zone, prefix, tiles: zone.ids.map((id, i) => ({ id, short: tails[i] as string })) };
}

/** The field: every counter (or, in a hall of boards, every queue) in its place, as large as the room allows. */
@Component({
  selector: 'hb-field',
  imports: [BoardTile, CounterTile, ZoneNote, ZoneTile],
  templateUrl: './field.html',
  styleUrl: './field.css',
})
export class Field {
  protected readonly answers = inject(HallAnswers);
  protected readonly t = t;
  private readonly room = roomOfHost();
  private readonly legibility = inject(Legibility);

  private readonly zones = computed(() => this.answers.zones().map(labelled));
  protected readonly tiles = computed(() => (
    this.zones().flatMap(({ tiles }) => tiles.map(({ id, short }) => ({ id, short: id.length > MOST_CHARACTERS ? short : id })))));
  private readonly density = computed(() => this.answers.hall()?.density ?? 'auto');

  /** All counters in one grid; null where they are shown by zone. */
  protected readonly grid = computed(() => {
    const [room, density] = [this.room(), this.density()];
    if (!room || (room.height !== null && (density === 'rows' || density === 'zones'))) return null;
    const from = COUNTER_TILES.findIndex(({ tier }) => tier === density);
    return gridFor(this.tiles().length, room, { tiles: COUNTER_TILES.slice(Math.max(0, from)), readable: this.legibility.leastRem });
  });
  /** Zones with short labels, block by block; null where single tiles fit, or nothing smaller does. */
  protected readonly blocks = computed(() => {
    const [room, zones] = [this.room(), this.zones()];
    if (!room || this.grid() || this.density() === 'zones') return null;
    const characters = Math.max(...zones.flatMap(({ tiles }) => tiles.map(({ short }) => short.length)));
    const cut = zoneGrid({ sizes: zones.map(({ tiles }) => tiles.length), characters }, room);
    return cut && { ...cut, zones: cut.blocks.map((block) => block.map((i) => zones[i] as LabelledZone)) };
  });
  protected readonly boards = computed(() => this.cutAnyway(this.answers.queues().length, BOARD_TILES));
  protected readonly summary = computed(() => this.cutAnyway(this.zones().length, ZONE_TILES));

  constructor() {
    effect(() => this.legibility.show(this.grid()?.name ?? (this.blocks() ? SMALL_NAME : this.summary().name)));
  }

  protected linesOf({ tiles }: LabelledZone, perLine: number): number {
    return Math.ceil(tiles.length / perLine);
  }

  /** More than can be told apart still stand in their places. */
  private cutAnyway(count: number, tiles: readonly TierSize[]): Grid {
    const room = this.room();
    const columns = Math.max(1, Math.ceil(Math.sqrt(count)));
    const cut = room && gridFor(count, room, { tiles });
    return cut ?? { columns, rows: Math.ceil(count / columns), tier: 'compact', scale: 1, name: SMALL_NAME, foot: false };
  }
}

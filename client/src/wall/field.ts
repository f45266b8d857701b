import { Component, computed, inject } from '@angular/core';
import { shortLabels } from '../hall/counters';
import { HallAnswers } from '../hall/hall-answers';
import type { Zone } from '../hall/zones';
import { t } from '../ui/lang';
import { BoardTile } from './board-tile';
import { CounterTile } from './counter-tile';
import { BOARD_TILES, COUNTER_TILES, gridFor, ZONE_TILES, zoneGrid, type Grid, type TierSize } from './layout';
import { roomOfHost } from './room';
import { ZoneNote } from './zone-note';
import { ZoneTile } from './zone-tile';

/** A zone in the field of small tiles: what stands on each, and over how many lines. */
interface ZoneLine {
  zone: Zone;
  tiles: { id: string; short: string }[];
  lines: number;
}

function lineOf(zone: Zone, perLine: number): ZoneLine {
  const labels = shortLabels(zone.ids);
  const tiles = zone.ids.map((id, i) => ({ id, short: labels[i] ?? id }));
  return { zone, tiles, lines: Math.ceil(tiles.length / perLine) };
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

  protected readonly ids = computed(() => this.answers.zones().flatMap((zone) => zone.ids));
  protected readonly grid = computed(() => this.cut(this.ids().length, COUNTER_TILES));
  protected readonly boards = computed(() => this.cutAnyway(this.answers.queues().length, BOARD_TILES));
  protected readonly summary = computed(() => this.cutAnyway(this.answers.zones().length, ZONE_TILES));

  /** Zones with short labels, block by block; null where single tiles fit, or nothing smaller does. */
  protected readonly blocks = computed(() => {
    const [room, zones] = [this.room(), this.answers.zones()];
    if (!room || this.grid()) return null;
    const cut = zoneGrid(zones.map((zone) => zone.ids.length), room);
    return cut && { perLine: cut.perLine, lines: cut.lines, zones: cut.blocks.map((block) => block.map((i) => lineOf(zones[i] as Zone, cut.perLine))) };
  });

  private cut(count: number, tiles: readonly TierSize[]): Grid | null {
    const room = this.room();
    return room ? gridFor(count, room, tiles) : null;
  }

  /** More than can be told apart still stand in their places. */
  private cutAnyway(count: number, tiles: readonly TierSize[]): Grid {
    const columns = Math.max(1, Math.ceil(Math.sqrt(count)));
    return this.cut(count, tiles) ?? { columns, rows: Math.ceil(count / columns), tier: 'compact', scale: 1 };
  }
}

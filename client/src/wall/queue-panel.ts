import { Component, computed, inject } from '@angular/core';
import { minutes, UNKNOWN } from '../hall/format';
import { HallAnswers } from '../hall/hall-answers';
import type { Queue } from '../hall/queues';
import { sameList } from '../hall/same';
import type { Severity } from '../hall/severity';
import { Glyph } from '../ui/glyph';
import { t } from '../ui/lang';
import { pageOf } from './layout';
import { roomOfHost } from './room';

/** A queue's line in words and figures; `fill` is its wait in percent of the bar, the limit standing at `LIMIT_AT`. */
interface QueueLine {
  id: string;
  name: string;
  waiting: string;
  wait: string;
  fill: number | null;
  severity: Severity;
}

/** Where on the bar the limit stands: beyond it there is room to see by how much it is passed. */
const LIMIT_AT = 75;
const ROW_REM = 2.6;
const HEAD_REM = 3.25;
const TURN_MS = 15_000;

/** Every queue with its people and its oldest wait against its limit. Past a limit it never leaves the panel. */
@Component({
  selector: 'hb-queue-panel',
  imports: [Glyph],
  templateUrl: './queue-panel.html',
  styleUrl: './queue-panel.css',
})
export class QueuePanel {
  private readonly answers = inject(HallAnswers);
  private readonly room = roomOfHost();

  protected readonly t = t;
  protected readonly limitAt = LIMIT_AT;

  private readonly slots = computed(() => {
    const height = this.room()?.height;
    return height == null ? Infinity : Math.max(2, Math.floor((height - HEAD_REM) / ROW_REM));
  });
  private readonly turn = computed(() => Math.floor((this.answers.now() ?? 0) / TURN_MS));
  private readonly page = computed(() => pageOf(this.answers.queues(), { slots: this.slots(), turn: this.turn() }, (queue) => queue.severity === 'breach'));

  protected readonly lines = computed(() => this.page().items.map((queue) => this.line(queue)), { equal: sameList });
  protected readonly hidden = computed(() => this.answers.queues().length - this.page().items.length);
  protected readonly pageWords = computed(() => t().pageOf(this.page().page, this.page().pages));

  private line({ id, name, waiting, waitMs, limitMs, severity }: Queue): QueueLine {
    if (this.answers.silent()) return { id, name, waiting: UNKNOWN, wait: UNKNOWN, fill: null, severity: 'none' };
    const fill = limitMs === null ? null : Math.min(100, Math.round((LIMIT_AT * (waitMs ?? 0)) / limitMs));
    return { id, name, waiting: String(waiting), wait: minutes(waitMs), fill, severity };
  }
}

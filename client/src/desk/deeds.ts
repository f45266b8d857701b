import { computed, effect, inject, Injectable, signal, untracked } from '@angular/core';
import type { AlertRow } from '../../../shared/rows/rows.js';
import { Colleagues } from '../feed/colleagues';
import { HallDoor } from '../feed/hall-door';
import { HallFeed } from '../feed/hall-feed';
import { timeWithSeconds } from '../hall/format';
import { HallAnswers } from '../hall/hall-answers';
import { t } from '../ui/lang';
import { problemOf } from '../ui/problem-of';

export type Deed = 'acknowledge' | 'assign' | 'comment' | 'silence' | 'resolve';

interface Doing {
  deed: Deed;
  /** The alert's row when the deed was asked for. */
  row: AlertRow | undefined;
  answered: boolean;
}

/**
 * What people do about alerts. Nothing is painted in advance: a deed is under way until the server has answered and the
 * alert's own row has come anew, and one that came second says who was first.
 */
@Injectable()
export class Deeds {
  private readonly feed = inject(HallFeed);
  private readonly answers = inject(HallAnswers);
  private readonly door = inject(HallDoor);
  private readonly colleagues = inject(Colleagues);
  private readonly doing = signal<ReadonlyMap<string, Doing>>(new Map());
  private readonly refused = signal<{ alertId: string; deed: Deed; conflict: boolean; detail: string } | null>(null);

  /** On stale rows nobody decides anything. */
  readonly possible = computed(() => this.feed.freshness() === 'live' && this.door.mayAct());
  /** Which deed's form is open. */
  readonly form = signal<Deed | null>(null);

  constructor() {
    effect(() => {
      this.feed.rows.alerts();
      untracked(() => this.letGo());
    });
  }

  underWay(alertId: string): Deed | null {
    return this.doing().get(alertId)?.deed ?? null;
  }

  async do(deed: Deed, alertId: string, body?: object): Promise<void> {
    if (!this.possible() || this.underWay(alertId)) return;
    this.refused.set(null);
    this.keep(alertId, { deed, row: this.feed.rows.alerts()[alertId], answered: false });
    const answer = await this.door.ask('POST', `alerts/${encodeURIComponent(alertId)}/${deed}`, body);
    if (answer.kind === 'ok') {
      this.form.set(null);
      this.keep(alertId, { ...this.doing().get(alertId)!, answered: true });
      this.letGo();
    } else {
      this.keep(alertId, null);
      this.refused.set({ alertId, deed, conflict: answer.kind === 'problem' && answer.status === 409, detail: problemOf(answer) });
    }
  }

  /** Why the last deed on this alert was not done; '' where it was. */
  refusal(alertId: string): string {
    const refused = this.refused();
    if (refused?.alertId !== alertId) return '';
    const row = this.feed.rows.alerts()[alertId];
    return (refused.conflict && row && this.firstOne(refused.deed, row)) || refused.detail;
  }

  private firstOne(deed: Deed, { acknowledgedAt, acknowledgedBy, resolvedAt, resolvedBy }: AlertRow): string {
    const time = (at: number | null): string => timeWithSeconds(at, this.answers.timezone());
    if (deed === 'acknowledge') return acknowledgedBy === null ? '' : t().takenFirst(this.colleagues.nameOf(acknowledgedBy), time(acknowledgedAt));
    if (resolvedAt === null) return '';
    return resolvedBy === null ? t().endedItself(time(resolvedAt)) : t().endedFirst(this.colleagues.nameOf(resolvedBy), time(resolvedAt));
  }

  private keep(alertId: string, doing: Doing | null): void {
    const all = new Map(this.doing());
    if (doing) all.set(alertId, doing);
    else all.delete(alertId);
    this.doing.set(all);
  }

  private letGo(): void {
    const rows = this.feed.rows.alerts();
    const left = [...this.doing()].filter(([id, { answered, row }]) => !answered || (rows[id] !== undefined && rows[id] === row));
    if (left.length < this.doing().size) this.doing.set(new Map(left));
  }
}

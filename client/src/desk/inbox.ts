import { computed, inject, Injectable, signal } from '@angular/core';
import { Router } from '@angular/router';
import { Colleagues } from '../feed/colleagues';
import { Session } from '../feed/session';
import type { Alert } from '../hall/alerts';
import { HallAnswers } from '../hall/hall-answers';
import { alertsFor, entriesOf, type Whose } from '../hall/inbox';
import { sameList } from '../hall/same';
import { alertLine, groupLine, type AlertLine } from '../ui/alert-lines';
import { langInAddress, t } from '../ui/lang';

/** One line of the list: an alert, or the head of a group with the ids of those in it that nobody has acknowledged. */
export interface InboxRow {
  id: string;
  line: AlertLine;
  isGroup: boolean;
  inGroup: boolean;
  marks: string;
  untaken: readonly string[];
}

/** What stands in the list and what is chosen of it. The address holds the choice, so that a link leads to an alert. */
@Injectable()
export class Inbox {
  private readonly answers = inject(HallAnswers);
  private readonly session = inject(Session);
  private readonly colleagues = inject(Colleagues);
  private readonly router = inject(Router);
  private readonly opened = signal<ReadonlySet<string>>(new Set());

  readonly whose = signal<Whose>('all');
  /** The alert that the address names. */
  readonly chosen = signal<string | null>(null);
  /** The line that has the keyboard. */
  readonly cursor = signal<string | null>(null);
  /** Alerts of groups that are ticked. */
  readonly ticked = signal<ReadonlySet<string>>(new Set());

  private readonly alerts = computed(() => alertsFor(this.answers.alerts(), this.whose(), this.session.who()?.username ?? ''), { equal: sameList });
  readonly rows = computed(() => entriesOf(this.alerts(), this.answers.now()).flatMap((entry): InboxRow[] => {
    if (entry.kind === 'alert') return [this.rowOf(entry.alert, false)];
    const untaken = entry.members.filter(({ acknowledged }) => !acknowledged).map(({ id }) => id);
    const head: InboxRow = { id: entry.id, line: groupLine(entry.group, t()), isGroup: true, inGroup: false, marks: '', untaken };
    return this.isOpen(entry.id) ? [head, ...entry.members.map((alert) => this.rowOf(alert, true))] : [head];
  }));

  isOpen(groupId: string): boolean {
    return this.opened().has(groupId);
  }

  toggle(groupId: string): void {
    this.opened.update((open) => toggled(open, groupId));
  }

  tick(alertId: string): void {
    this.ticked.update((ticked) => toggled(ticked, alertId));
  }

  /** Opens an alert, or none; the way back through the browser's history leads to the list. */
  choose(alertId: string | null): void {
    const queryParams = { alert: alertId, lang: langInAddress() };
    void this.router.navigate([], { queryParams, queryParamsHandling: 'merge', replaceUrl: this.chosen() !== null && alertId !== null });
  }

  /** Moves the keyboard down or up; an alert that it comes to is opened. */
  step(by: 1 | -1): void {
    const rows = this.rows();
    const at = rows.findIndex(({ id }) => id === (this.cursor() ?? this.chosen()));
    const next = at === -1 ? rows[0] : rows[Math.min(rows.length - 1, Math.max(0, at + by))];
    if (!next) return;
    this.cursor.set(next.id);
    if (!next.isGroup) this.choose(next.id);
  }

  private rowOf(alert: Alert, inGroup: boolean): InboxRow {
    const { silenced, escalations, resolved } = alert;
    const marks = [silenced ? t().silencedMark : '', escalations > 0 && !resolved ? t().escalatedTimes(escalations) : ''].filter(Boolean);
    const owner = alert.owner && this.colleagues.nameOf(alert.owner);
    return { id: alert.id, line: alertLine({ ...alert, owner }, t()), isGroup: false, inGroup, marks: marks.join(' · '), untaken: [] };
  }
}

function toggled(set: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(set);
  if (!next.delete(id)) next.add(id);
  return next;
}

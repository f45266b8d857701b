import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { AppraisalAnswer } from '../../../shared/commands/appraisals.js';
import { HallDoor } from '../feed/hall-door';
import { UNKNOWN } from '../hall/format';
import { dateAfter, monthAfter } from '../hall/local-time';
import { langInAddress, t } from '../ui/lang';
import { itemsOf, pointsText } from './figure-text';

/** The scorecards of a month: a line each, every number with what it rests on. */
@Component({ selector: 'hb-card-table', imports: [RouterLink], templateUrl: './card-table.html', styleUrl: './card-table.css' })
export class CardTable {
  readonly told = input.required<AppraisalAnswer>();

  protected readonly door = inject(HallDoor);
  protected readonly t = t;
  protected readonly langInAddress = langInAddress;
  protected readonly items = computed(() => {
    const { content } = this.told().plan;
    return content.kind === 'appraisalPlan' ? itemsOf(content) : [];
  });
  /** The month in the report, as far as it goes. */
  protected readonly period = computed(() => {
    const { month } = this.told();
    return { from: `${month}-01`, day: dateAfter(`${monthAfter(month, 1)}-01`, -1), lang: langInAddress() };
  });
  protected readonly lines = computed(() => this.told().cards.map(({ id, name, days, n, total, known, rank, lines, conduct, complaints }) => ({
    id, name, n, days: t().appraisalDays(days), total: pointsText(total), known: known === 100 ? '' : t().appraisalKnown(known), rank: rank === null ? UNKNOWN : String(rank), complaints,
    cells: this.items().map((item) => {
      const line = lines.find((one) => one.id === item.id);
      return { id: item.id, isForm: item.isForm, points: pointsText(line?.points ?? null), said: line ? item.said(line) : '', caseIds: line?.caseIds ?? [] };
    }),
    conduct: conduct && { count: conduct.caseIds.length, word: conduct.state === 'ok' ? '' : t().conductWords[conduct.state], tone: { ok: '', warned: 'near', disqualified: 'over' }[conduct.state], caseIds: conduct.caseIds },
  })));
  protected readonly ofStaff = computed(() => this.told().of === 'staff');
}

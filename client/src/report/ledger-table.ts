/** The ledgers of the day or days: what came, was answered and closed of each kind, and how they stood at the end. */
import { Component, computed, input } from '@angular/core';
import { caseKinds } from '../../../shared/glossary/cases.js';
import { idsOf } from '../../../shared/glossary/word.js';
import { label, t } from '../ui/lang';
import type { ReportDay } from './report-day';

const columns = ['opened', 'replied', 'closed', 'open', 'overdue'] as const;

@Component({
  selector: 'hb-ledger-table',
  template: `
    @if (lines().length > 0) {
      <h3>{{ t().ledger }}</h3>
      <div class="scroll" tabindex="0" role="region" [attr.aria-label]="t().ledger">
        <table>
          <thead>
            <tr>
              <th scope="col">{{ t().groupName }}</th>
              @for (column of columns; track column) {
                <th scope="col">{{ t().ledgerColumns[column] }}</th>
              }
            </tr>
          </thead>
          <tbody>
            @for (line of lines(); track line.kind) {
              <tr>
                <th scope="row">{{ line.name }}</th>
                @for (cell of line.cells; track cell.column) {
                  <td [class.over]="cell.column === 'overdue' && cell.count !== 0">{{ cell.count }}</td>
                }
              </tr>
            }
          </tbody>
        </table>
      </div>
    }
  `,
})
export class LedgerTable {
  readonly report = input.required<ReportDay>();

  protected readonly t = t;
  protected readonly columns = columns;
  protected readonly lines = computed(() => {
    const { cases } = this.report();
    const lines = idsOf(caseKinds).map((kind) => ({ kind, name: label(caseKinds[kind]), cells: columns.map((column) => ({ column, count: cases?.[column]?.[kind] ?? 0 })) }));
    return lines.filter(({ cells }) => cells.some(({ count }) => count > 0));
  });
}

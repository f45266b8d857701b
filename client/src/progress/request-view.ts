import { Component, computed, input } from '@angular/core';
import { caseStates, requestSteps } from '../../../shared/glossary/cases.js';
import type { RequestProgress } from '../../../shared/rows/progress.js';
import { localText } from '../hall/local-time';
import { label, t } from '../ui/lang';

/** A service request as its seven steps, each with its time; a mark and a word say where it stands, not a colour alone. */
@Component({
  selector: 'hb-request-view',
  template: `
    @let request = progress();
    <p class="state">{{ state() }}</p>
    @if (request.ahead !== null) {
      <p class="next">{{ t().requestAhead(request.ahead) }}</p>
    }
    @if (request.dueAt !== null) {
      <p>{{ t().dueBy(dateOf(request.dueAt)) }}</p>
    }
    @if (request.service) {
      <p>{{ request.service }}</p>
    }
    <ol>
      @for (step of steps(); track step.word) {
        <li [class.taken]="step.at !== null">
          <span class="mark" aria-hidden="true">{{ step.at === null ? '○' : '●' }}</span>
          <span>{{ step.word }}</span>
          <span class="time">{{ step.at === null ? t().notYet : time(step.at) }}</span>
        </li>
      }
    </ol>
  `,
})
export class RequestView {
  readonly progress = input.required<RequestProgress>();
  readonly timezone = input.required<string>();
  protected readonly t = t;
  protected readonly state = computed(() => (this.progress().state === 'due' ? t().requestRaised : label(caseStates[this.progress().state])));
  protected readonly steps = computed(() => this.progress().steps.map(({ step, at }) => ({ word: label(requestSteps[step]), at })));

  /** Limits run to the end of a day: the day that ends there. */
  protected dateOf(dueAt: number): string {
    return localText(dueAt - 1, this.timezone()).slice(0, 10);
  }

  protected time(at: number): string {
    return localText(at, this.timezone()).replace('T', ' ');
  }
}

import { Component, computed, inject, input, output, signal } from '@angular/core';
import type { AppraisalAnswer } from '../../../shared/commands/appraisals.js';
import type { PutRecord } from '../../../shared/commands/records.js';
import { Colleagues } from '../feed/colleagues';
import { HallDoor } from '../feed/hall-door';
import { t } from '../ui/lang';
import { problemOf } from '../ui/problem-of';
import { pointsText } from './figure-text';

const LONGEST = 4_000;

/** Publishes what was frozen as a notice of the hall, by the approval that every record takes. */
@Component({
  selector: 'hb-publish-form',
  template: `
    <form (submit)="submit($event, { title: title.value, text: text.value, approvedBy: approver.value })">
      <h3>{{ t().appraisalPublish }}</h3>
      <p>{{ t().appraisalPublishNote }}</p>
      <label class="field-row">{{ t().planTitle }}<input #title class="input" name="title" required maxlength="200" [value]="t().appraisalPublishTitle(told().month, told().title)" /></label>
      <label class="field-row">{{ t().appraisalPublishText }}<textarea #text class="input" name="notice" rows="6" required maxlength="4000" [value]="words()"></textarea></label>
      <label class="field-row">
        {{ t().appraisalApprover }}
        <select #approver class="input" name="approvedBy" required>
          @for (person of approvers(); track person.username) {
            <option [value]="person.username">{{ person.name }}</option>
          }
        </select>
      </label>
      @if (problem(); as why) {
        <p class="problem" role="alert">{{ why }}</p>
      }
      <div class="acts"><button type="submit" class="button" [disabled]="sending()">{{ sending() ? t().appraisalSending : t().appraisalPublishSend }}</button></div>
    </form>
  `,
})
export class PublishForm {
  readonly told = input.required<AppraisalAnswer>();
  readonly done = output();

  private readonly door = inject(HallDoor);
  protected readonly t = t;
  /** V1: who writes does not approve. */
  protected readonly approvers = inject(Colleagues).approvers;
  /** As many whole lines as a notice takes. */
  protected readonly words = computed(() => {
    let words = '';
    for (const { name, total, rank } of this.told().cards) {
      const line = `${t().appraisalPublishLine(name, pointsText(total), rank)}\n`;
      if (words.length + line.length > LONGEST) break;
      words += line;
    }
    return words.trim();
  });
  protected readonly sending = signal(false);
  protected readonly problem = signal('');

  protected async submit(event: SubmitEvent, { title, text, approvedBy }: { title: string; text: string; approvedBy: string }): Promise<void> {
    event.preventDefault();
    const said: PutRecord = { title, approvedBy, content: { kind: 'notice', topic: 'appraisal', text } };
    this.sending.set(true);
    const answer = await this.door.ask('PUT', `records/${encodeURIComponent(this.told().noticeId)}`, said);
    this.sending.set(false);
    this.problem.set(problemOf(answer));
    if (answer.kind === 'ok') this.done.emit();
  }
}

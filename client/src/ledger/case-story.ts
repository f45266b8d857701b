import { Component, computed, inject, input } from '@angular/core';
import type { CaseDeed, CaseEntry } from '../../../shared/commands/cases.js';
import { caseSteps } from '../../../shared/glossary/cases.js';
import { Colleagues } from '../feed/colleagues';
import { HallDoor } from '../feed/hall-door';
import { label, t } from '../ui/lang';
import { ProofView } from '../ui/proof';
import { CaseNames } from './case-names';

/** What people did about a case, as it came. */
@Component({
  selector: 'hb-case-story',
  imports: [ProofView],
  template: `
    <ol>
      @for (line of lines(); track $index) {
        <li>
          <p><strong>{{ line.what }}</strong> <span>{{ line.who }}</span> <time>{{ line.time }}</time></p>
          @if (line.text) {
            <p class="text">{{ line.text }}</p>
          }
          @if (line.reference) {
            <p>{{ line.reference }}</p>
          }
          @if (line.proof.length > 0) {
            <div class="proof" role="group" [attr.aria-label]="t().caseProof">
              @for (file of line.proof; track file.id) {
                <hb-proof [one]="file" [address]="door.attachmentAt(file.id)" />
              }
            </div>
          }
        </li>
      }
    </ol>
  `,
  styles: `
    ol {
      border-left: 0.125rem solid var(--edge-strong);
    }
    li {
      position: relative;
      padding: 0 0 1rem 1.25rem;
    }
    li:last-child {
      padding-bottom: 0;
    }
    li::before {
      content: '';
      position: absolute;
      top: 0.375rem;
      left: -0.4375rem;
      width: 0.75rem;
      height: 0.75rem;
      border-radius: 50%;
      background: var(--figure);
    }
    p {
      display: flex;
      flex-wrap: wrap;
      gap: 0 0.75rem;
    }
    strong {
      color: var(--figure);
    }
    .proof {
      display: flex;
      flex-wrap: wrap;
      gap: 0.5rem;
      padding-top: 0.375rem;
    }
    .text {
      color: var(--figure);
      white-space: pre-wrap;
      overflow-wrap: anywhere;
    }
  `,
})
export class CaseStory {
  readonly one = input.required<CaseEntry>();

  private readonly names = inject(CaseNames);
  private readonly colleagues = inject(Colleagues);
  protected readonly door = inject(HallDoor);
  protected readonly t = t;
  protected readonly lines = computed(() => {
    const { openedAt, openedBy, deeds, proof } = this.one();
    return [{ what: t().caseOpened, who: this.colleagues.nameOf(openedBy), time: this.names.time(openedAt), text: '', reference: '', proof }, ...deeds.map((deed) => this.lineOf(deed))];
  });

  private lineOf({ step, at, by, text, verdict, proof, reference }: CaseDeed) {
    const word = label(caseSteps[step]);
    const verdictWord = verdict === null ? undefined : t().verdictWords[step]?.[verdict];
    return {
      what: verdictWord === undefined ? word : `${word} · ${verdictWord}`,
      who: this.colleagues.nameOf(by),
      time: this.names.time(at),
      text: text ?? '',
      reference: reference === null ? '' : t().replyProof(reference),
      proof,
    };
  }
}

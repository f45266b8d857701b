/** A case for specs, as a person would open and step it. Only specs call this. */
import type { OpenCase, StepCase } from '../../../shared/commands/cases.js';
import { newCase, takeStep, type Case } from './case.js';
import { hindranceTo, type Hindrance } from './procedure.js';

type Kind = OpenCase['kind'];

export class CaseForSpec {
  readonly case: Case;
  private at: number;

  constructor(kind: Kind, said: Partial<OpenCase> & { openedAt?: number } = {}) {
    const { openedAt = 1_000, ...more } = said;
    this.at = openedAt;
    this.case = newCase({ id: 'c1', number: 'X-700001' }, { kind, title: 'Spec', channel: 'hotline', ...more, at: openedAt, by: 'chen', owner: 'wang', dueAt: 9_000, replyDueAt: null });
  }

  /** `wang verify yes`: who does what; what hindered it, or the state it led to. */
  does(text: string): Hindrance | Case['state'] {
    const [by, step, verdict] = text.split(' ') as [string, StepCase['step'], 'yes' | 'no' | undefined];
    const hindrance = hindranceTo(this.case, { step, verdict, by, reference: 'R-1' });
    if (hindrance === null) takeStep(this.case, { caseId: 'c1', step, at: ++this.at, by, ...(verdict && { verdict }) });
    return hindrance ?? this.case.state;
  }
}

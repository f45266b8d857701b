/** Appraisals 考核 of a live hall: the forms that a month opens, each a case, and the freezing of its cards. */
import { createHash } from 'node:crypto';
import type { AskedForm, Card, FrozenCards } from '../../shared/commands/appraisals.js';
import type { CaseEntry } from '../../shared/commands/cases.js';
import type { RecordVersion } from '../../shared/commands/records.js';
import { appraisalForms } from '../../shared/glossary/appraisals.js';
import { formatInstant } from '../../shared/instant.js';
import { periodKey, revisionsOf } from '../domain/appraisal/frozen.js';
import { endOfWorkingDay } from '../domain/calendar/working-days.js';
import { OWN_SOURCE, type AppraisalFrozen, type CaseOpened } from '../domain/event/own-event.js';
import type { Hall } from '../domain/hall/hall.js';
import { isOf, recordAt, type Of } from '../domain/record/record.js';
import type { Verdict } from '../journal/journal.js';

export type Plan = Of<'appraisalPlan'>;

interface Tools {
  now: () => number;
  commit: (events: (CaseOpened | AppraisalFrozen)[]) => Promise<{ verdicts: Verdict[] | null }>;
}

/** A form to be opened: about whom, and who answers it. */
export interface NewForm extends Pick<AskedForm, 'subject' | 'form' | 'owner'> {
  name: string;
}

/** Many forms are opened in several commits, so that others' are not kept waiting. */
const AT_ONCE = 100;

export class Appraisals {
  constructor(
    private readonly hall: Hall,
    private readonly tools: Tools,
  ) {}

  /** The forms of appraisals, by plan and month. */
  periods(): Map<string, CaseEntry[]> {
    const periods = new Map<string, CaseEntry[]>();
    for (const one of this.hall.cases.values()) {
      if (!one.appraisal) continue;
      const key = periodKey(one.appraisal);
      const known = periods.get(key);
      if (known) known.push(one);
      else periods.set(key, [one]);
    }
    return periods;
  }

  forms(planId: string, month: string): CaseEntry[] {
    return [...this.hall.cases.values()].filter(({ appraisal }) => appraisal?.planId === planId && appraisal.month === month);
  }

  /** In force now, or that version of it. */
  plan(planId: string, version?: number): Plan | null {
    const record: RecordVersion | null = version === undefined ? recordAt(this.hall.records, planId, this.tools.now()) : (this.hall.records.get(planId)?.[version - 1] ?? null);
    return record && isOf(record, 'appraisalPlan') ? record : null;
  }

  frozen(planId: string, month: string): FrozenCards[] {
    return revisionsOf(this.hall.frozen, { planId, month });
  }

  /** A form that is open already stays as it is. */
  async open(plan: Plan, { month, by, forms }: { month: string; by: string; forms: readonly NewForm[] }): Promise<void> {
    const at = this.tools.now();
    const events = forms.map((form) => this.opening(plan, { ...form, month, at, by })).filter(({ id }) => !this.hall.cases.has(id));
    for (let from = 0; from < events.length; from += AT_ONCE) await this.tools.commit(events.slice(from, from + AT_ONCE));
  }

  private opening({ id: planId, version, title, content }: Plan, { month, at, by, subject, form, owner, name }: NewForm & { month: string; at: number; by: string }): CaseOpened {
    const id = `a-${createHash('sha256').update([planId, month, subject, form, owner].join('\n')).digest('hex').slice(0, 32)}`;
    const { days } = content.forms.find((one) => one.id === form)!;
    const { zh, en } = appraisalForms[form];
    return {
      specversion: '1.0', source: OWN_SOURCE, time: formatInstant(at), id, type: 'case.opened',
      data: {
        kind: 'appraisal', channel: 'schedule', title: `${month} ${title} · ${zh} ${en} · ${name}`.slice(0, 200), [content.of === 'staff' ? 'staffId' : 'counterId']: subject,
        at, by, owner, dueAt: endOfWorkingDay(this.hall.settings, at, days), replyDueAt: null, appraisal: { planId, version, month, form },
      },
    };
  }

  /** False where somebody else froze it at the same moment. */
  async freeze(period: { planId: string; month: string }, { cards, by, reason }: { cards: Card[]; by: string; reason: string | null }): Promise<boolean> {
    const at = this.tools.now();
    const id = `${periodKey(period)} ${revisionsOf(this.hall.frozen, period).length + 1}`;
    const { verdicts } = await this.tools.commit([{ specversion: '1.0', source: OWN_SOURCE, time: formatInstant(at), id, type: 'appraisal.frozen', data: { ...period, at, by, reason, cards } }]);
    return verdicts === null || verdicts[0] === 'accepted';
  }
}

/** A plan's month as it is told: who was asked for what, and the cards, from the days' snapshots and the ledgers. */
import type { AppraisalAnswer, AppraisalEntry, AskedForm, Card } from '../../shared/commands/appraisals.js';
import type { CaseEntry } from '../../shared/commands/cases.js';
import type { Figures } from '../../shared/rows/figures.js';
import type { Dailies } from '../daily/dailies.js';
import { cardsOf, type Subject } from '../domain/appraisal/card.js';
import { dayOf } from '../domain/calendar/day.js';
import { subjectOf } from '../domain/case/case.js';
import type { Plan } from '../live/appraisals.js';
import type { LiveHall } from '../live/live-hall.js';
import { Problem } from '../problem.js';

/** The record under which a plan's month is published. */
const noticeIdOf = (planId: string, month: string): string => `appraisal-${month}-${planId}`.slice(0, 64);

/** The end of a month by the hall's clocks. */
export function endOfMonth(month: string, zone: string): number {
  const last = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).toISOString().slice(0, 10);
  return dayOf(last, zone).endAt;
}

/** Every counter of the settings, and whom the month's snapshots name, with their figures of those days; of each day only what is needed is kept. */
export async function subjectsOf(dailies: Dailies, hall: LiveHall, { month, of }: { month: string; of: 'staff' | 'counters' }): Promise<Map<string, { name: string; days: Figures[] }>> {
  const subjects = new Map((of === 'counters' ? hall.settings.counters : []).map(({ id, name }) => [id, { name, days: [] as Figures[] }]));
  for await (const { names, ...day } of dailies.days(hall.id, { from: `${month}-01`, to: `${month}-31` })) {
    for (const [id, figures] of Object.entries(day[of])) {
      const name = (of === 'counters' ? names.counters[id] : undefined) ?? id;
      subjects.set(id, { name, days: [...(subjects.get(id)?.days ?? []), figures] });
    }
  }
  return subjects;
}

/** What is known of a plan's month without its figures. Its forms must be there: the plan is the one that they were opened by. */
export function entryOf(hall: LiveHall, forms: readonly CaseEntry[]): AppraisalEntry & { plan: Plan; forms: AskedForm[] } {
  const [first] = forms;
  const { planId, month, version } = first!.appraisal!;
  const plan = hall.appraisals.plan(planId, version)!;
  const now = hall.now();
  const asked = forms.map((one) => askedForm(one, plan.content.of));
  const noticeId = noticeIdOf(planId, month);
  const published = hall.records.versions(noticeId).find(({ effectiveFromAt, withdrawnAt }) => effectiveFromAt <= now && withdrawnAt === null);
  return {
    planId, month, version, plan, title: plan.title, of: plan.content.of, openedAt: Math.min(...forms.map(({ openedAt }) => openedAt)), openedBy: first!.openedBy, endsAt: endOfMonth(month, hall.settings.timezone),
    expected: asked.length, done: asked.filter(({ doneAt }) => doneAt !== null).length, overdue: asked.filter(({ doneAt, dueAt }) => doneAt === null && dueAt !== null && dueAt <= now).length,
    frozen: hall.appraisals.frozen(planId, month).map(({ cards, ...kept }) => (void cards, kept)), noticeId, publishedAt: published?.effectiveFromAt ?? null, forms: asked,
  };
}

function askedForm(one: CaseEntry, of: 'staff' | 'counters'): AskedForm {
  return { caseId: one.id, subject: subjectOf(one, of)!, form: one.appraisal!.form, owner: one.owner, dueAt: one.dueAt, doneAt: one.deeds.findLast(({ step }) => step === 'submit')?.at ?? null };
}

export function knownForms(hall: LiveHall, planId: string, month: string): CaseEntry[] {
  const forms = hall.appraisals.forms(planId, month);
  if (forms.length > 0) return forms;
  throw new Problem(404, 'unknownAppraisal', `Hall ${hall.id} has no appraisal of ${month.slice(0, 20)} by plan "${planId.slice(0, 64)}": GET …/appraisals lists them, POST …/appraisals opens one.`);
}

export async function liveCards(dailies: Dailies, hall: LiveHall, forms: readonly CaseEntry[]): Promise<Card[]> {
  const { planId, month, version } = forms[0]!.appraisal!;
  const { content } = hall.appraisals.plan(planId, version)!;
  const known = await subjectsOf(dailies, hall, { month, of: content.of });
  const ids = [...new Set(forms.map((one) => subjectOf(one, content.of)!))];
  const subjects = ids.map((id): Subject => ({ id, ...(known.get(id) ?? { name: id, days: [] }) }));
  return cardsOf({ month, zone: hall.settings.timezone, plan: content, cases: hall.cases.all(), forms }, subjects);
}

/** `revision` null: as it stands. */
export async function toldMonth(dailies: Dailies, hall: LiveHall, { planId, month, revision }: { planId: string; month: string; revision: number | null }): Promise<AppraisalAnswer> {
  const forms = knownForms(hall, planId, month);
  const frozen = revision === null ? null : hall.appraisals.frozen(planId, month)[revision - 1];
  if (frozen === undefined) throw new Problem(404, 'unknownRevision', `The appraisal of ${month} has no revision ${revision}: it was frozen ${hall.appraisals.frozen(planId, month).length} times.`, { field: 'revision' });
  return { ...entryOf(hall, forms), shown: frozen?.revision ?? null, cards: frozen?.cards ?? (await liveCards(dailies, hall, forms)) };
}

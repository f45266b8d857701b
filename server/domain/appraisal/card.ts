/** Scorecards 考核表 of a month: each item with its points, how many it rests on, and the cases that prove it. Plain sums, so that anybody can check one by hand. */
import type { Card } from '../../../shared/commands/appraisals.js';
import type { AppraisalPlan } from '../../../shared/commands/records.js';
import { RANKED_FROM } from '../../../shared/glossary/appraisals.js';
import type { Figures } from '../../../shared/rows/figures.js';
import { localTime } from '../calendar/day.js';
import { subjectOf, type Case } from '../case/case.js';
import { conductOf } from '../case/conduct.js';
import { servicesOf } from '../kpi/days-together.js';
import { monthFigures } from './month-figures.js';

type CardLine = Card['lines'][number];
type PlanForm = AppraisalPlan['forms'][number];

/** What a month is appraised from. */
export interface Ground {
  month: string;
  zone: string;
  plan: AppraisalPlan;
  /** The cases of the hall that may count. */
  cases: readonly Case[];
  /** The forms of this plan and month. */
  forms: readonly Case[];
}

export interface Subject {
  id: string;
  name: string;
  /** Its days that have a snapshot. */
  days: readonly Figures[];
}

/** M1: none at the floor, all at the target, in a straight line between; more than that counts no more. */
export function pointsOf(value: number, { floor, target }: { floor: number; target: number }): number {
  return 100 * Math.min(1, Math.max(0, (value - floor) / (target - floor)));
}

export function cardsOf(ground: Ground, subjects: readonly Subject[]): Card[] {
  const cards = subjects.map((subject) => cardOf(ground, subject));
  return ranked(cards).sort((a, b) => (b.total ?? -1) - (a.total ?? -1) || (a.id < b.id ? -1 : 1));
}

function cardOf(ground: Ground, subject: Subject): Card {
  const { plan, forms, month, zone, cases } = ground;
  const { id, name, days } = subject;
  const isOf = (one: Case) => subjectOf(one, plan.of) === id;
  const figures = monthFigures(days);
  const lines = [
    ...plan.figures.map(({ id: item, figure, weight, ...bounds }): CardLine => ({ id: item, weight, ...figures[figure], points: figures[figure].value === null ? null : pointsOf(figures[figure].value, bounds), caseIds: [] })),
    ...plan.forms.map((form) => formLine(form, forms.filter((one) => one.appraisal?.form === form.id && isOf(one)))),
  ];
  const monthOf = (at: number) => localTime(at, zone).date.slice(0, 7);
  const complaints = cases.filter((one) => one.kind === 'complaint' && one.verified === true && isOf(one) && monthOf(one.openedAt) === month);
  const conduct = plan.of === 'staff' ? conductOf(cases.filter((one) => isOf(one) && monthOf(one.openedAt) <= month), Number(month.slice(0, 4)), zone)[0] : undefined;
  return {
    id, name, days: days.length, n: servicesOf(days), ...totalOf(lines), rank: null, lines,
    conduct: plan.of === 'staff' ? { state: conduct?.state ?? 'ok', caseIds: conduct?.cases.map((one) => one.id) ?? [] } : null,
    complaints: complaints.map((one) => one.id),
  };
}

/** M2: the mean of the sheets, each the mean of its questions; one counted from paper weighs as many as it was counted from. */
function formLine({ id, weight, questions }: PlanForm, forms: readonly Case[]): CardLine {
  const sheets = forms.flatMap((one) => {
    const { scores, ballots } = one.deeds.findLast(({ step }) => step === 'submit') ?? {};
    return scores ? [{ caseId: one.id, mean: questions.reduce((total, question) => total + (scores[question.id] ?? 0), 0) / questions.length, n: ballots ?? 1 }] : [];
  });
  const n = sheets.reduce((total, sheet) => total + sheet.n, 0);
  const value = n === 0 ? null : sheets.reduce((total, sheet) => total + sheet.mean * sheet.n, 0) / n;
  return { id, weight, value, n, points: value, caseIds: sheets.map(({ caseId }) => caseId) };
}

/** M3: what nothing is known of takes no part; `known` tells of how much the total speaks. */
function totalOf(lines: readonly CardLine[]): Pick<Card, 'total' | 'known'> {
  const told = lines.filter(({ points, weight }) => points !== null && weight > 0);
  const known = told.reduce((total, { weight }) => total + weight, 0);
  return { known, total: known === 0 ? null : told.reduce((total, { points, weight }) => total + points! * weight, 0) / known };
}

/** M4: only who served enough, and of whom every item is known, is ranked; equals share a rank. */
function ranked(cards: Card[]): Card[] {
  const full = ({ lines }: Card) => lines.every(({ points, weight }) => points !== null || weight === 0);
  const able = cards.filter((card) => card.n >= RANKED_FROM && card.total !== null && full(card));
  return cards.map((card) => (able.includes(card) ? { ...card, rank: 1 + able.filter(({ total }) => total! > card.total!).length } : card));
}

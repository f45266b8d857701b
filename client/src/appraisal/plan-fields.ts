/** A plan as the fields of a form, and back: a figure or a form without a weight is not used. */
import { appraisalFigures, appraisalForms, type AppraisalFigure } from '../../../shared/glossary/appraisals.js';
import type { AppraisalPlan } from '../../../shared/commands/records.js';
import { shownOf, valueOf } from './figure-text';

type FormId = AppraisalPlan['forms'][number]['id'];
type Fields = Record<string, string>;

export const figureKeys = Object.keys(appraisalFigures) as AppraisalFigure[];
export const formIds = Object.keys(appraisalForms) as FormId[];

/** A plan to begin with, for people to change: what the hall's regulations name, with weights of our own. */
export function usualPlan({ usual, inspection }: { usual: string; inspection: string }): AppraisalPlan {
  const form = (id: FormId, weight: number, questions: string) => ({ id, weight, days: 5, questions: questionsIn(questions) });
  return {
    kind: 'appraisalPlan', of: 'staff',
    figures: [
      { id: 'serviceLevel.share', weight: 15, figure: 'serviceLevel.share', floor: 0.6, target: 0.95 },
      { id: 'rating.satisfiedShare', weight: 20, figure: 'rating.satisfiedShare', floor: 0.7, target: 0.98 },
      { id: 'rating.badShare', weight: 5, figure: 'rating.badShare', floor: 0.1, target: 0 },
    ],
    forms: [form('self', 5, usual), form('peers', 15, usual), form('leader', 20, usual), form('public', 10, usual), form('inspection', 10, inspection)],
  };
}

function questionsIn(text: string): { id: string; text: string }[] {
  return text.split('\n').map((line) => line.trim()).filter(Boolean).map((line, index) => ({ id: `q${index + 1}`, text: line }));
}

export function fieldsOf({ of, figures, forms }: AppraisalPlan): Fields {
  const fields: Fields = { of };
  for (const { figure, weight, floor, target } of figures) {
    const { unit } = appraisalFigures[figure];
    Object.assign(fields, { [`${figure} weight`]: String(weight), [`${figure} floor`]: String(shownOf(floor, unit)), [`${figure} target`]: String(shownOf(target, unit)) });
  }
  for (const { id, weight, days, questions } of forms) {
    Object.assign(fields, { [`${id} weight`]: String(weight), [`${id} days`]: String(days), [`${id} questions`]: questions.map(({ text }) => text).join('\n') });
  }
  return fields;
}

export function planOf(fields: Fields): AppraisalPlan {
  const number = (name: string) => Number(fields[name] ?? '');
  const used = (id: string) => (fields[`${id} weight`] ?? '') !== '';
  return {
    kind: 'appraisalPlan',
    of: fields['of'] === 'counters' ? 'counters' : 'staff',
    figures: figureKeys.filter(used).map((figure) => {
      const { unit } = appraisalFigures[figure];
      return { id: figure, figure, weight: number(`${figure} weight`), floor: valueOf(number(`${figure} floor`), unit), target: valueOf(number(`${figure} target`), unit) };
    }),
    forms: formIds.filter(used).map((id) => ({ id, weight: number(`${id} weight`), days: number(`${id} days`), questions: questionsIn(fields[`${id} questions`] ?? '') })),
  };
}

export function sumOf(fields: Fields): number {
  return Number([...figureKeys, ...formIds].reduce((sum, id) => sum + Number(fields[`${id} weight`] ?? ''), 0).toFixed(2));
}

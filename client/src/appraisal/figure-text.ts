import { appraisalFigures, appraisalForms } from '../../../shared/glossary/appraisals.js';
import type { Card } from '../../../shared/commands/appraisals.js';
import type { AppraisalPlan } from '../../../shared/commands/records.js';
import { meanMinutes, percent, UNKNOWN } from '../hall/format';
import { label, t } from '../ui/lang';

const MINUTE_MS = 60_000;
const factors: Partial<Record<string, number>> = { share: 100, ms: 1 / MINUTE_MS };

/** A figure as people write it: shares in per cent, lengths in minutes. */
export function shownOf(value: number, unit: string): number {
  return Number((value * (factors[unit] ?? 1)).toPrecision(12));
}
export function valueOf(shown: number, unit: string): number {
  return Number((shown / (factors[unit] ?? 1)).toPrecision(12));
}

function textOf(value: number, unit: string): string {
  if (unit === 'share') return percent(value);
  if (unit === 'ms') return `${meanMinutes(value)!.toFixed(1)} ${t().planUnits['ms']}`;
  return unit === 'count' ? String(value) : value.toFixed(2);
}

export interface Item {
  id: string;
  word: string;
  weight: number;
  isForm: boolean;
  /** What a line of it rests on. */
  said: (line: Card['lines'][number]) => string;
}

/** The items of a plan in the order in which its cards have them. */
export function itemsOf({ figures, forms }: AppraisalPlan): Item[] {
  const said = (unit: string) => ({ value, n }: Card['lines'][number]) => (value === null ? UNKNOWN : `${textOf(value, unit)} · ${t().appraisalN(n)}`);
  return [
    ...figures.map(({ id, figure, weight }): Item => ({ id, word: label(appraisalFigures[figure]), weight, isForm: false, said: said(appraisalFigures[figure].unit) })),
    ...forms.map(({ id, weight }): Item => ({ id, word: label(appraisalForms[id]), weight, isForm: true, said: ({ n }) => t().appraisalN(n) })),
  ];
}

export const pointsText = (points: number | null): string => (points === null ? UNKNOWN : points.toFixed(1));

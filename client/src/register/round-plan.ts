/** A round plan as its form holds it, from a template, from the version before, or empty; and as the server takes it. */
import { weekdays } from '../../../shared/glossary/choices.js';
import type { RoundTemplate } from '../../../shared/glossary/round-templates.js';
import type { RecordContent } from '../../../shared/commands/records.js';
import { parseDuration } from '../../../shared/instant.js';
import type { RoundItem } from '../../../shared/rounds.js';
import { label } from '../ui/lang';

export type RoundPlan = Extract<RecordContent, { kind: 'roundPlan' }>;

const MINUTE_MS = 60_000;
const workdays = weekdays.slice(0, 5);

export const emptyPlan: RoundPlan = { kind: 'roundPlan', items: [{ id: 'i1', text: '', photo: false }], days: [...workdays], at: '09:00', within: 'PT60M', owner: '' };

export function planFrom({ items, at, minutes }: RoundTemplate): RoundPlan {
  const made = items.map((item, index) => ({ id: `i${index + 1}`, text: label(item), photo: item.photo === true, ...(item.group && { group: label(item.group) }) }));
  return { ...emptyPlan, items: made, at, within: `PT${minutes}M` };
}

export function minutesOf({ within }: RoundPlan): number {
  return Math.round(parseDuration(within) / MINUTE_MS);
}

/** An id that no item has had: what was found of an item is known by it. */
export function nextId(items: readonly RoundItem[]): string {
  let number = items.length + 1;
  while (items.some(({ id }) => id === `i${number}`)) number++;
  return `i${number}`;
}

/** `items` come as the JSON that the form's own field holds. */
export function planOf({ items = '[]', at = '', minutes = '', owner = '', counterId = '', ...fields }: Record<string, string>): RoundPlan {
  const said = (JSON.parse(items) as RoundItem[]).filter(({ text }) => text.trim() !== '');
  return {
    kind: 'roundPlan', at, owner, within: `PT${minutes}M`, days: weekdays.filter((day) => fields[`day-${day}`] !== undefined),
    items: said.map(({ id, text, photo, points, group = '' }) => ({ id, text: text.trim(), photo, ...(points && { points }), ...(group.trim() && { group: group.trim() }) })),
    ...(counterId && { counterId }),
  };
}

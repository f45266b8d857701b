/** The form of a round as it is walked: what it asks, what was answered so far, and what goes to the server. */
import type { CaseEntry, StepCase } from '../../../shared/commands/cases.js';
import { CROSSED, lackOf, PASSES_FROM, TICKED, type Lack, type RoundItem } from '../../../shared/rounds.js';

/** What is needed to walk a round without a line. */
export interface Sheet {
  hallId: string;
  caseId: string;
  title: string;
  number: string;
  place: string;
  dueAt: number;
  timezone: string;
  items: readonly RoundItem[];
}

export interface Photo {
  itemId: string;
  name: string;
  file: Blob;
  /** In little, as a data address: a page may show no other. */
  picture: string;
}

export interface Answers {
  scores: Readonly<Record<string, number>>;
  remarks: Readonly<Record<string, string>>;
  photos: readonly Photo[];
}
export const unanswered: Answers = { scores: {}, remarks: {}, photos: [] };

/** A round as a phone keeps it until the server has it. */
export interface Kept {
  sheet: Sheet;
  answers: Answers;
  /** It was handed in, and the server has not taken it yet. */
  waits: boolean;
  /** Why the server did not take it; it is to be looked at by whoever walked it. */
  refusal: string;
}

export interface Group {
  name: string;
  items: RoundItem[];
}

/** Under their headings, in the order of the plan. */
export function groupsOf(items: readonly RoundItem[]): Group[] {
  const groups: Group[] = [];
  for (const item of items) {
    const last = groups.at(-1);
    if (last && last.name === (item.group ?? '')) last.items.push(item);
    else groups.push({ name: item.group ?? '', items: [item] });
  }
  return groups;
}

export type Mark = 'passed' | 'failed' | 'none';

export function markOf(score: number | undefined): Mark {
  if (score === undefined) return 'none';
  return score < PASSES_FROM ? 'failed' : 'passed';
}

export const scoreOf = { yes: TICKED, no: CROSSED } as const;

/** The photos' ids are the server's, in the order of the photos. */
export function stepOf({ scores, remarks, photos }: Answers, ids: readonly string[]): StepCase {
  const said = Object.fromEntries(Object.entries(remarks).map(([id, text]) => [id, text.trim()] as const).filter(([, text]) => text !== ''));
  const proof = photos.map(({ name, itemId }, index) => ({ id: ids[index]!, name, itemId }));
  return { step: 'submit', scores, ...(Object.keys(said).length > 0 && { remarks: said }), ...(proof.length > 0 && { proof }) };
}

const NO_ID = '0'.repeat(64);

/** What keeps it from being handed in. */
export function lackIn({ items }: Sheet, answers: Answers): Lack | null {
  return lackOf(items, stepOf(answers, answers.photos.map(() => NO_ID)));
}

/** How many items are done with, their photos included. */
export function answeredOf({ items }: Sheet, { scores, photos }: Answers): number {
  return items.filter(({ id, photo }) => scores[id] !== undefined && (!photo || photos.some(({ itemId }) => itemId === id))).length;
}

/** U3: the answer to it was lost on the way, yet it was taken: the round is closed with these very marks of mine. */
export function isTaken({ deeds }: Pick<CaseEntry, 'deeds'>, { scores = {} }: StepCase, me: string): boolean {
  const deed = deeds.findLast(({ step }) => step === 'submit');
  const marks = Object.entries(deed?.scores ?? {});
  return deed?.by === me && marks.length === Object.keys(scores).length && marks.every(([id, score]) => scores[id] === score);
}

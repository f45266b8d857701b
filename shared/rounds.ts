/** U3, for the server and the screens alike: whether the form of a round is answered, and what its answers come to. */
import type { CaseEntry, StepCase } from './commands/cases.js';
import type { RecordContent } from './commands/records.js';

export type RoundItem = Extract<RecordContent, { kind: 'roundPlan' }>['items'][number];
type Answered = Pick<StepCase, 'scores' | 'remarks' | 'proof'>;

/** An item marked lower than this has failed. Local: no regulation names a mark. */
export const PASSES_FROM = 60;
export const TICKED = 100;
export const CROSSED = 0;

/** What an item lacks, or that there is no such item. */
export interface Lack {
  itemId: string;
  why: 'score' | 'tick' | 'photo' | 'unknown';
}

/** The first thing that keeps a form from being handed in. */
export function lackOf(items: readonly RoundItem[], { scores = {}, remarks = {}, proof = [] }: Answered): Lack | null {
  const said = [...Object.keys(scores), ...Object.keys(remarks), ...proof.flatMap(({ itemId }) => itemId ?? [])];
  const unknown = said.find((one) => items.every(({ id }) => id !== one));
  if (unknown !== undefined) return { itemId: unknown, why: 'unknown' };
  for (const { id, points, photo } of items) {
    const score = scores[id];
    if (score === undefined) return { itemId: id, why: 'score' };
    if (!points && score !== TICKED && score !== CROSSED) return { itemId: id, why: 'tick' };
    if (photo && proof.every(({ itemId }) => itemId !== id)) return { itemId: id, why: 'photo' };
  }
  return null;
}

type Walked = Pick<CaseEntry, 'kind' | 'deeds'>;

/** U4: what was handed in of a round: the mean of its marks, and the items that failed; null before, and where nothing was marked. */
export function outcomeOf({ kind, deeds }: Walked): { score: number; failed: string[] } | null {
  const scores = kind === 'round' ? Object.entries(deeds.findLast(({ step }) => step === 'submit')?.scores ?? {}) : [];
  if (scores.length === 0) return null;
  const sum = scores.reduce((total, [, score]) => total + score, 0);
  return { score: Math.round((sum / scores.length) * 10) / 10, failed: scores.filter(([, score]) => score < PASSES_FROM).map(([id]) => id) };
}

/** When a round was to be handed in, also once it is. */
export function roundDueAt({ dueAt, stages }: Pick<CaseEntry, 'dueAt' | 'stages'>): number {
  return dueAt ?? stages[0]!.dueAt!;
}

/** Handed in after its time, or not yet though that has passed. */
export function isLate(one: Pick<CaseEntry, 'dueAt' | 'stages' | 'closedAt'>, now: number): boolean {
  return (one.closedAt ?? now) > roundDueAt(one);
}

export interface RoundFigures {
  due: number;
  done: number;
  late: number;
  failedItems: number;
}

/** U4: of rounds, how many there were, were handed in and were late, and how many items failed in all. */
export function roundFigures(rounds: readonly CaseEntry[], now: number): RoundFigures {
  return {
    due: rounds.length,
    done: rounds.filter(({ closedAt }) => closedAt !== null).length,
    late: rounds.filter((one) => isLate(one, now)).length,
    failedItems: rounds.reduce((sum, one) => sum + (outcomeOf(one)?.failed.length ?? 0), 0),
  };
}

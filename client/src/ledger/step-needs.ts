/** What a step asks of whoever takes it, besides the pressing of a button. */
import type { CaseDeed, CaseEntry } from '../../../shared/commands/cases.js';

export type Step = CaseDeed['step'];

export interface Needs {
  text: 'needed' | 'free';
  verdict?: true;
  category?: true;
  owner?: true;
  level?: true;
  /** A file, or the number of the letter or call by which it was done. */
  proven?: true;
  /** What it does cannot be taken back. */
  final?: true;
}

const needs: Partial<Record<Step, Needs>> = {
  assign: { text: 'free', owner: true },
  note: { text: 'needed' },
  verify: { text: 'needed', verdict: true, category: true, final: true },
  rectify: { text: 'needed' },
  recheck: { text: 'needed', verdict: true },
  reply: { text: 'needed' },
  visit: { text: 'free', verdict: true },
  appeal: { text: 'needed' },
  review: { text: 'needed', verdict: true, final: true },
  dispatch: { text: 'free', category: true, owner: true },
  follow: { text: 'needed' },
  deliver: { text: 'needed' },
  rate: { text: 'free', level: true },
  close: { text: 'free', final: true },
};

/** A complaint's reply is proven (E8). */
export function needsOf(step: Step, kind: CaseEntry['kind']): Needs {
  const asked = needs[step] ?? { text: 'free' };
  return step === 'reply' && kind === 'complaint' ? { ...asked, proven: true } : asked;
}

/** Steps that lead nowhere else: they stand after those that do. */
const ASIDE: readonly Step[] = ['assign', 'note', 'appeal'];

/** Those that move the case first. */
export function inOrder(next: readonly Step[]): Step[] {
  return [...next.filter((step) => !ASIDE.includes(step)), ...next.filter((step) => ASIDE.includes(step))];
}

/** Who the case waits for, where it is not whoever looks: its owner, or somebody who is not. */
export function waitsFor({ next, owner, closedAt }: { next: readonly Step[] } & Pick<CaseEntry, 'owner' | 'closedAt'>, me: string): 'owner' | 'another' | null {
  if (closedAt !== null || next.some((step) => !ASIDE.includes(step))) return null;
  return owner === me ? 'another' : 'owner';
}

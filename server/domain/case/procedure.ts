/**
 * How a case of each kind goes from its opening to its close, as a table: from which states a step may be taken, where it leads,
 * and who may take it. Who handles a case is not who verifies it.
 */
import type { CaseDeed, CaseEntry, StepCase } from '../../../shared/commands/cases.js';

type State = CaseEntry['state'];
type StepName = CaseDeed['step'];
type Verdict = CaseDeed['verdict'];

interface Step {
  from: readonly State[] | 'open' | 'any';
  /** Null: it stays where it is. */
  to: State | null | { yes: State | null; no: State | null };
  by?: 'owner' | 'another';
  /** E8: it says by a file or a number that it was done. */
  proven?: true;
}

interface Procedure {
  begins: State;
  steps: Partial<Record<StepName, Step>>;
}

const always = { assign: { from: 'open', to: null }, note: { from: 'any', to: null } } as const satisfies Procedure['steps'];
/** E4: who is concerned may ask for another look at what was verified, as long as nobody is looking already. */
const appeals = {
  appeal: { from: ['verified', 'rectified', 'replied', 'visited', 'closed'], to: null },
  review: { from: 'any', to: { yes: null, no: null }, by: 'another' },
} as const satisfies Procedure['steps'];

export const procedures: Record<CaseEntry['kind'], Procedure> = {
  complaint: {
    begins: 'received',
    steps: {
      ...always,
      verify: { from: ['received'], to: { yes: 'verified', no: 'rejected' }, by: 'another' },
      rectify: { from: ['verified'], to: 'rectified', by: 'owner' },
      reply: { from: ['rejected', 'rectified'], to: 'replied', by: 'owner', proven: true },
      visit: { from: ['replied'], to: { yes: 'visited', no: 'verified' }, by: 'another' },
      close: { from: ['visited'], to: 'closed' },
      ...appeals,
    },
  },
  returnVisit: {
    begins: 'received',
    steps: {
      ...always,
      verify: { from: ['received'], to: { yes: 'verified', no: 'closed' }, by: 'another' },
      reply: { from: ['verified'], to: 'closed', by: 'owner' },
      ...appeals,
    },
  },
  rectification: {
    begins: 'due',
    steps: {
      ...always,
      rectify: { from: ['due', 'failed'], to: 'rectified', by: 'owner' },
      recheck: { from: ['rectified'], to: { yes: 'closed', no: 'failed' }, by: 'another' },
    },
  },
  request: {
    begins: 'due',
    steps: {
      ...always,
      receive: { from: ['due'], to: 'received' },
      dispatch: { from: ['received'], to: 'dispatched' },
      accept: { from: ['dispatched'], to: 'accepted', by: 'owner' },
      follow: { from: ['accepted'], to: null },
      deliver: { from: ['accepted'], to: 'delivered', by: 'owner' },
      rate: { from: ['delivered'], to: 'closed' },
      close: { from: ['delivered'], to: 'closed' },
    },
  },
  round: { begins: 'due', steps: { ...always, submit: { from: ['due'], to: 'closed' } } },
  /** M5: a form is its owner's to answer, and to answer again: the last answer counts, and each is kept. */
  appraisal: { begins: 'due', steps: { ...always, submit: { from: ['due', 'closed'], to: 'closed', by: 'owner' } } },
};

function mayFrom({ from }: Step, { state }: Pick<CaseEntry, 'state'>): boolean {
  return from === 'any' || (from === 'open' ? state !== 'closed' : from.includes(state));
}

function allows(one: CaseEntry, name: StepName): Step | null {
  const step = procedures[one.kind].steps[name];
  if (!step || !mayFrom(step, one)) return null;
  if (name === 'appeal' && (one.verified !== true || one.appealedAt !== null)) return null;
  if (name === 'review' && one.appealedAt === null) return null;
  return step;
}

/** Where the case stands after a step; null where it does not allow it. */
export function stateAfter(one: CaseEntry, { step: name, verdict }: { step: StepName; verdict?: Verdict | undefined }): State | null {
  const step = allows(one, name);
  if (!step) return null;
  const { to } = step;
  if (to === null || typeof to === 'string') return to ?? one.state;
  return verdict ? (to[verdict] ?? one.state) : null;
}

/** Why somebody may not take this step: null where they may. */
export type Hindrance = 'state' | 'owner' | 'another' | 'verdict' | 'proof';

type Taking = { by: string } & Pick<StepCase, 'step' | 'verdict' | 'proof' | 'reference'>;

export function hindranceTo(one: CaseEntry, { step: name, verdict, by, proof = [], reference }: Taking): Hindrance | null {
  const step = allows(one, name);
  if (!step) return 'state';
  if (step.by === 'owner' && by !== one.owner) return 'owner';
  if (step.by === 'another' && by === one.owner) return 'another';
  if (step.proven && proof.length === 0 && reference === undefined) return 'proof';
  return decides(step) && !verdict ? 'verdict' : null;
}

function decides({ to }: Step): boolean {
  return to !== null && typeof to !== 'string';
}

/** What somebody may do about the case next. */
export function nextSteps(one: CaseEntry, by: string): StepName[] {
  const names = Object.keys(procedures[one.kind].steps) as StepName[];
  return names.filter((name) => [null, 'verdict', 'proof'].includes(hindranceTo(one, { step: name, by })));
}

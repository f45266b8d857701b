/** Scorecards as they were frozen 定稿, by plan and month: none is ever changed, another revision follows it. */
import type { FrozenCards } from '../../../shared/commands/appraisals.js';
import { ERASED } from '../../../shared/events/texts.js';
import type { AppraisalFrozen, EventErased } from '../event/own-event.js';

export type Frozen = Map<string, FrozenCards[]>;

interface Period {
  planId: string;
  month: string;
}

export const periodKey = ({ planId, month }: Period): string => `${planId} ${month}`;

export function revisionsOf(frozen: Frozen, period: Period): FrozenCards[] {
  return frozen.get(periodKey(period)) ?? [];
}

export function applyFrozen({ frozen }: { frozen: Frozen }, { data: { planId, month, ...said } }: AppraisalFrozen): void {
  const before = revisionsOf(frozen, { planId, month });
  frozen.set(periodKey({ planId, month }), [...before, { ...said, revision: before.length + 1 }]);
}

export function eraseFromFrozen({ frozen }: { frozen: Frozen }, { data }: EventErased): void {
  for (const { at, ...period } of data.frozen ?? []) {
    frozen.set(periodKey(period), revisionsOf(frozen, period).map((one) => (one.at === at && one.reason !== null ? { ...one, reason: ERASED } : one)));
  }
}

/** E7: as the cases that they rest on. */
export function letGoFrozen({ frozen }: { frozen: Frozen }, isPast: (at: number) => boolean): void {
  for (const [key, revisions] of frozen) if (isPast(revisions.at(-1)!.at)) frozen.delete(key);
}

import { parseDuration } from '../../../shared/instant.js';
import type { Seeded } from './seeded.js';
import type { Visitor } from './visitors.js';

type Level = 1 | 2 | 3 | 4 | 5;
const weights: Record<Level, number> = { 5: 74, 4: 20, 3: 4, 2: 1.3, 1: 0.7 };
/** Of those whose visit took longer than the wait they were promised. */
const weightsAfterLongWait: Record<Level, number> = { 5: 48, 4: 30, 3: 12, 2: 6, 1: 4 };
const complaints = ['等候时间太长', '材料要求没有一次说清', '叫号太快没有听到', '希望多开窗口'] as const;

/** What the pad will hear: a little over half answer, the rest lapse after half a minute. */
export function drawRating(visitor: Visitor, endedAt: number, chance: Seeded): { afterMs: number; level?: Level; words?: { comment: string } } {
  if (!chance.chance(0.55)) return { afterMs: 30_000 };
  const afterMs = chance.between(3000, 25_000);
  const usual = endedAt - visitor.issuedAt < parseDuration(visitor.service.waitLimit) ? weights : weightsAfterLongWait;
  const level = chance.pick([5, 4, 3, 2, 1] as const, (l) => usual[l]);
  const comment = level <= 2 && chance.chance(0.5) ? chance.pick(complaints, () => 1) : undefined;
  return { afterMs, level, ...(comment === undefined ? {} : { words: { comment } }) };
}

import fc from 'fast-check';
import { ERASED } from '../../../shared/events/texts.js';
import type { AppraisalFrozen } from '../event/own-event.js';
import { applyFrozen, eraseFromFrozen, letGoFrozen, revisionsOf, type Frozen } from './frozen.js';

const freeze = (month: string, at: number): AppraisalFrozen => ({ specversion: '1.0', source: '/hallboard', id: `${month} ${at}`, type: 'appraisal.frozen', data: { planId: 'p', month, at, by: 'li', reason: `${at}`, cards: [] } });

describe('Frozen scorecards', () => {
  it('[M6] stay as they are, whatever is frozen after them', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom('2026-10', '2026-11')), (months) => {
      const frozen: Frozen = new Map();
      months.forEach((month, at) => {
        const before = structuredClone(frozen);
        applyFrozen({ frozen }, freeze(month, at));
        for (const [key, revisions] of before) expect(frozen.get(key)!.slice(0, revisions.length)).toEqual(revisions);
        expect(revisionsOf(frozen, { planId: 'p', month }).at(-1)).toEqual({ at, by: 'li', reason: `${at}`, cards: [], revision: months.slice(0, at + 1).filter((one) => one === month).length });
      });
    }));
  });

  it('[A11] lose the words of their reason when these are erased', () => {
    const frozen: Frozen = new Map();
    applyFrozen({ frozen }, freeze('2026-11', 1));
    applyFrozen({ frozen }, freeze('2026-11', 2));
    eraseFromFrozen({ frozen }, { specversion: '1.0', source: '/hallboard', id: 'e', type: 'event.erased', data: { seqs: [], links: [], reason: '1', author: '1', frozen: [{ planId: 'p', month: '2026-11', at: 1 }] } });
    expect(revisionsOf(frozen, { planId: 'p', month: '2026-11' }).map(({ reason }) => reason)).toEqual([ERASED, '2']);
  });

  it('[E7] of the year before last are let go of', () => {
    const frozen: Frozen = new Map();
    for (const [month, at] of [['2024-11', 1], ['2024-12', 1], ['2024-12', 9], ['2025-01', 8]] as const) applyFrozen({ frozen }, freeze(month, at));
    letGoFrozen({ frozen }, (at) => at < 5);
    expect([...frozen.keys()]).toEqual(['p 2024-12', 'p 2025-01']);
  });
});

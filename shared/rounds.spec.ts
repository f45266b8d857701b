import type { CaseEntry } from './commands/cases.js';
import { isLate, lackOf, outcomeOf, roundFigures, type RoundItem } from './rounds.js';

const items: RoundItem[] = [
  { id: 'floor', text: '地面', photo: false },
  { id: 'exit', text: '出口', photo: true },
  { id: 'order', text: '秩序', photo: false, points: true },
];
const photo = { id: 'f'.repeat(64), name: 'exit.jpg', itemId: 'exit' };
const whole = { floor: 100, exit: 0, order: 59 };

describe('The form of a round', () => {
  const table: [told: string, said: Parameters<typeof lackOf>[1], lack: string | null][] = [
    ['is whole when each item has its mark and its photo', { scores: whole, proof: [photo] }, null],
    ['lacks an item that nobody marked', { scores: { exit: 100, order: 1 }, proof: [photo] }, 'floor score'],
    ['lacks a photo that an item asks for', { scores: whole }, 'exit photo'],
    ['takes another item\'s photo for no proof of this one', { scores: whole, proof: [{ ...photo, itemId: 'floor' }] }, 'exit photo'],
    ['is ticked or crossed, nothing between, where an item is not marked by points', { scores: { ...whole, floor: 60 }, proof: [photo] }, 'floor tick'],
    ['knows no other items', { scores: { ...whole, roof: 100 }, proof: [photo] }, 'roof unknown'],
    ['takes no remark about another item', { scores: whole, proof: [photo], remarks: { roof: '漏' } }, 'roof unknown'],
    ['is not handed in empty', {}, 'floor score'],
  ];
  for (const [told, said, expected] of table) {
    it(`[U3] ${told}`, () => {
      const lack = lackOf(items, said);
      expect(lack && `${lack.itemId} ${lack.why}`).toBe(expected);
    });
  }
});

/** A round of that due time, handed in at an instant with these marks; null: nobody did. */
function round(due: number, at: number | null, scores: Record<string, number> = {}) {
  const deeds = at === null ? [] : [{ step: 'submit', at, by: 'wang', text: null, verdict: null, proof: [], reference: null, scores, remarks: null }];
  return { kind: 'round', deeds, closedAt: at, dueAt: at === null ? due : null, stages: [{ state: 'due', at: 0, dueAt: due, leftAt: at }] } as unknown as CaseEntry;
}

describe('What a round comes to', () => {
  it('[U4] is the mean of its marks, and what failed: below 60', () => {
    expect(outcomeOf(round(9, 5, whole))).toEqual({ score: 53, failed: ['exit', 'order'] });
    expect(outcomeOf(round(9, 5, { a: 60, b: 100, c: 100 }))).toEqual({ score: 86.7, failed: [] });
    expect([round(9, null), round(9, 5), { ...round(9, 5, { level: 2 }), kind: 'request' as const }].map(outcomeOf)).toEqual([null, null, null]);
  });

  it('[U4] is late after its due instant, done or not', () => {
    expect([round(9, 9), round(9, 10), round(9, null)].map((one) => isLate(one, 9))).toEqual([false, true, false]);
    expect(isLate(round(9, null), 10)).toBeTrue();
    expect(roundFigures([round(9, 5, whole), round(9, 12, { a: 0 }), round(9, null), round(99, null)], 20)).toEqual({ due: 4, done: 2, late: 2, failedItems: 3 });
    expect(roundFigures([], 20)).toEqual({ due: 0, done: 0, late: 0, failedItems: 0 });
  });
});

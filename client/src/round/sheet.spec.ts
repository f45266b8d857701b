import type { CaseEntry } from '../../../shared/commands/cases.js';
import { answeredOf, groupsOf, isTaken, lackIn, markOf, stepOf, unanswered, type Answers, type Sheet } from './sheet';

const items = [
  { id: 'a', text: '对姓名', photo: false, group: '查处方' }, { id: 'b', text: '对年龄', photo: false, group: '查处方' },
  { id: 'c', text: '出口', photo: true }, { id: 'd', text: '秩序', photo: false, points: true },
];
const sheet: Sheet = { hallId: 'h1', caseId: 'c1', title: '巡查', number: 'P-260001', place: '', dueAt: 0, timezone: 'UTC', items };
const photo = { itemId: 'c', name: '出口.jpg', file: new Blob(['x']), picture: '' };
const walked: Answers = { scores: { a: 100, b: 0, c: 100, d: 59 }, remarks: { b: ' 错 ', c: '  ' }, photos: [photo] };

describe('the form of a round', () => {
  it('stands under its headings', () => {
    expect(groupsOf(items).map(({ name, items: of }) => `${name}: ${of.map(({ id }) => id).join('')}`)).toEqual(['查处方: ab', ': cd']);
  });

  it('[U3] counts an item as answered with its photo, and tells what is missing', () => {
    const tries = [unanswered, { ...walked, photos: [] }, walked];
    expect(tries.map((answers) => answeredOf(sheet, answers))).toEqual([0, 3, 4]);
    expect(tries.map((answers) => lackIn(sheet, answers)).map((lack) => lack && `${lack.itemId} ${lack.why}`)).toEqual(['a score', 'c photo', null]);
    expect([undefined, 0, 59, 60].map(markOf)).toEqual(['none', 'failed', 'failed', 'passed']);
  });

  it('goes to the server without what is empty', () => {
    expect(stepOf(walked, ['f'])).toEqual({ step: 'submit', scores: walked.scores, remarks: { b: '错' }, proof: [{ id: 'f', name: '出口.jpg', itemId: 'c' }] });
    expect(stepOf({ ...walked, remarks: {}, photos: [] }, [])).toEqual({ step: 'submit', scores: walked.scores });
  });

  it('[U3] knows its own hand-in again, and nobody else\'s', () => {
    const deed = { step: 'submit', at: 1, by: 'wang', text: null, verdict: null, proof: [], reference: null, scores: walked.scores, remarks: null } as const;
    const one = { deeds: [deed] } as unknown as CaseEntry;
    const said = stepOf(walked, ['f']);
    expect([isTaken(one, said, 'wang'), isTaken(one, said, 'li'), isTaken(one, { ...said, scores: { ...walked.scores, a: 0 } }, 'wang'), isTaken({ deeds: [] }, said, 'wang')]).toEqual([true, false, false, false]);
  });
});

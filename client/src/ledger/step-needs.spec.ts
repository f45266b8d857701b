import { inOrder, needsOf, waitsFor } from './step-needs';

describe('what may be done next', () => {
  it('stands with what moves the case first', () => {
    expect(inOrder(['assign', 'note', 'verify', 'appeal', 'review'])).toEqual(['verify', 'review', 'assign', 'note', 'appeal']);
  });

  it('[E2] says whether the case waits for its owner or for anybody else', () => {
    const of = (next: Parameters<typeof inOrder>[0], owner: string, closedAt: number | null = null) => waitsFor({ next, owner, closedAt }, 'wang');
    expect([of(['assign', 'note'], 'wang'), of(['note'], 'li'), of(['verify', 'note'], 'li'), of(['note'], 'li', 1)]).toEqual(['another', 'owner', null, null]);
  });

  it('asks for no more than the step needs', () => {
    expect([needsOf('note', 'complaint'), needsOf('submit', 'round'), needsOf('verify', 'complaint').final, needsOf('reply', 'complaint').proven, needsOf('reply', 'returnVisit').proven])
      .toEqual([{ text: 'needed' }, { text: 'free' }, true, true, undefined]);
  });
});

import { TestBed } from '@angular/core/testing';
import type { Clause, PutStandard, StandardVersion } from '../../../../shared/commands/standard.js';
import { setLang } from '../../ui/lang';
import { StandardDraft } from './standard-draft';

const wait: Clause = { id: 'wait', kind: 'ticket.wait', breachAfter: 'PT20M', during: 'openingHours', source: 'local' };
const late: Clause = { id: 'late', kind: 'counter.lateOpening', breachAfter: 'PT5M', during: 'openingHours', source: 'local' };
const version = (number: number, part: Partial<StandardVersion> = {}): StandardVersion => (
  { version: number, name: `v${number}`, source: 'local', effectiveFromAt: 0, putAt: 0, putBy: 'wang', clauses: [wait, late], ...part });
const state = { rows: { hall: { h1: { timezone: 'Asia/Shanghai', day: '2026-11-23' } }, services: { S1: { name: '社保' } }, counters: {} } };

describe('a standard while it is changed', () => {
  let draft: StandardDraft;
  let versions: StandardVersion[];
  let sent: PutStandard[];
  let refusal: object | null;

  beforeEach(async () => {
    setLang('zh');
    [versions, sent, refusal] = [[version(1)], [], null];
    spyOn(window, 'fetch').and.callFake(async (path, init) => {
      if (init?.method !== 'PUT') {
        const answers: Record<string, unknown> = { state, standards: { standards: versions }, standard: versions[0] };
        return new Response(JSON.stringify(answers[(path as string).split(/[/?]/)[5]!]));
      }
      if (refusal) return new Response(JSON.stringify(refusal), { status: 422 });
      sent.push(JSON.parse(init.body as string) as PutStandard);
      versions.push(version(versions.length + 1, sent.at(-1)));
      return new Response(JSON.stringify({ version: versions.length }), { status: 201 });
    });
    TestBed.configureTestingModule({ providers: [StandardDraft] });
    draft = TestBed.inject(StandardDraft);
    await draft.open('h1');
  });

  it('is put as a whole and becomes the newest version', async () => {
    draft.changeClause(0, { breachAfter: 'PT15M' });
    expect(draft.changed()).toBeTrue();
    await draft.save();
    expect(sent).toEqual([{ name: 'v1', source: 'local', clauses: [{ ...wait, breachAfter: 'PT15M' }, late] }]);
    expect([draft.changed(), draft.justSaved(), draft.newest().version]).toEqual([false, true, 2]);
  });

  it('is put for an hour of the hall’s own clocks', async () => {
    draft.change({ name: 'later' });
    draft.effectiveFrom.set('2026-11-24T08:00');
    await draft.save();
    expect(sent[0]?.effectiveFrom).toBe('2026-11-24T00:00:00.000Z');
  });

  it('is not put at once where the hour was left out', async () => {
    draft.change({ name: 'later' });
    draft.effectiveFrom.set('');
    await draft.save();
    expect([sent, draft.problemAt('effectiveFrom')]).toEqual([[], jasmine.stringContaining('今天或以后')]);
  });

  it('stays as it was written when it is refused, and says where in the page’s words', async () => {
    refusal = { detail: 'clauses.1.source: too small', field: 'clauses.1.source' };
    draft.changeClause(1, { source: '' });
    await draft.save();
    expect([draft.problemAt('clauses.1.source'), draft.problemAt('clauses.0.source'), draft.content().clauses[1]?.source]).toEqual(['请写明数字的出处，或选“本厅自定”', '', '']);
  });

  it('takes a removed clause back to its place', () => {
    draft.remove(0);
    expect([draft.content().clauses, draft.changed()]).toEqual([[late], true]);
    draft.undo();
    expect([draft.content().clauses, draft.changed(), draft.undoable()]).toEqual([[wait, late], false, null]);
  });

  it('asks before another version takes the place of what was changed', () => {
    const asked = spyOn(window, 'confirm').and.returnValue(false);
    expect([draft.startFrom(version(0, { name: 'old' })), asked.calls.count()]).toEqual([true, 0]);
    expect([draft.startFrom(version(1)), asked.calls.count(), draft.content().name]).toEqual([false, 1, 'old']);
  });

  it('is not read again over what is written', async () => {
    draft.change({ name: 'mine' });
    await draft.open('h1');
    expect(draft.content().name).toBe('mine');
  });
});

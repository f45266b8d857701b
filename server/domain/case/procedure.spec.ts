import { CaseForSpec } from './case.spec-kit.js';
import { nextSteps, procedures } from './procedure.js';

/** Each line: who does what → the state it leads to, or what hinders it. The owner is wang, li verifies. */
const lives = {
  complaint: ['li verify yes → verified', 'wang rectify → rectified', 'wang reply → replied', 'li visit yes → visited', 'li close → closed'],
  'complaint that was not so': ['li verify no → rejected', 'wang rectify → state', 'wang reply → replied', 'li visit yes → visited', 'li close → closed'],
  'complaint whose mending did not content': ['li verify yes → verified', 'wang rectify → rectified', 'wang reply → replied', 'li visit no → verified', 'wang rectify → rectified'],
  'complaint handled and verified by one': ['wang verify yes → another', 'li verify → verdict', 'li verify yes → verified', 'li rectify → owner', 'li reply → state'],
  returnVisit: ['wang verify yes → another', 'li verify yes → verified', 'wang reply → closed'],
  rectification: ['li rectify → owner', 'wang rectify → rectified', 'wang recheck yes → another', 'li recheck no → failed', 'wang rectify → rectified', 'li recheck yes → closed'],
  request: ['li receive → received', 'li dispatch → dispatched', 'li accept → owner', 'wang accept → accepted', 'li follow → accepted', 'wang deliver → delivered', 'li rate → closed'],
  round: ['li submit → closed', 'li submit → state'],
  appraisal: ['li note → due', 'li submit → owner', 'wang submit → closed', 'wang submit → closed'],
};

describe('The procedures of cases', () => {
  for (const [title, lines] of Object.entries(lives)) {
    it(`[E1] [E2] lead a ${title} from step to step: ${lines.join(', ')}`, () => {
      const one = new CaseForSpec(title.split(' ')[0] as keyof typeof procedures, { satisfied: false });
      expect(lines.map((line) => `${line.split(' →')[0]} → ${one.does(line.split(' →')[0]!)}`)).toEqual(lines);
    });
  }

  it('[E1] close a return visit of somebody who was content as it is recorded', () => {
    expect(new CaseForSpec('returnVisit', { satisfied: true }).case).toEqual(jasmine.objectContaining({ state: 'closed', closedAt: 1_000, dueAt: null }));
  });

  it('[E2] let an appeal that is upheld take a verdict back, also after the close, and only one appeal wait at a time', () => {
    const visit = new CaseForSpec('returnVisit', { satisfied: false });
    expect(['li appeal', 'li verify yes', 'wang appeal', 'wang appeal', 'wang review yes', 'li review yes'].map((deed) => visit.does(deed))).toEqual(['state', 'verified', 'verified', 'state', 'another', 'verified']);
    expect(visit.case).toEqual(jasmine.objectContaining({ verified: false, appealedAt: null }));
    const dismissed = new CaseForSpec('returnVisit', { satisfied: false });
    for (const deed of ['li verify yes', 'wang reply', 'wang appeal', 'li review no']) dismissed.does(deed);
    expect(dismissed.case).toEqual(jasmine.objectContaining({ verified: true, state: 'closed', appealedAt: null, closedAt: 1_002 }));
  });

  it('[E1] can always go on: each state that a kind can reach takes a step of it, until it is closed', () => {
    for (const [kind, { begins, steps }] of Object.entries(procedures)) {
      const reached = new Set([begins, ...Object.values(steps).flatMap(({ to }) => (to === null ? [] : typeof to === 'string' ? [to] : [to.yes ?? [], to.no ?? []].flat()))]);
      for (const state of reached) {
        if (state === 'closed') continue;
        const leads = Object.values(steps).some(({ from, to }) => Array.isArray(from) && from.includes(state) && to !== null);
        expect(leads).withContext(`${kind} ${state}`).toBeTrue();
      }
    }
  });

  it('[E2] tell each person what they may do next', () => {
    const one = new CaseForSpec('complaint').case;
    expect([nextSteps(one, 'wang'), nextSteps(one, 'li')]).toEqual([['assign', 'note'], ['assign', 'note', 'verify']]);
  });
});

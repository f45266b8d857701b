import { HallOfCases } from './hall-of-cases.spec-kit.js';

const complaints = [
  { id: 'reply', kind: 'complaint.reply' as const, limit: 2, source: 'local', during: 'always' as const },
  { id: 'rectify', kind: 'complaint.rectify' as const, limit: 3, source: 'local', during: 'always' as const },
];

describe('Cases of a hall', () => {
  it('[E4] raise complaint.reply at the end of its working days, and it ends with the reply', () => {
    const hall = new HallOfCases().put(complaints).open('late', { kind: 'complaint' });
    expect(hall.live('2026-03-05T00:00:00+08:00')).toBe(hall);
    expect(hall.told).toEqual(['complaint.reply breach late 2026-03-05T00:00–']);
    hall.live('2026-03-05T10:00:00+08:00');
    hall.step('late', 'verify', 'no').step('late', 'reply');
    expect(hall.told).toEqual(['complaint.reply breach late 2026-03-05T00:00–2026-03-05T10:00']);
  });

  it('[E4] raise complaint.rectify its working days after it was verified, over a weekend too', () => {
    const hall = new HallOfCases().put(complaints.slice(1)).open('slow', { kind: 'complaint' });
    hall.live('2026-03-04T11:00:00+08:00');
    hall.step('slow', 'verify', 'yes').live('2026-03-12T09:00:00+08:00');
    expect(hall.told).toEqual(['complaint.rectify breach slow 2026-03-10T00:00–']);
    hall.step('slow', 'rectify');
    expect(hall.told).toEqual(['complaint.rectify breach slow 2026-03-10T00:00–2026-03-12T09:00']);
  });

  it('[E4] raise case.due at the instant an order was given for, warned of by a clause of its own', () => {
    const hall = new HallOfCases().put([{ id: 'due', kind: 'case.due', source: 'local', during: 'always' }]);
    hall.open('order', { kind: 'rectification', due: '2026-03-06T17:00:00+08:00', counterId: 'C1' }).live('2026-03-06T18:00:00+08:00');
    expect(hall.told).toEqual(['case.due breach order 2026-03-06T17:00–']);
  });

  it('[E5] count the open ones and the complaints without a reply', () => {
    const hall = new HallOfCases();
    expect(hall.counts).toEqual({ open: 0, unanswered: 0, changes: 0 });
    hall.open('a', { kind: 'complaint' }).open('b', { kind: 'request' });
    expect(hall.counts).toEqual({ open: 2, unanswered: 1, changes: 2 });
    hall.step('a', 'verify', 'no').step('a', 'reply');
    expect(hall.counts).toEqual({ open: 2, unanswered: 0, changes: 4 });
  });

  it('[E1] take of two steps at once the first', () => {
    const hall = new HallOfCases().open('a', { kind: 'complaint' });
    hall.step('a', 'verify', 'yes').step('a', 'verify', 'no');
    expect(hall.hall.cases.get('a')).toEqual(jasmine.objectContaining({ state: 'verified', verified: true }));
    expect(hall.hall.cases.get('a')!.deeds.length).toBe(1);
  });

  it('[E6] raise staff.conduct with the fourth verified return visit, and an appeal that is upheld ends it', () => {
    const hall = new HallOfCases().put([
      { id: 'three', kind: 'staff.conduct', limit: 3, warnAfter: 'PT1S', source: 'local', during: 'always' },
      { id: 'four', kind: 'staff.conduct', limit: 4, source: 'local', during: 'always' },
    ]);
    for (const [index, id] of ['v1', 'v2', 'v3', 'v4'].entries()) {
      hall.open(id, { kind: 'returnVisit', satisfied: false, staffId: 'P7', category: 'attitude' }).step(id, 'verify', 'yes').live(`2026-03-0${3 + index}T09:00:00+08:00`);
    }
    expect(hall.told).toEqual(['staff.conduct warning P7 2026-03-04T09:00–', 'staff.conduct breach P7 2026-03-05T09:00–']);
    hall.step('v4', 'appeal').step('v4', 'review', 'yes').live('2026-03-06T10:00:00+08:00');
    expect(hall.told[1]).toMatch(/^staff.conduct breach P7 2026-03-05T09:00–2026-03-06T/);
  });

  it('[E7] let closed ones of the year before last go, and never an open one', () => {
    const hall = new HallOfCases();
    hall.open('closed', { kind: 'returnVisit', satisfied: true }).open('open', { kind: 'request' });
    hall.until('2027-12-31T12:00:00+08:00');
    expect([...hall.hall.cases.keys()]).toEqual(['closed', 'open']);
    hall.until('2028-01-01T12:00:00+08:00');
    expect([...hall.hall.cases.keys()]).toEqual(['open']);
  });
});

import type { RecordVersion } from '../../../shared/commands/records.js';
import { certificateLines } from './certificate-lines';
import { entriesOf, holds, idFor } from './entries';
import { contentOf, datesOf, fieldsOf } from './said';
import { staffLines } from './staff-lines';
import { counterRow, NOW } from '../spec-rows';

const DAY = 24 * 3_600_000;

function version(id: string, over: Partial<RecordVersion> = {}): RecordVersion {
  return {
    id, version: 1, title: id, content: { kind: 'certificate', staffId: id, number: `N-${id}`, issuer: '市局' }, effectiveFromAt: NOW - DAY, expiresAt: null,
    approvedBy: 'li', putAt: NOW - DAY, putBy: 'wang', withdrawnAt: null, withdrawnBy: null, reason: null, ...over,
  };
}

describe('the lines of the register', () => {
  it('say how each record stands, what asks most of people first', () => {
    const withdrawal = { withdrawnAt: NOW - 1, withdrawnBy: 'li', reason: 'x' };
    const versions = [
      version('kept'), version('ended', { expiresAt: NOW }), version('edge', { expiresAt: NOW + 30 * DAY }), version('far', { expiresAt: NOW + 30 * DAY + 1 }),
      version('followed', { expiresAt: NOW + DAY }), version('followed', { version: 2, effectiveFromAt: NOW + DAY }),
      version('gone', withdrawal), version('later', { effectiveFromAt: NOW + 1 }),
    ];
    expect(entriesOf(versions, NOW).map(({ id, standing, shown }) => `${id} ${shown.version} ${standing}`)).toEqual([
      'ended 1 ended', 'edge 1 soon', 'far 1 inForce', 'followed 1 inForce', 'kept 1 inForce', 'later 1 toCome', 'gone 1 withdrawn',
    ]);
  });

  it('are found by any words that stand in them', () => {
    const [entry] = entriesOf([version('P1')], NOW);
    expect(['', 'n-p1', '市局 li', '市局 x'].map((search) => holds(entry!, search))).toEqual([true, true, true, false]);
  });

  it('tell of whoever serves the certificate in force, those without one first', () => {
    const counters = { a: counterRow({ name: 'A', staffId: 'P1' }), b: counterRow({ name: 'B', staffId: 'P2' }), c: counterRow({ name: 'C', staffId: 'P3' }), d: counterRow({ name: 'D' }) };
    const certificates = entriesOf([version('P1'), version('P2', { expiresAt: NOW }), version('P3', { expiresAt: NOW + DAY })], NOW);
    expect(staffLines(counters, certificates).map(({ staffId, counters: at, certificate }) => [staffId, ...at, certificate?.standing ?? null])).toEqual([['P2', 'B', null], ['P3', 'C', 'soon'], ['P1', 'A', 'inForce']]);
  });

  it('give a service one guide and a person one certificate, and other records a number of their own', () => {
    const notice = contentOf('notice', { topic: 'fees', text: '免费' });
    expect([idFor(contentOf('certificate', { staffId: 'P1' }), new Set()), idFor(contentOf('guide', { serviceId: 'tax' }), new Set()), idFor(notice, new Set(['notice-2'])), idFor(notice, new Set())])
      .toEqual(['certificate-P1', 'guide-tax', 'notice-3', 'notice-1']);
  });

  it('come back from a form as they went into it, with whole days of the hall', () => {
    const guide = { kind: 'guide', serviceId: 'tax', basis: '法', materials: ['身份证', '表'], steps: [], fees: '免费', workingDays: 3 } as const;
    const said = version('g', { content: { ...guide, materials: [...guide.materials], steps: [] } });
    expect(contentOf('guide', fieldsOf(said))).toEqual(said.content);
    expect(datesOf({ from: '2026-12-01', until: '2026-12-31' }, 'Asia/Shanghai')).toEqual({ effectiveFrom: '2026-11-30T16:00:00.000Z', expires: '2026-12-31T16:00:00.000Z' });
    expect(datesOf({ from: '', until: '' }, 'Asia/Shanghai')).toEqual({});
  });
});

describe('a list of certificates', () => {
  const read = (text: string) => certificateLines(text, '2026-11-23').map(({ line, staffId, until, wrong }) => [line, staffId, until, wrong]);

  it('is read with or without a head, by commas or tabs, with quotes and dates as people write them', () => {
    expect(read('工号,证书编号,发证单位,生效日期,有效期至\nP1,N1,"市局,一科",2026/1/5,2027.6.30\n\nP2\tN2\t市局\nP3，N3，市局，，2026-11-23')).toEqual([[2, 'P1', '2027-06-30', null], [4, 'P2', '', null], [5, 'P3', '2026-11-23', null]]);
  });

  it('says of each line what is wrong with it', () => {
    expect(read('P 1,N,I\nP1,,I\nP1,N,\nP1,N,I,tomorrow\nP1,N,I,2026-01-01,2026-02-31\nP1,N,I,2027-01-02,2027-01-01\nP1,N,I,,2026-11-22\nP2,N,I\nP2,N,I\nP3,N,I,,,x').map(([, , , wrong]) => wrong))
      .toEqual(['staffId', 'number', 'issuer', 'from', 'until', 'until', 'past', null, 'twice', 'columns']);
  });
});

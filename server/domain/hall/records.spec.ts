import type { RecordContent } from '../../../shared/commands/records.js';
import { parseInstant } from '../../../shared/instant.js';
import { day } from '../golden/day-builder.js';
import { recordAt } from '../record/record.js';
import { JudgedHall } from './judged-hall.spec-kit.js';

const own = { specversion: '1.0', source: '/hallboard' } as const;
const at = (time: string) => `2026-03-02T${time}:00+08:00`;
const certificate: RecordContent = { kind: 'certificate', staffId: 'P1', number: 'Z-1', issuer: '大厅' };
const guide: RecordContent = { kind: 'guide', serviceId: 'S1', basis: '条例', materials: ['身份证'], steps: ['取号'], fees: '免费' };
const always = { source: 'local', during: 'always' as const };

class HallOfRecords extends JudgedHall {
  private puts2 = 0;

  record(recordId: string, content: RecordContent, { from, until }: { from?: string; until?: string } = {}): this {
    const putAt = this.hall.now;
    const data = { recordId, title: recordId, content, approvedBy: 'li', putAt, putBy: 'wang', effectiveFromAt: Math.max(putAt, from ? parseInstant(from) : 0), expiresAt: until ? parseInstant(until) : null };
    this.fold({ ...own, id: `record-${++this.puts2}`, type: 'record.put', data });
    return this.settle();
  }

  withdraw(recordId: string): this {
    this.fold({ ...own, id: `record-${++this.puts2}`, type: 'record.withdrawn', data: { recordId, at: this.hall.now, by: 'li', reason: 'spec' } });
    return this.settle();
  }

  versionAt(id: string, time: string): number | null {
    return recordAt(this.hall.records, id, parseInstant(time))?.version ?? null;
  }
}

const hallAt = (time: string) => new HallOfRecords(at(time));

describe('The records of a hall', () => {
  it('[V1] stand version by version, until they expire, are followed or withdrawn', () => {
    const hall = hallAt('08:00').record('g', guide).record('g', guide, { from: at('10:00'), until: at('12:00') });
    expect(['07:59', '08:00', '09:59', '10:00', '11:59', '12:00'].map((time) => hall.versionAt('g', at(time)))).toEqual([null, 1, 1, 2, 2, null]);
    hall.until(at('11:00')).withdraw('g');
    expect(['09:00', '10:30', '11:00'].map((time) => hall.versionAt('g', at(time)))).toEqual([1, 2, null]);
    expect(hall.hall.records.get('g')!.length).toBe(2);
  });

  it('[V2] raise staff.unqualified with a log-on without a certificate, and it ends with the certificate or the log-off', () => {
    const hall = hallAt('08:00').put([{ id: 'cert', kind: 'staff.unqualified', ...always }]);
    hall.hear(day('2026-03-02').at('09:00').open('C1', { staff: 'P1' }).open('C2', { staff: 'P2' }));
    hall.live(at('09:05'));
    expect(hall.story).toEqual(['breach P1 09:00:00–', 'breach P2 09:00:00–']);
    hall.record('p1', certificate, { until: at('10:00') });
    hall.hear(day('2026-03-02').at('09:30').close('C2'));
    hall.live(at('09:31'));
    expect(hall.alerts.filter((line) => !/\d\d:\d\d:\d\d \d\d:\d\d:\d\d \d\d:\d\d:\d\d/.test(line))).toEqual([]);
    hall.live(at('10:30'));
    expect(hall.story.at(-1)).toBe('breach P1 10:00:00–');
  });

  it('[V2] raise it once for a person at two counters, as long as they stand at one', () => {
    const hall = hallAt('08:00').put([{ id: 'cert', kind: 'staff.unqualified', ...always }]);
    hall.hear(day('2026-03-02').at('09:00').open('C1', { staff: 'P1' }).open('C2', { staff: 'P1' }));
    hall.live(at('09:05')).hear(day('2026-03-02').at('09:30').close('C1'));
    expect(hall.live(at('09:31')).story).toEqual(['breach P1 09:00:00–']);
    hall.hear(day('2026-03-02').at('10:00').close('C2'));
    expect(hall.live(at('10:01')).story).toEqual(['breach P1 09:00:00–10:00:00']);
  });

  it('[V3] raise record.expires so many days before, until another version follows', () => {
    const hall = hallAt('08:00').put([{ id: 'exp', kind: 'record.expires', limit: 30, ...always }]);
    hall.record('p1', certificate, { until: '2026-05-01T00:00:00+08:00' });
    hall.live('2026-04-01T12:00:00+08:00');
    expect(hall.story).toEqual(['breach p1 00:00:00–']);
    hall.record('p1', certificate, { from: '2026-05-01T00:00:00+08:00', until: '2027-05-01T00:00:00+08:00' });
    expect(hall.story).toEqual(['breach p1 00:00:00–12:00:00']);
  });

  it('[V3] raise guide.missing for each service without a guide, and again when one ends', () => {
    const hall = hallAt('08:00').put([{ id: 'guide', kind: 'guide.missing', appliesTo: { serviceIds: ['S1'] }, ...always }]);
    expect(hall.settle().story).toEqual(['breach S1 08:00:00–']);
    hall.live(at('09:00')).record('s1', guide, { until: at('11:00') });
    expect(hall.story).toEqual(['breach S1 08:00:00–09:00:00']);
    hall.live(at('11:30'));
    expect(hall.story).toEqual(['breach S1 08:00:00–09:00:00', 'breach S1 11:00:00–']);
  });
});

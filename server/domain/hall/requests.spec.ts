import { HallOfCases } from './hall-of-cases.spec-kit.js';

const guide = (workingDays?: number) => ({ kind: 'guide' as const, serviceId: 'S1', basis: '1', materials: [], steps: [], fees: '0', ...(workingDays && { workingDays }) });
const local = (at: number | null) => (at === null ? null : new Date(at + 8 * 3_600_000).toISOString().slice(0, 16));

/** Opens, receives, dispatches and accepts a request of service S1. */
function accepted(hall: HallOfCases, id: string): HallOfCases {
  return hall.open(id, { kind: 'request', serviceId: 'S1' }).step(id, 'receive').step(id, 'dispatch').step(id, 'accept');
}

describe('Service requests', () => {
  it('[G1] have a number of their kind, year and place, whatever is let go of', () => {
    const hall = new HallOfCases();
    hall.open('a', { kind: 'request' }).open('b', { kind: 'complaint' }).open('c', { kind: 'request' });
    hall.until('2027-01-01T08:00:00+08:00').open('d', { kind: 'request' });
    expect([...hall.hall.cases.values()].map(({ number }) => number)).toEqual(['R-260001', 'C-260001', 'R-260002', 'R-270001']);
  });

  it('[G1] tell how long they stood in each of the seven steps, and the limit there', () => {
    const hall = accepted(new HallOfCases(), 'a').live('2026-03-03T10:00:00+08:00').step('a', 'follow').step('a', 'deliver').step('a', 'rate');
    expect(hall.hall.cases.get('a')!.stages.map(({ state, at, dueAt, leftAt }) => `${state} ${local(at)} ${local(dueAt)} ${local(leftAt)}`)).toEqual([
      'due 2026-03-02T08:00 2026-03-10T00:00 2026-03-02T08:00',
      'received 2026-03-02T08:00 2026-03-10T00:00 2026-03-02T08:00',
      'dispatched 2026-03-02T08:00 2026-03-10T00:00 2026-03-02T08:00',
      'accepted 2026-03-02T08:00 2026-03-10T00:00 2026-03-03T10:00',
      'delivered 2026-03-03T10:00 2026-03-11T00:00 2026-03-03T10:00',
      'closed 2026-03-03T10:00 null null',
    ]);
  });

  it('[G2] are to be delivered when the guide of their service promises, else by the usual limit', () => {
    const dueWith = (days?: number) => local(accepted(new HallOfCases().record('g', guide(days)), 'a').hall.cases.get('a')!.dueAt);
    expect([dueWith(2), dueWith(20), dueWith()]).toEqual(['2026-03-05T00:00', '2026-03-31T00:00', '2026-03-10T00:00']);
  });

  it('[G2] raise case.due at the end of what the guide promised', () => {
    const hall = accepted(new HallOfCases().put([{ id: 'due', kind: 'case.due', limit: 9, source: 'local', during: 'always' }]).record('g', guide(1)), 'a');
    hall.live('2026-03-04T09:00:00+08:00');
    expect(hall.told).toEqual(['case.due breach a 2026-03-04T00:00–']);
  });
});

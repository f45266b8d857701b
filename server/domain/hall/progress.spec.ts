import type { RequestProgress, TicketProgress } from '../../../shared/rows/progress.js';
import { day } from '../golden/day-builder.js';
import { HallOfCases } from './hall-of-cases.spec-kit.js';
import { HallForSpec } from './hall.spec-kit.js';
import { makeRows } from './make-rows.js';
import { progressOf } from './progress.js';

const MINUTE = 60_000;

describe('What a citizen is told', () => {
  const hall = () => new HallForSpec('2026-03-02T08:00:00+08:00');
  const told = ({ hall: of }: HallForSpec, number: string) => progressOf(of, number) as TicketProgress;

  it('[G3] is how a ticket stands, from its issue to its end, also when it was put away', () => {
    const one = hall();
    const stands = () => (({ state, service, counter, ahead, outcome }: TicketProgress) => [state, service, counter, ahead, outcome])(told(one, 'a2'));
    const morning = day('2026-03-02').at('09:00').open('C1').issue('A1', { service: 'S1' }).issue('A2', { service: 'S1' });
    one.hear(morning);
    expect(stands()).toEqual(['waiting', 'First', null, 1, null]);
    one.hear(day('2026-03-02').at('09:05').call('A1', 'C1'));
    expect(stands()).toEqual(['waiting', 'First', null, 0, null]);
    one.hear(day('2026-03-02').at('09:06').call('A2', 'C1'));
    expect(stands()).toEqual(['called', 'First', 'One', null, null]);
    one.hear(day('2026-03-02').at('09:07').start('A2').at('09:12').end('A2'));
    makeRows(one.hall); // what has ended is put away with the rows
    expect(stands()).toEqual(['ended', 'First', null, null, 'completed']);
    expect(JSON.stringify(told(one, 'A2'))).not.toMatch(/P1|ticketId/);
  });

  it('[G3] is nothing of a number that nobody has, nor of one that ended yesterday', () => {
    const one = hall();
    one.hear(day('2026-03-02').at('09:00').open('C1').issue('A1', { service: 'S1' }).at('09:01').call('A1', 'C1').start('A1').at('09:05').end('A1'));
    expect([told(one, 'A1')?.outcome, told(one, 'A')]).toEqual(['completed', null]);
    expect(told(one.until('2026-03-03T08:00:00+08:00'), 'A1')).toBeNull();
  });

  it('[G3] is what today’s waits were, where these are many and it has not waited longer yet', () => {
    const one = hall();
    for (let index = 0; index < 20; index++) one.hear(day('2026-03-02').at('09:00').issue(`B${index}`, { service: 'S1' }));
    one.hear(day('2026-03-02').at('09:00').issue('A1', { service: 'S1' }));
    const call = (count: number, from: number) => {
      for (let index = from; index < from + count; index++) one.hear(day('2026-03-02').at(index < 10 ? '09:10' : '09:20').call(`B${index}`, 'C1'));
    };
    call(19, 0);
    expect(told(one, 'A1').waits).toBeNull();
    call(1, 19);
    one.hear(day('2026-03-02').at('09:20').issue('A2', { service: 'S1' }));
    expect(told(one, 'A2').waits).toEqual({ count: 20, p50Ms: 15 * MINUTE, p90Ms: 20 * MINUTE });
    expect(told(one, 'A1').waits).toBeNull();
  });

  it('[G3] is the seven steps of a request and how many came before it, and no other case', () => {
    const one = new HallOfCases().open('a', { kind: 'request', serviceId: 'S1' }).live('2026-03-02T09:00:00+08:00').open('b', { kind: 'request', serviceId: 'S1' }).open('c', { kind: 'complaint' });
    const progress = () => progressOf(one.hall, 'r-260002') as RequestProgress;
    expect([progress().state, progress().service, progress().ahead, progress().steps.filter(({ at }) => at !== null).map(({ step }) => step)]).toEqual(['due', 'First', 1, ['raise']]);
    one.step('b', 'receive').step('b', 'dispatch').step('b', 'accept').step('b', 'follow').step('b', 'deliver').step('b', 'rate');
    expect([progress().state, progress().ahead, progress().dueAt, progress().steps.filter(({ at }) => at !== null).length]).toEqual(['closed', null, null, 7]);
    expect(progressOf(one.hall, 'C-260001')).toBeNull();
    expect(JSON.stringify(progress())).not.toMatch(/"(?:wang|li|chen|title|b)"/);
  });
});

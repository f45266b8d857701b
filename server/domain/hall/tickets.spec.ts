import { day } from '../golden/day-builder.js';
import { HallForSpec } from './hall.spec-kit.js';

const DATE = '2026-03-02';
const MINUTE = 60_000;
const at = (time: string, date = DATE) => `${date}T${time}:00+08:00`;
const written = () => day(DATE, 'Asia/Shanghai');
const hallAt = (time = '08:00') => new HallForSpec(at(time));

describe('Tickets of a hall', () => {
  it('[T2] a ticket first heard of by its call counts as issued there, and no wait of it is known', () => {
    const hall = hallAt();
    expect(hall.hear(written().at('09:00').call('T1', 'C1'))).toEqual([['noIssue']]);
    const { tickets, waitMs } = hall.figures();
    expect([tickets.issued, tickets.called, waitMs.count]).toEqual([1, 1, 0]);
    expect(hall.rows.tickets['T1']).toEqual(jasmine.objectContaining({ number: 'T1', serviceId: null, state: 'called', dueAt: null }));
  });

  it('[T3] a no-show who is called again after all takes the no-show back, and the wait was over with the first call', () => {
    const hall = hallAt();
    const flags = hall.hear(written()
      .at('09:00').issue('T1', { service: 'S1' }).at('09:05').call('T1', 'C1').at('09:07').noShow('T1')
      .at('09:30').call('T1', 'C1').at('09:31').start('T1', 'C1').at('09:40').end('T1', 'C1'));
    expect(flags[3]).toEqual(['reopened']);
    const { tickets, waitMs, walkMs, waitToServiceMs } = hall.figures('service:S1');
    expect([tickets.noShow, tickets.called, tickets.served]).toEqual([0, 1, 1]);
    expect([waitMs.max, walkMs.max, waitToServiceMs.max]).toEqual([5 * MINUTE, MINUTE, 31 * MINUTE]);
  });

  it('[T3] a no-show of yesterday who is called today was open over midnight: carried in, and both days balance', () => {
    const hall = hallAt();
    hall.hear(written().at('16:00').issue('T1', { service: 'S1' }).at('16:05').call('T1', 'C1').at('16:07').noShow('T1'));
    hall.hear(written().at('+1 09:00').call('T1', { counter: 'C2', staff: 'P2' }).at('+1 09:10').transfer('T1', { service: 'S2' }));
    const [s1, s2] = ['service:S1', 'service:S2'].map((id) => hall.figures(id).tickets);
    expect([s1?.issued, s1?.carriedIn, s1?.transferredOut]).toEqual([0, 1, 1]);
    expect([s2?.carriedIn, s2?.transferredIn, s2?.stillWaiting]).toEqual([0, 1, 1]);
  });

  it('[T3] a completed ticket is over: what still comes for it has no effect and says so', () => {
    const hall = hallAt();
    const flags = hall.hear(written()
      .at('09:00').issue('T1', { service: 'S1' }).at('09:05').call('T1', 'C1').at('09:06').start('T1', 'C1').at('09:10').end('T1', 'C1')
      .at('09:11').call('T1', 'C1').noShow('T1').park('T1').unpark('T1').start('T1', 'C1').leave('T1').end('T1', 'C1'));
    expect(flags.slice(4)).toEqual(Array.from({ length: 7 }, () => ['afterEnd']));
    expect(hall.figures().tickets).toEqual(jasmine.objectContaining({ issued: 1, called: 1, served: 1, noShow: 0, abandoned: 0 }));
  });

  it('[T3] an ending that was taken back is no length to take back again when a late fact comes', () => {
    const hall = hallAt();
    hall.hear(written()
      .at('09:00').issue('T1', { service: 'S1' }).leave('T1').issue('T2', { service: 'S1' }).at('09:01').leave('T2').start('T1', 'C1').at('09:05').end('T1', 'C1'));
    hall.hear(written().at('09:03').park('T1').at('09:04').unpark('T1'), at('09:06'));
    const { abandonMs, serviceMs } = hall.figures();
    expect([abandonMs.count, abandonMs.p50, abandonMs.max, serviceMs.max]).toEqual([1, MINUTE, MINUTE, 3 * MINUTE]);
  });

  it('[T4] the wait ends with the first call of a leg; a recall moves the ticket and the start of its walk', () => {
    const hall = hallAt();
    hall.hear(written().at('09:00').issue('T1', { service: 'S1' }).at('09:10').call('T1', 'C1').at('09:12').recall('T1', 'C2').at('09:13').start('T1', 'C2'));
    const { waitMs, walkMs, waitToServiceMs, tickets } = hall.figures();
    expect([waitMs.count, waitMs.max, walkMs.max, waitToServiceMs.max, tickets.called]).toEqual([1, 10 * MINUTE, MINUTE, 13 * MINUTE, 1]);
    expect(hall.rows.counters['C1']?.state).toBe('open');
    expect(hall.rows.counters['C2']).toEqual(jasmine.objectContaining({ state: 'serving', ticketId: 'T1' }));
  });

  it('[T5] who leaves before a call waited in vain; who leaves after one is counted without that length', () => {
    const hall = hallAt();
    hall.hear(written()
      .at('09:00').issue('T1', { service: 'S1' }).issue('T2', { service: 'S1' })
      .at('09:05').call('T2', 'C1').at('09:09').leave('T1').leave('T2'));
    const { tickets, abandonMs, waitMs, abandonmentRate } = hall.figures();
    expect([tickets.abandoned, abandonMs.count, abandonMs.max, waitMs.count, waitMs.max]).toEqual([2, 1, 9 * MINUTE, 1, 5 * MINUTE]);
    expect(abandonmentRate).toBe(2 / 3);
  });

  it('[T6] a ticket parked in service frees its counter, and goes on there or at another; only served time is service', () => {
    const hall = hallAt();
    hall.hear(written()
      .at('09:00').issue('T1', { service: 'S1' }).call('T1', { counter: 'C1', staff: 'P1' }).start('T1', 'C1').at('09:10').park('T1'));
    expect(hall.rows.counters['C1']?.state).toBe('open');
    expect([hall.figures().tickets.parked, hall.figures('staff:P1').tickets.inService]).toEqual([1, 0]);
    hall.hear(written().at('09:30').unpark('T1', 'C2').at('09:35').end('T1', 'C2'));
    const { serviceMs, tickets } = hall.figures('service:S1');
    expect([serviceMs.max, tickets.served, tickets.parked]).toEqual([15 * MINUTE, 1, 0]);
    expect(hall.figures('counter:C2').tickets.served).toBe(1);
  });

  it('[T6] a ticket parked in the queue leaves it, has no deadline meanwhile, and comes back with its own place in time, older by nothing', () => {
    const hall = hallAt();
    hall.hear(written().at('09:00').issue('T1', { service: 'S1' }).at('09:05').park('T1'));
    expect(hall.rows.services['S1']?.waiting).toBe(0);
    expect(hall.rows.tickets['T1']).toEqual(jasmine.objectContaining({ state: 'parked', dueAt: null }));
    hall.hear(written().at('09:30').unpark('T1'));
    expect(hall.rows.services['S1']).toEqual(jasmine.objectContaining({ waiting: 1, oldestIssuedAt: Date.parse(at('09:00')) }));
    expect(hall.rows.tickets['T1']?.dueAt).toBe(Date.parse(at('09:45')));
  });

  it('[T7] a transfer ends one leg and begins the next, whose wait is its own', () => {
    const hall = hallAt();
    hall.hear(written()
      .at('09:00').issue('T1', { service: 'S1' }).at('09:04').call('T1', 'C1').at('09:05').start('T1', 'C1')
      .at('09:10').transfer('T1', { service: 'S2' }).at('09:25').call('T1', 'C2').start('T1', 'C2').at('09:30').end('T1', 'C2'));
    const [s1, s2] = [hall.figures('service:S1'), hall.figures('service:S2')];
    expect([s1.tickets.issued, s1.tickets.transferredOut, s1.waitMs.max, s1.serviceMs.count]).toEqual([1, 1, 4 * MINUTE, 0]);
    expect([s2.tickets.transferredIn, s2.tickets.served, s2.waitMs.max, s2.serviceMs.max]).toEqual([1, 1, 15 * MINUTE, 5 * MINUTE]);
    expect(hall.figures().tickets).toEqual(jasmine.objectContaining({ issued: 1, transferredIn: 1, transferredOut: 1, served: 1, called: 2 }));
  });

  it('[T7] a transfer after a completed service only begins a leg: the next errand of the same ticket', () => {
    const hall = hallAt();
    hall.hear(written()
      .at('09:00').issue('T1', { service: 'S1' }).call('T1', 'C1').start('T1', 'C1').at('09:10').end('T1', 'C1').transfer('T1', { service: 'S2' }));
    expect(hall.figures('service:S1').tickets).toEqual(jasmine.objectContaining({ issued: 1, served: 1, transferredOut: 0 }));
    expect(hall.figures('service:S2').tickets).toEqual(jasmine.objectContaining({ transferredIn: 1, stillWaiting: 1 }));
  });

  it('[T8] a rating with a ticket counts for its service, counter and person; one without for the counter and person it names', () => {
    const hall = hallAt();
    const flags = hall.hear(written()
      .at('09:00').issue('T1', { service: 'S1' }).call('T1', { counter: 'C1', staff: 'P1' }).start('T1', 'C1').end('T1', 'C1')
      .rate(2, 'C1', { ticket: 'T1' }).rate(4, { counter: 'C1', staff: 'P1' }).rate(5, 'C1', { ticket: 'T9' }));
    expect(flags.slice(-3)).toEqual([[], [], ['unknownTicket']]);
    expect(hall.figures('service:S1').rating.given).toBe(1);
    expect(hall.figures('counter:C1').rating).toEqual(jasmine.objectContaining({ given: 3, mean: 11 / 3 }));
    expect(hall.figures('staff:P1').rating.given).toBe(2);
    expect([hall.figures().rating.given, hall.figures().tickets.issued]).toEqual([3, 1]);
    expect(hall.rows.counters['C1']?.ratingMean).toBe(11 / 3);
  });

  it('[T9] a late fact takes its place by time: the outcome is that of the facts in order', () => {
    const inOrder = written()
      .at('09:00').issue('T1', { service: 'S1' }).at('09:04').call('T1', 'C1').at('09:05').start('T1', 'C1').at('09:15').end('T1', 'C1').events();
    const [issued, called, started, ended] = inOrder;
    const [straight, late] = [hallAt(), hallAt()];
    straight.hear({ events: () => inOrder }, at('09:20'));
    const flags = late.hear({ events: () => [ended!, issued!, started!, called!] }, at('09:20'));
    expect(flags.map((list) => list.includes('outOfOrder'))).toEqual([false, true, true, true]);
    const { quality, ...rest } = late.rows.hall['spec']!;
    expect(quality['outOfOrder']).toBe(3);
    expect({ ...late.rows, hall: {}, sources: {} }).toEqual({ ...straight.rows, hall: {}, sources: {} });
    expect(rest).toEqual(jasmine.objectContaining({ state: 'open', day: DATE }));
  });

  it('[T10] what the issue says is known from the start, also when it comes last or with a later time', () => {
    const hall = hallAt();
    hall.hear(written().at('09:04').call('T1', 'C1').at('09:05').issue('T1', { service: 'S1', number: 'A7' }));
    expect(hall.rows.tickets['T1']).toEqual(jasmine.objectContaining({ number: 'A7', serviceId: 'S1', state: 'called' }));
    expect(hall.rows.counters['C1']?.ticketNumber).toBe('A7');
    const { tickets, waitMs } = hall.figures('service:S1');
    expect([tickets.issued, tickets.called, waitMs.count]).toEqual([1, 1, 0]);
  });

  it('[T11] what was already so changes nothing: a second issue, a call in service, a second parking', () => {
    const hall = hallAt();
    const flags = hall.hear(written()
      .at('09:00').issue('T1', { service: 'S1' }).issue('T1', { service: 'S2' }).at('09:01').call('T1', 'C1').start('T1', 'C1')
      .at('09:02').call('T1', { counter: 'C2', staff: 'P2' }).start('T1', 'C2').park('T1').park('T1'));
    expect([1, 4, 5, 7].map((index) => flags[index])).toEqual([['repeated'], ['repeated'], ['repeated'], ['repeated']]);
    expect(hall.rows.tickets['T1']).toEqual(jasmine.objectContaining({ serviceId: 'S1', state: 'parked', counterId: 'C1' }));
    expect(hall.rows.figures['staff:P2']).toBeUndefined();
  });

  it('[T12] a ticket that ends without a start is served, flagged, and lends no length to serviceMs', () => {
    const hall = hallAt();
    const flags = hall.hear(written().at('09:00').issue('T1', { service: 'S1' }).at('09:05').call('T1', 'C1').at('09:15').end('T1', 'C1', 'referred'));
    expect(flags[2]).toEqual(['noStart']);
    expect([hall.figures().tickets.referred, hall.figures().serviceMs.count]).toEqual([1, 0]);
  });

  it('[T13] a ticket open over midnight is carried in, never issued again, and its wait runs on', () => {
    const hall = hallAt();
    hall.hear(written().at('23:50').issue('T1', { service: 'S1' }).issue('T2', { service: 'S1' }).at('23:55').call('T2', 'C1').start('T2', 'C1'));
    hall.until(at('00:00', '2026-03-03'));
    expect(hall.figures('service:S1').tickets).toEqual(jasmine.objectContaining({ issued: 0, carriedIn: 2, stillWaiting: 1, inService: 1, called: 0 }));
    hall.hear(written().at('+1 00:10').call('T1', 'C2').end('T2', 'C1'));
    const { waitMs, serviceMs, tickets } = hall.figures('service:S1');
    expect([waitMs.max, serviceMs.max, tickets.served, tickets.stillWaiting]).toEqual([20 * MINUTE, 15 * MINUTE, 1, 1]);
  });

  it('[T13] word of yesterday that comes today can still say that the ticket was not open at midnight', () => {
    const hall = hallAt();
    hall.hear(written().at('16:00').issue('T1', { service: 'S1' }));
    hall.until(at('08:00', '2026-03-03'));
    expect(hall.figures().tickets.carriedIn).toBe(1);
    hall.hear(written().at('16:30').leave('T1'), at('08:01', '2026-03-03'));
    expect(hall.figures().tickets).toEqual(jasmine.objectContaining({ carriedIn: 0, abandoned: 0, stillWaiting: 0 }));
    expect(hall.rows.tickets['T1']).toBeUndefined();
  });

  it('[T13] a month that comes at once leaves no ended ticket of earlier days behind, and late word of one begins anew', () => {
    const hall = hallAt();
    hall.hear(written().at('09:00').issue('T1', { service: 'S1' }).at('09:01').leave('T1'));
    hall.until(at('00:00', '2026-03-05'));
    expect(hall.hall.tickets.size).toBe(0);
    expect(hall.hear(written().at('09:02').remove('T1'), at('08:00', '2026-03-05'))[0]).toEqual(['late', 'noIssue']);
    expect(hall.figures().tickets.removed).toBe(0);
  });
});

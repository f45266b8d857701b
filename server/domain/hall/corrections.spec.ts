import { day, type DayBuilder } from '../golden/day-builder.js';
import { HallForSpec, settingsForSpec } from './hall.spec-kit.js';

const DATE = '2026-03-02';
const at = (time: string, date = DATE) => `${date}T${time}:00+08:00`;
const written = () => day(DATE, 'Asia/Shanghai');

/**
 * The hall after the day, and the same day without its corrections as it should have been told. Who spoke of a counter last
 * (N6) stands aside: a word that was voided was a word all the same.
 */
function expectSame(corrected: DayBuilder, meant: DayBuilder): string[][] {
  const [hall, other] = [new HallForSpec(at('08:00')), new HallForSpec(at('08:00'))];
  const flags = hall.hear(corrected);
  other.hear(meant);
  const shown = (one: HallForSpec) => {
    const { figures, counters, tickets, services, hall: row } = one.until(at('18:00')).rows;
    for (const counter of Object.values(counters)) counter.sourceId = null;
    return { figures, counters, tickets, services, state: row['spec']?.state };
  };
  expect(shown(hall)).toEqual(shown(other));
  return flags;
}

describe('Corrections', () => {
  const start = () => written().at('09:00').open('C1').at('09:01').issue('T1', { service: 'S1' }).at('09:05');

  it('[K1] void an event as if it had never been: a call, a recall, an opening, a rating, the hall’s closing', () => {
    const call = { event: (to: DayBuilder) => to.call('T1', 'C1') };
    for (const { event } of [
      call,
      { event: (to: DayBuilder) => to.start('T1', 'C1') },
      { event: (to: DayBuilder) => to.transfer('T1', { service: 'S2' }) },
      { event: (to: DayBuilder) => to.rate(1, 'C1') },
      { event: (to: DayBuilder) => to.rate(1, 'C1', { ticket: 'T1' }) },
      { event: (to: DayBuilder) => to.pause('C1') },
      { event: (to: DayBuilder) => to.closeHall() },
    ]) expect(expectSame(event(start()).correct({ void: true }), start().at('09:05'))).toHaveSize(4);
    const recalled = () => start().call('T1', 'C1').at('09:06');
    expectSame(recalled().recall('T1', 'C2').correct({ void: true }), recalled());
  });

  it('[K1] replace what an event said, at its own instant', () => {
    expectSame(
      start().call('T1', 'C2').at('09:30').start('T1').correct({ data: { ticketId: 'T1', counterId: 'C1' } }, 1),
      start().call('T1', 'C1').at('09:30').start('T1'),
    );
    expectSame(start().pause('C1').correct({ data: { counterId: 'C2' } }), start().pause('C2'));
    expectSame(start().rate(1, 'C1').correct({ data: { counterId: 'C1', level: 5 } }), start().rate(5, 'C1'));
  });

  it('[K2] give back today what was voided by mistake', () => {
    expectSame(start().call('T1', 'C1').correct({ void: true }).correct({ data: { ticketId: 'T1', counterId: 'C1' } }, 1), start().call('T1', 'C1'));
    expectSame(start().pause('C1').correct({ void: true }).correct({ data: { counterId: 'C1' } }, 1), start().pause('C1'));
  });

  it('[K2] of what the hall no longer shows change nothing: a ticket long gone does not come back to life', () => {
    const hall = new HallForSpec(at('08:00'));
    hall.hear(written().at('09:00').issue('T1', { service: 'S1' }).at('09:01').leave('T1'));
    hall.until(at('08:00', '2026-03-06'));
    const flags = hall.hear(day('2026-03-06', 'Asia/Shanghai').at('08:01').post('event.corrected', { source: '/day', id: '20260302-1', data: { ticketId: 'T1', number: 'T1', serviceId: 'S2' } }));
    expect(flags[0]).toEqual(['unknownEvent']);
    expect([hall.rows.tickets, hall.figures().tickets.carriedIn]).toEqual([{}, 0]);
  });

  it('[K3] may move an event to another ticket or counter, and on from there', () => {
    const to = (ticketId: string) => ({ data: { ticketId, number: ticketId, serviceId: 'S1' } });
    expectSame(
      written().at('09:00').open('C1').at('09:01').issue('T1', { service: 'S1' }).correct(to('T2')).correct(to('T3'), 1).correct(to('T4'), 2),
      written().at('09:00').open('C1').at('09:01').issue('T4', { service: 'S1' }),
    );
    expectSame(
      start().pause('C1').correct({ data: { counterId: 'C2' } }).correct({ data: { counterId: 'C1' } }, 1).correct({ void: true }, 2),
      start(),
    );
  });

  it('[K4] that would make an event what its type does not allow, or say nothing, have no effect', () => {
    for (const correction of [{ data: {} }, { data: { counterId: 'C1', level: 9 } }, { data: { counterId: 5 } }, { reason: 'hm' }]) {
      expect(expectSame(start().rate(4, 'C1').correct(correction), start().rate(4, 'C1')).at(-1)).toEqual(['badCorrection']);
    }
    expect(expectSame(start().correct({ data: {} }), start()).at(-1)).toEqual(['badCorrection']);
  });

  it('[K4] of events that are not stored, or are readings and heartbeats, say so', () => {
    const flags = expectSame(
      start().observe('S2', 4).correct({ void: true }).post('event.corrected', { source: '/day', id: 'nowhere', void: true }).heartbeat('K1').correct({ void: true }),
      start().observe('S2', 4).heartbeat('K1'),
    );
    expect([flags[3], flags[4], flags[6]]).toEqual([['unknownEvent'], ['unknownEvent'], ['unknownEvent']]);
  });

  it('[K1] stand where the event stood, also when the hall’s clock has been set anew since', () => {
    const hall = new HallForSpec(at('08:00'));
    hall.hear(written().withoutClock().issue('T1', { service: 'S1' }), at('09:00'));
    hall.configure(settingsForSpec({ clock: { at: at('09:30'), speed: 60 } }), at('09:10'));
    hall.hear(day('2026-03-03', 'Asia/Shanghai').withoutClock().post('event.corrected', { source: '/day', id: '20260302-1', data: { ticketId: 'T1', number: '7', serviceId: 'S2' } }), at('09:11'));
    expect(hall.rows.tickets['T1']?.number).toBe('7');
    expect(hall.rows.tickets['T1']?.issuedAt).toBe(Date.parse(at('09:00')));
  });
});

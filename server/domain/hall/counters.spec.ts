import { day } from '../golden/day-builder.js';
import { HallForSpec, settingsForSpec } from './hall.spec-kit.js';

const DATE = '2026-03-02';
const MINUTE = 60_000;
const at = (time: string, date = DATE) => `${date}T${time}:00+08:00`;
const instant = (time: string, date = DATE) => Date.parse(at(time, date));
const written = () => day(DATE, 'Asia/Shanghai');
const hallAt = (time = '08:00') => new HallForSpec(at(time));
const minutesOf = (hall: HallForSpec, id = 'C1') => {
  const { openMs, pausedMs, busyMs } = hall.figures(`counter:${id}`).counter;
  return [openMs, pausedMs, busyMs].map((ms) => ms / MINUTE);
};

describe('Counters of a hall', () => {
  it('[C1] are closed, open, calling, serving or paused, and tell since when', () => {
    const hall = hallAt();
    const states = [hall.rows.counters['C1']!];
    const then = (builder: ReturnType<typeof written>) => {
      hall.hear(builder);
      states.push(hall.rows.counters['C1']!);
    };
    then(written().at('09:00').open('C1'));
    then(written().at('09:01').issue('T1', { service: 'S1' }).call('T1', 'C1'));
    then(written().at('09:02').start('T1', 'C1'));
    then(written().at('09:10').end('T1', 'C1'));
    then(written().at('09:11').pause('C1'));
    then(written().at('09:15').resume('C1'));
    then(written().at('17:00').close('C1'));
    expect(states.map(({ state, stateAt, ticketId }) => [state, stateAt && new Date(stateAt + 8 * 60 * MINUTE).toISOString().slice(11, 16), ticketId])).toEqual([
      ['closed', null, null], ['open', '09:00', null], ['calling', '09:01', 'T1'], ['serving', '09:02', 'T1'],
      ['open', '09:10', null], ['paused', '09:11', null], ['open', '09:15', null], ['closed', '17:00', null],
    ]);
  });

  it('[C1] serve over their own word: paused or closed while a ticket is there shows when it has gone', () => {
    const hall = hallAt();
    hall.hear(written().at('09:00').open('C1').issue('T1', { service: 'S1' }).call('T1', 'C1').start('T1', 'C1').at('09:05').pause('C1'));
    expect(hall.rows.counters['C1']?.state).toBe('serving');
    hall.hear(written().at('09:10').end('T1', 'C1'));
    expect(hall.rows.counters['C1']).toEqual(jasmine.objectContaining({ state: 'paused', stateAt: instant('09:10') }));
  });

  it('[C1] with two tickets at once show the newest, are busy once, and say so', () => {
    const hall = hallAt();
    const flags = hall.hear(written()
      .at('09:00').open('C1').issue('T1', { service: 'S1' }).issue('T2', { service: 'S1' })
      .at('09:10').start('T1', 'C1').at('09:15').start('T2', 'C1'));
    expect(flags.at(-1)).toEqual(['noCall', 'counterBusy']);
    expect(hall.rows.counters['C1']?.ticketId).toBe('T2');
    hall.hear(written().at('09:20').end('T2', 'C1'));
    expect(hall.rows.counters['C1']?.ticketId).toBe('T1');
    hall.hear(written().at('09:30').end('T1', 'C1'));
    expect(minutesOf(hall)).toEqual([30, 0, 20]);
  });

  it('[C2] that nobody opened are open from their first call, to the end of the day', () => {
    const hall = hallAt();
    const flags = hall.hear(written().at('09:00').issue('T1', { service: 'S1' }).at('09:05').call('T1', 'C9').start('T1', 'C9').at('09:10').end('T1', 'C9'));
    expect(flags[1]).toEqual(['unknownCounter']);
    expect(hall.rows.counters['C9']).toEqual(jasmine.objectContaining({ state: 'open', stateAt: instant('09:10'), registered: false, name: 'C9' }));
    hall.until(at('23:59'));
    expect(minutesOf(hall, 'C9')).toEqual([14 * 60 + 54, 0, 5]);
    hall.until(at('00:01', '2026-03-03'));
    expect(hall.rows.counters['C9']).toBeUndefined();
  });

  it('[C2] that are closed or paused and call all the same are flagged; a closing ends an opening that was only implied', () => {
    const hall = hallAt();
    const flags = hall.hear(written()
      .at('09:00').open('C1').at('09:10').close('C1').at('09:20').issue('T1', { service: 'S1' }).call('T1', 'C1').at('09:25').end('T1', 'C1').at('09:30').close('C1'));
    expect(flags[3]).toEqual(['counterNotOpen']);
    expect(hall.rows.counters['C1']?.state).toBe('closed');
    hall.until(at('12:00'));
    expect(minutesOf(hall)).toEqual([20, 0, 0]);
  });

  it('[C3] stay at midnight what they said they are: open, paused, with their staff and services; today’s sums begin anew', () => {
    const hall = hallAt();
    hall.hear(written()
      .at('08:00').open('C1', { staff: 'P1', services: ['S1', 'S2'] }).at('09:00').pause('C1').at('10:00').resume('C1')
      .at('12:00').open('C2', { staff: 'P2' }).logOn('P3', 'C2').at('20:00').pause('C2'));
    hall.until(at('00:30', '2026-03-03'));
    const { C1, C2 } = hall.rows.counters;
    expect([C1?.state, C1?.stateAt, C1?.staffId, C1?.serviceIds]).toEqual(['open', instant('10:00'), 'P1', ['S1', 'S2']]);
    expect([C2?.state, C2?.stateAt, C2?.staffId]).toEqual(['paused', instant('20:00'), 'P3']);
    expect([minutesOf(hall, 'C1'), minutesOf(hall, 'C2')]).toEqual([[30, 0, 0], [30, 30, 0]]);
  });

  it('[C3] that closed yesterday remember their services and not their staff', () => {
    const hall = hallAt();
    hall.hear(written().at('08:00').logOn('P1', 'C1').open('C1', { services: ['S2'] }).at('17:00').close('C1'));
    hall.until(at('00:00', '2026-03-04'));
    hall.hear(day('2026-03-04', 'Asia/Shanghai').at('08:00').open('C1'));
    expect(hall.rows.counters['C1']).toEqual(jasmine.objectContaining({ state: 'open', staffId: null, serviceIds: ['S2'] }));
    expect(hall.hall.counters.get('C1')?.counter.facts.length).toBe(3);
  });

  it('[C3] tell since when they have been closed, also days later and when they said so twice', () => {
    const hall = hallAt();
    hall.hear(written().at('09:00').pause('C1').at('12:00').close('C1').at('12:30').logOn('P1', 'C1').at('13:00').close('C1'));
    const before = hall.rows.counters['C1'];
    expect(before?.stateAt).toBe(instant('12:00'));
    expect(hall.until(at('00:00', '2026-03-03')).rows.counters['C1']).toEqual(before);
    expect(hall.until(at('00:00', '2026-03-05')).rows.counters['C1']).toEqual(before);
  });

  it('[C3] split busy and open time at midnight, each day its own', () => {
    const hall = hallAt();
    hall.hear(written().at('23:00').open('C1').issue('T1', { service: 'S1' }).at('23:30').start('T1', 'C1'));
    hall.until(at('23:59'));
    expect(minutesOf(hall)).toEqual([59, 0, 29]);
    hall.hear(written().at('+1 00:20').end('T1', 'C1').at('+1 00:40').close('C1'));
    expect(minutesOf(hall)).toEqual([40, 0, 20]);
  });

  it('[C3] are not open today because of a ticket of yesterday that today’s late word ended yesterday', () => {
    const hall = hallAt();
    hall.hear(written().at('16:00').issue('T1', { service: 'S1' }).at('16:01').call('T1', 'C9').start('T1', 'C9'));
    hall.until(at('08:00', '2026-03-03'));
    expect(hall.rows.counters['C9']?.state).toBe('serving');
    hall.hear(written().at('16:20').end('T1', 'C9'), at('08:00', '2026-03-03'));
    expect(hall.rows.counters['C9']).toBeUndefined();
    hall.hear(written().at('17:00').issue('T2', { service: 'S1' }).at('17:01').start('T2', 'C1').at('17:09').end('T2', 'C1'), at('08:01', '2026-03-03'));
    expect([hall.rows.counters['C1']?.state, minutesOf(hall)]).toEqual(['closed', [0, 0, 0]]);
  });

  it('[C4] take a late fact in its place: the sums are those of the day in order', () => {
    const events = written()
      .at('09:00').open('C1').at('09:10').issue('T1', { service: 'S1' }).start('T1', 'C1').at('09:20').end('T1', 'C1')
      .at('09:30').pause('C1').at('09:40').resume('C1').at('10:00').close('C1').events();
    const [straight, backwards] = [hallAt(), hallAt()];
    straight.hear({ events: () => events }, at('11:00'));
    const flags = backwards.hear({ events: () => [...events].reverse() }, at('11:00'));
    expect(flags.flat().filter((flag) => flag === 'outOfOrder').length).toBe(5);
    expect(minutesOf(straight)).toEqual([60, 10, 10]);
    expect(minutesOf(backwards)).toEqual([60, 10, 10]);
  });

  it('[C4] take what happens within one instant as it was stored, whether or not a screen looked in between', () => {
    const look = (hall: HallForSpec) => hall.rows;
    const tell = (between: (hall: HallForSpec) => unknown) => {
      const hall = hallAt();
      hall.hear(written().at('09:00').open('C1').issue('T1', { service: 'S1' }).issue('T2', { service: 'S1' }));
      hall.hear(written().at('08:30').pause('C1').at('08:40').resume('C1'), at('09:00'));
      between(hall);
      hall.hear(written().at('09:30').call('T1', 'C1').leave('T1').call('T2', 'C1').end('T2', 'C1').close('C1').at('09:31').issue('T3', { service: 'S1' }));
      return hall.rows.counters['C1'];
    };
    expect(tell(look)).toEqual(tell(() => null));
    expect(tell(look)).toEqual(jasmine.objectContaining({ state: 'closed', stateAt: instant('09:30') }));
  });

  it('[C5] are open from opening to closing, pauses included, and the hall adds its counters up', () => {
    const hall = hallAt();
    hall.hear(written().at('09:00').open('C1').open('C2').at('09:30').pause('C2').at('10:00').close('C1'));
    hall.until(at('10:30'));
    expect([minutesOf(hall, 'C1'), minutesOf(hall, 'C2')]).toEqual([[60, 0, 0], [90, 60, 0]]);
    const { openMs, pausedMs, busyMs, occupancy, adherence } = hall.figures().counter;
    expect([openMs / MINUTE, pausedMs / MINUTE, busyMs, occupancy, adherence]).toEqual([150, 60, 0, 0, null]);
    expect(hallAt().figures().counter.occupancy).toBeNull();
  });

  it('[C6] name who serves there: the ticket’s person, else who opened or logged on, nobody after logging off or closing', () => {
    const hall = hallAt();
    const staff: (string | null | undefined)[] = [];
    for (const step of [
      written().at('08:50').logOn('P1', 'C1'), written().at('08:55').open('C1', { staff: 'P2' }), written().at('08:56').logOff('P1', 'C1'),
      written().at('09:00').issue('T1', { service: 'S1' }).call('T1', { counter: 'C1', staff: 'P3' }), written().at('09:01').end('T1', 'C1'),
      written().at('09:02').logOff('P2', 'C1'), written().at('09:03').logOn('P4', 'C1'), written().at('09:04').close('C1'),
    ]) {
      hall.hear(step);
      staff.push(hall.rows.counters['C1']?.staffId);
    }
    expect(staff).toEqual(['P1', 'P2', 'P2', 'P3', 'P2', null, 'P4', null]);
  });

  it('[C7] count as open for the services they serve: those they named last, else those of the settings, else every one', () => {
    const hall = new HallForSpec(at('08:00'), settingsForSpec({ counters: [{ id: 'C1', name: '1', serviceIds: ['S1'] }, { id: 'C2', name: '2' }] }));
    const open = () => [hall.rows.services['S1']?.openCounters, hall.rows.services['S2']?.openCounters];
    hall.hear(written().at('09:00').open('C1'));
    expect(open()).toEqual([1, 0]);
    hall.hear(written().at('09:01').open('C2'));
    expect(open()).toEqual([2, 1]);
    hall.hear(written().at('09:02').open('C1', { services: ['S2'] }));
    expect(open()).toEqual([1, 2]);
    hall.hear(written().at('09:03').pause('C2'));
    expect(open()).toEqual([0, 1]);
  });
});

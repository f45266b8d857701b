import { day } from '../golden/day-builder.js';
import { settingsForSpec } from './hall.spec-kit.js';
import { JudgedHall } from './judged-hall.spec-kit.js';

const at = (time: string) => `2026-03-02T${time}:00+08:00`;
const today = () => day('2026-03-02');
type Clause = Omit<Parameters<JudgedHall['put']>[0][number], 'id' | 'source'>;
type Day = ReturnType<typeof today>;

/** What happens, and every alert that came of it by noon: severity, subject, due–resolved. */
type Case = [why: string, clause: Clause, happens: (one: Day) => Day, alerts: string[]];

function tell([why, clause, happens, alerts]: Case, settings = settingsForSpec()): JudgedHall {
  const hall = new JudgedHall(at('08:00'), settings).put([{ id: 'c', source: 'local', during: 'always', ...clause }]);
  for (const event of happens(today()).events()) {
    hall.live(event.time!);
    hall.hear({ events: () => [event] });
    hall.settle();
  }
  expect(hall.live(at('12:00')).story).withContext(why).toEqual(alerts);
  return hall;
}

describe('A clause about counters', () => {
  it('[R14] of idling runs while a counter is free and someone waits whom it can serve, whoever that is', () => {
    const idle: Clause = { kind: 'counter.idle', warnAfter: 'PT3M', breachAfter: 'PT5M' };
    const open = (one: Day) => one.at('08:30').open('C1').open('C2');
    const cases: Case[] = [
      ['free first', idle, (one) => open(one).at('09:00').issue('T1', { service: 'S1' }).at('09:06').call('T1', 'C1'), ['warning C1 09:03:00–09:05:00', 'breach C1 09:05:00–09:06:00']],
      ['waiting first', idle, (one) => one.at('09:00').issue('T1', { service: 'S2' }).at('09:10').open('C2').at('09:14').call('T1', 'C2'), ['warning C2 09:13:00–09:14:00']],
      ['one after another', idle, (one) => open(one).at('09:00').issue('T1', { service: 'S1' }).at('09:02').issue('T2', { service: 'S1' }).at('09:04').leave('T1').at('09:06').leave('T2'), ['warning C1 09:03:00–09:05:00', 'breach C1 09:05:00–09:06:00']],
      ['nobody between', idle, (one) => open(one).at('09:00').issue('T1', { service: 'S1' }).at('09:04').leave('T1').issue('T2', { service: 'S1' }).at('09:06').leave('T2'), ['warning C1 09:03:00–09:04:00']],
      ['paused is not idle', idle, (one) => open(one).at('08:40').pause('C1').at('09:00').issue('T1', { service: 'S1' }), []],
    ];
    for (const one of cases) tell(one);
  });

  it('[A2] of idling or of too few open knows nothing of who was left in a queue the day before', () => {
    const kinds: [clause: Clause, subject: string][] = [
      [{ kind: 'counter.idle', breachAfter: 'PT5M' }, 'C1'],
      [{ kind: 'counters.open', limit: 2, breachAfter: 'PT5M' }, 'spec'],
    ];
    const settings = settingsForSpec({ openingHours: [{ days: ['mon', 'tue'], opens: '08:00', closes: '17:00' }] });
    for (const [clause, subject] of kinds) {
      const hall = tell(['left', clause, (one) => one.at('09:00').issue('T1', { service: 'S1' }), subject === 'C1' ? [] : ['breach spec 09:05:00–']], settings);
      hall.live('2026-03-03T08:00:00+08:00');
      const before = hall.story;
      hall.hear(day('2026-03-03').at('08:00').open('C1'));
      expect(hall.live('2026-03-03T09:00:00+08:00').story).withContext(clause.kind).toEqual(before);
      hall.hear(day('2026-03-03').from('/kiosk').at('09:00').issue('T2', { service: 'S1' }));
      expect(hall.live('2026-03-03T09:05:00+08:00').story).withContext(clause.kind).toEqual([...before, `breach ${subject} 09:05:00–`]);
    }
  });

  it('[R14] of idling is about those of the classes that it names', () => {
    const clause: Clause = { kind: 'counter.idle', breachAfter: 'PT5M', appliesTo: { customerClasses: ['vip'] } };
    const waits = (one: Day, who: string) => one.at('08:30').open('C1').at('09:00').issue('T1', { service: 'S1', class: who });
    tell(['another class', clause, (one) => waits(one, 'plain'), []]);
    tell(['its class', clause, (one) => waits(one, 'vip'), ['breach C1 09:05:00–']]);
  });

  it('[R15] of pausing runs from the pause until the counter goes on, serves or closes', () => {
    const paused: Clause = { kind: 'counter.paused', breachAfter: 'PT15M' };
    const cases: Case[] = [
      ['resumed', paused, (one) => one.at('08:30').open('C1').at('09:00').pause('C1').at('09:20').resume('C1'), ['breach C1 09:15:00–09:20:00']],
      ['closed', paused, (one) => one.at('08:30').open('C1').at('09:00').pause('C1').at('09:30').close('C1'), ['breach C1 09:15:00–09:30:00']],
      ['not its counter', { ...paused, appliesTo: { counterIds: ['C2'] } }, (one) => one.at('08:30').open('C1').at('09:00').pause('C1'), []],
      ['one that can serve the service', { ...paused, appliesTo: { serviceIds: ['S1'] } }, (one) => one.at('08:30').open('C1').open('C2').at('09:00').pause('C1').pause('C2'), ['breach C1 09:15:00–']],
    ];
    for (const one of cases) tell(one);
  });

  const roster = [{ days: ['mon' as const], opens: '09:00', closes: '10:00' }, { days: ['mon' as const], opens: '10:30', closes: '11:30' }];
  const rostered = settingsForSpec({ counters: [{ id: 'C1', name: 'One', serviceIds: ['S1'], roster }, { id: 'C2', name: 'Two', serviceIds: ['S2'] }] });

  it('[R16] of opening late is about the roster alone, each stretch by itself', () => {
    const late: Clause = { kind: 'counter.lateOpening', warnAfter: 'PT1M', breachAfter: 'PT5M' };
    tell(['in time, then late', late, (one) => one.at('08:55').open('C1').at('10:00').close('C1').at('10:38').open('C1').at('11:30').close('C1'), ['warning C1 10:31:00–10:35:00', 'breach C1 10:35:00–10:38:00']], rostered);
    tell(['never', late, (one) => one, ['warning C1 09:01:00–09:05:00', 'breach C1 09:05:00–10:00:00', 'warning C1 10:31:00–10:35:00', 'breach C1 10:35:00–11:30:00']], rostered);
    tell(['a pause is no closing', late, (one) => one.at('08:55').open('C1').at('09:00').pause('C1').at('11:30').close('C1'), []], rostered);
    const holiday = { ...rostered, exceptions: [{ date: '2026-03-02', hours: [] }] };
    tell(['a holiday', late, (one) => one, []], holiday);
  });

  it('[R17] of closing early runs from the closing until it opens again or the stretch ends', () => {
    const early: Clause = { kind: 'counter.earlyClosing' };
    tell(['twice', early, (one) => one.at('08:55').open('C1').at('09:50').close('C1').at('10:20').open('C1').at('11:00').close('C1').at('11:10').open('C1').at('11:30').close('C1'), ['breach C1 09:50:00–10:00:00', 'breach C1 11:00:00–11:10:00']], rostered);
    tell(['at its end', early, (one) => one.at('08:55').open('C1').at('10:00').close('C1').at('11:40').open('C1').at('11:50').close('C1'), []], rostered);
    tell(['never open', early, (one) => one.at('09:10').close('C1'), []], rostered);
  });

  it('[R18] of too few open runs while someone waits', () => {
    const few: Clause = { kind: 'counters.open', limit: 2, breachAfter: 'PT10M' };
    const issued = (one: Day) => one.at('08:30').open('C1').open('C2').at('09:00').issue('T1', { service: 'S1' });
    const cases: Case[] = [
      ['enough', few, issued, []],
      ['one closes', few, (one) => issued(one).at('09:05').close('C2').at('09:20').open('C2'), ['breach spec 09:15:00–09:20:00']],
      ['nobody waits any more', few, (one) => issued(one).at('09:05').pause('C2').at('09:18').leave('T1'), ['breach spec 09:15:00–09:18:00']],
      ['of the named', { ...few, limit: 1, appliesTo: { counterIds: ['C2'] } }, (one) => issued(one).at('09:05').close('C2'), ['breach spec 09:15:00–']],
    ];
    for (const one of cases) tell(one);
  });
});

describe('A clause about the hall', () => {
  it('[R12] [R13] of queues and crowds runs while there are more than its limit', () => {
    const three = (one: Day) => one.at('09:00').issue('T1', { service: 'S1' }).issue('T2', { service: 'S1' }).at('09:05').issue('T3', { service: 'S1' });
    const cases: Case[] = [
      ['a queue', { kind: 'queue.length', limit: 2, warnAfter: 'PT1M', breachAfter: 'PT5M' }, (one) => three(one).at('09:12').call('T1', 'C1'), ['warning S1 09:06:00–09:10:00', 'breach S1 09:10:00–09:12:00']],
      ['at its limit', { kind: 'queue.length', limit: 3 }, three, []],
      ['a board', { kind: 'queue.length', limit: 2 }, (one) => one.at('09:00').observe('S2', 3).at('09:10').observe('S2', 2), ['breach S2 09:00:00–09:10:00']],
      ['a crowd', { kind: 'hall.crowding', limit: 2 }, (one) => three(one).at('09:12').call('T1', 'C1').at('09:20').start('T1', 'C1').at('09:30').end('T1', 'C1'), ['breach spec 09:05:00–09:30:00']],
    ];
    for (const one of cases) tell(one);
    const [alert] = tell(['what it says', { kind: 'queue.length', limit: 2 }, three, ['breach S1 09:05:00–']]).all.values();
    expect(alert).toEqual(jasmine.objectContaining({ label: 'First', serviceId: 'S1', value: 3, limit: 2, standardVersion: 1 }));
  });

  it('[R19] [R20] of ratings: a bad one at once, and a low mean of the last ones', () => {
    const served = (one: Day, id: string, level: 1 | 2 | 3 | 4 | 5) => one.issue(id, { service: 'S1' }).call(id, 'C1').start(id, 'C1').end(id, 'C1').rate(level, 'C1', { ticket: id });
    const hall = tell(['a bad one', { kind: 'rating.bad', limit: 2 }, (one) => served(served(one.at('09:00'), 'T1', 2).at('09:10'), 'T2', 3), ['breach T1 09:00:00–']]);
    expect(hall.live('2026-03-03T00:00:00+08:00').story).toEqual(['breach T1 09:00:00–00:00:00']);
    const means = (one: Day) => [5, 1, 1, 5, 5].reduce((told, level, index) => served(told.at(`09:${10 + index}`), `T${index}`, level as 1 | 5), one);
    tell(['a mean', { kind: 'rating.mean', limit: 3, window: 2 }, means, ['breach spec 09:12:00–09:13:00']]);
    tell(['of a counter', { kind: 'rating.mean', limit: 3, window: 2, appliesTo: { counterIds: ['C1'] } }, means, ['breach C1 09:12:00–09:13:00']]);
    tell(['of another', { kind: 'rating.mean', limit: 3, window: 2, appliesTo: { counterIds: ['C2'] } }, means, []]);
  });

  it('[R21] of sources: silent as the hall knows it, faulty from the fault on', () => {
    tell(['silent', { kind: 'source.silent' }, (one) => one.from('/pad').at('09:00').issue('T1', { service: 'S1' }).at('09:20').leave('T1'), ['breach /pad 09:15:00–09:20:00', 'breach /pad 09:35:00–']]);
    tell(['longer', { kind: 'source.silent', warnAfter: 'PT1M', breachAfter: 'PT10M' }, (one) => one.from('/pad').at('09:00').issue('T1', { service: 'S1' }), ['warning /pad 09:16:00–09:25:00', 'breach /pad 09:25:00–']]);
    tell(['a fault', { kind: 'device.fault' }, (one) => one.at('09:00').fault('printer').at('09:10').recover('printer'), ['breach device:printer 09:00:00–09:10:00']]);
  });
});

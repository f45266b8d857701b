import { day } from '../golden/day-builder.js';
import { settingsForSpec } from './hall.spec-kit.js';
import { JudgedHall } from './judged-hall.spec-kit.js';

const at = (time: string) => `2026-03-02T${time}:00+08:00`;
const today = () => day('2026-03-02');
type Clauses = Parameters<JudgedHall['put']>[0];
type Clause = Omit<Clauses[number], 'id' | 'source'>;
type Day = ReturnType<typeof today>;

const hallWith = (clause: Clause, settings = settingsForSpec()) => new JudgedHall(at('08:00'), settings).put([{ id: 'c', source: 'local', during: 'always', ...clause }]);

/** What happens, and every alert that came of it by noon: severity, subject, due–resolved. */
type Case = [why: string, clause: Clause, happens: (one: Day) => Day, alerts: string[]];

function tell([why, clause, happens, alerts]: Case, settings = settingsForSpec()): void {
  const hall = hallWith(clause, settings);
  for (const event of happens(today()).events()) {
    hall.live(event.time!);
    hall.hear({ events: () => [event] });
    hall.settle();
  }
  expect(hall.live(at('12:00')).story).withContext(why).toEqual(alerts);
}

const lengths = (warnAfter: string, breachAfter: string) => ({ warnAfter, breachAfter });

describe('A clause about tickets', () => {
  it('[R7] of waiting is about each leg, until a call or a leaving', () => {
    const wait: Clause = { kind: 'ticket.wait', ...lengths('PT8M', 'PT10M') };
    const cases: Case[] = [
      ['a call', wait, (one) => one.at('09:00').issue('T1', { service: 'S2' }).at('09:15').call('T1', 'C1'), ['warning T1 09:08:00–09:10:00', 'breach T1 09:10:00–09:15:00']],
      ['in time', wait, (one) => one.at('09:00').issue('T1', { service: 'S2' }).at('09:07').call('T1', 'C1'), []],
      ['warned of only', wait, (one) => one.at('09:00').issue('T1', { service: 'S2' }).at('09:09').call('T1', 'C1'), ['warning T1 09:08:00–09:09:00']],
      ['a transfer', wait, (one) => one.at('09:00').issue('T1', { service: 'S2' }).at('09:09').transfer('T1', { service: 'S1' }).at('09:18').leave('T1'), ['warning T1 09:08:00–09:09:00', 'warning T1 09:17:00–09:18:00']],
      ['parked time does not age it', wait, (one) => one.at('09:00').issue('T1', { service: 'S2' }).at('09:05').park('T1').at('09:25').unpark('T1').at('09:29').call('T1', 'C1'), ['warning T1 09:28:00–09:29:00']],
      ['broken, parked and back', wait, (one) => one.at('09:00').issue('T1', { service: 'S2' }).at('09:12').park('T1').at('09:20').unpark('T1').at('09:22').call('T1', 'C1'), ['warning T1 09:08:00–09:10:00', 'breach T1 09:10:00–09:12:00', 'breach T1 09:20:00–09:22:00']],
    ];
    for (const one of cases) tell(one);
  });

  it('[R1] binds the services and classes that it lists', () => {
    const happens = (one: Day) => one.at('09:00').issue('T1', { service: 'S1' }).issue('T2', { service: 'S2' });
    tell(['services', { kind: 'ticket.wait', breachAfter: 'PT10M', appliesTo: { serviceIds: ['S2'] } }, happens, ['breach T2 09:10:00–']]);
    tell(['classes', { kind: 'ticket.wait', breachAfter: 'PT10M', appliesTo: { customerClasses: ['vip'] } }, happens, []]);
    tell(['counters', { kind: 'service.time', breachAfter: 'PT10M', appliesTo: { counterIds: ['C2'] } },
      (one) => happens(one).call('T1', 'C1').start('T1', 'C1').call('T2', 'C2').start('T2', 'C2'), ['breach T2 09:10:00–']]);
  });

  it('[R8] [R9] [R10] [R11] of a call, a service, a parking and transfers stands as long as that is so', () => {
    const issued = (one: Day) => one.at('09:00').issue('T1', { service: 'S1' });
    const cases: Case[] = [
      ['called, then started', { kind: 'ticket.response', ...lengths('PT1M', 'PT3M') }, (one) => issued(one).call('T1', 'C1').at('09:05').start('T1', 'C1'), ['warning T1 09:01:00–09:03:00', 'breach T1 09:03:00–09:05:00']],
      ['called again', { kind: 'ticket.response', breachAfter: 'PT3M' }, (one) => issued(one).call('T1', 'C1').at('09:02').call('T1', 'C1').at('09:06').start('T1', 'C1'), ['breach T1 09:05:00–09:06:00']],
      ['served', { kind: 'service.time', breachAfter: 'PT30M' }, (one) => issued(one).call('T1', 'C1').start('T1', 'C1').at('09:40').end('T1', 'C1'), ['breach T1 09:30:00–09:40:00']],
      ['served in two pieces', { kind: 'service.time', breachAfter: 'PT30M' }, (one) => issued(one).call('T1', 'C1').start('T1', 'C1').at('09:20').park('T1').at('10:00').unpark('T1').at('10:12').end('T1', 'C1'), ['breach T1 10:10:00–10:12:00']],
      ['parked', { kind: 'ticket.parked', breachAfter: 'PT30M' }, (one) => issued(one).park('T1').at('09:45').unpark('T1'), ['breach T1 09:30:00–09:45:00']],
      ['sent on twice', { kind: 'ticket.transfers', limit: 2 }, (one) => issued(one).at('09:10').transfer('T1', { service: 'S2' }).at('09:20').transfer('T1', { service: 'S1' }).at('09:30').call('T1', 'C1').at('09:40').end('T1', 'C1'), ['breach T1 09:20:00–09:40:00']],
    ];
    for (const one of cases) tell(one);
  });

  const hours = (days: ('mon' | 'tue')[], ...stretches: [string, string][]) => stretches.map(([opens, closes]) => ({ days, opens, closes }));

  it('[R4] counts opening hours only, and nothing falls due outside them', () => {
    const wait: Clause = { kind: 'ticket.wait', during: 'openingHours', ...lengths('PT8M', 'PT10M') };
    const issue = (time: string) => (one: Day) => one.at(time).issue('T1', { service: 'S2' });
    const settings = settingsForSpec({ openingHours: hours(['mon'], ['08:30', '09:30'], ['10:00', '12:00']) });
    tell(['before opening', wait, issue('08:10'), ['warning T1 08:38:00–08:40:00', 'breach T1 08:40:00–']], settings);
    tell(['over the break', wait, issue('09:25'), ['warning T1 10:03:00–10:05:00', 'breach T1 10:05:00–']], settings);
    tell(['to the very end', wait, issue('09:20'), ['warning T1 09:28:00–09:30:00', 'breach T1 09:30:00–']], settings);
    tell(['always', { ...wait, during: 'always' }, issue('08:10'), ['warning T1 08:18:00–08:20:00', 'breach T1 08:20:00–']], settings);
    const holiday = settingsForSpec({ openingHours: hours(['mon'], ['08:30', '12:00']), exceptions: [{ date: '2026-03-02' }] });
    tell(['a holiday', wait, issue('09:00'), []], holiday);
    const worked = settingsForSpec({ openingHours: hours(['tue'], ['08:30', '12:00']), exceptions: [{ date: '2026-03-02', hours: [{ opens: '11:00', closes: '12:00' }] }] });
    tell(['a worked holiday', wait, issue('09:00'), ['warning T1 11:08:00–11:10:00', 'breach T1 11:10:00–']], worked);
  });
});

describe('A standard', () => {
  const wait = (breachAfter: string, more: Partial<Clauses[number]> = {}) => ({ id: 'w', source: 'local', kind: 'ticket.wait' as const, during: 'always' as const, breachAfter, ...more });

  it('[R3] [R5] is in force from its instant: what is open is judged by it from then on, and nothing before', () => {
    const hall = new JudgedHall(at('08:00')).put([wait('PT30M')]).put([wait('PT10M')], at('09:20'));
    hall.hear(today().at('09:00').issue('T1', { service: 'S2' }));
    expect(hall.hall.standards.map(({ version }) => version)).toEqual([1, 2]);
    expect(hall.live(at('09:19')).story).toEqual([]);
    expect(hall.rows.tickets['T1']!.dueAt).toBe(Date.parse(at('09:30')));
    expect(hall.live(at('09:25')).story).toEqual(['breach T1 09:20:00–']);
    expect(hall.rows.tickets['T1']!.dueAt).toBe(Date.parse(at('09:10')));
    hall.put([wait('PT10M', { escalateAfter: 'PT1M' })]).live(at('09:30'));
    expect(hall.story).withContext('the same promise').toEqual(['breach T1 09:20:00–']);
    hall.put([wait('PT40M')]).live(at('09:41'));
    expect(hall.story).withContext('another').toEqual(['breach T1 09:20:00–09:30:00', 'breach T1 09:40:00–']);
  });

  it('[R3] of which several came into force while nobody looked is followed as if somebody had', () => {
    const queue = (limit: number) => ({ id: 'q', source: 'local', kind: 'queue.length' as const, during: 'always' as const, limit, breachAfter: 'PT5M' });
    const hallAt = () => {
      const hall = new JudgedHall(at('08:00')).put([]).put([queue(9)], at('09:20')).put([queue(0)], at('09:30'));
      hall.hear(today().at('09:00').issue('T1', { service: 'S2' }));
      return hall;
    };
    expect(hallAt().live(at('10:00')).story).toEqual(['breach S2 09:35:00–']);
    expect(hallAt().until(at('10:00')).story).toEqual(['breach S2 09:35:00–']);
  });

  it('[R2] of a clause that is only warned of, or broken at once', () => {
    const hall = new JudgedHall(at('08:00')).put([{ id: 'q', source: 'local', kind: 'queue.length', limit: 0, warnAfter: 'PT5M', during: 'always' }, { id: 'r', source: 'local', kind: 'queue.length', limit: 0, during: 'always' }]);
    hall.hear(today().at('09:00').issue('T1', { service: 'S2' }));
    expect(hall.settle().live(at('09:30')).story).toEqual(['breach S2 09:00:00–', 'warning S2 09:05:00–']);
  });

  it('[R6] of a later hour does not judge a wait that ended before it, and the one that was in force still does', () => {
    const hall = new JudgedHall(at('08:00')).put([wait('PT30M')]).put([wait('PT10M')], at('10:00'));
    hall.hear(today().at('09:00').issue('T1', { service: 'S2' }).at('09:20').call('T1', 'C2').at('09:50').issue('T2', { service: 'S2' }).at('10:05').call('T2', 'C2'));
    expect(hall.figures('service:S2').serviceLevel).toEqual(jasmine.objectContaining({ targetMs: 600_000, within: 1, of: 2 }));
    hall.hear(today().from('/late').at('09:40').issue('T3', { service: 'S2' }).at('09:55').call('T3', 'C2'), at('10:10'));
    expect(hall.figures('service:S2').serviceLevel).toEqual(jasmine.objectContaining({ within: 2, of: 3 }));
  });
});

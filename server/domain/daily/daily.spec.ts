import type { PostedEvent } from '../../../shared/events/cloud-event.js';
import { dayOf } from '../calendar/day.js';
import type { StoredEvent } from '../event/fact.js';
import { day } from '../golden/day-builder.js';
import { settingsForSpec } from '../hall/hall.spec-kit.js';
import { booksUntil } from './daily.spec-kit.js';
import { dailyOf, type DailyFigures } from './daily.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
type Settings = Parameters<typeof settingsForSpec>[0];

const stored = (events: PostedEvent[]): StoredEvent[] => events.map((event, index) => ({ seq: index + 1, loggedAt: Date.parse(event.time!), event }));

/** The day that these events come to, under these settings. */
function told(date: string, events: PostedEvent[], more: Settings = {}): DailyFigures {
  const settings = settingsForSpec(more);
  return dailyOf(booksUntil(stored(events), settings, dayOf(date, settings.timezone).endAt - 1).at(-1)!);
}

const cells = (figures: DailyFigures['hall']) => Object.fromEntries(Object.entries(figures.tickets).filter(([, count]) => count > 0));

describe('A past day, told', () => {
  const DATE = '2026-03-02';

  it('[Y1] counts each event on its own day, and what is open at either end as carried in and as left', () => {
    const sunday = day('2026-03-01').at('23:50').issue('T0', { service: 'S1' }).issue('T1', { service: 'S1' }).events();
    const cases: [what: string, then: PostedEvent[], counts: Record<string, number>][] = [
      ['called after midnight', day(DATE).at('00:10').call('T0', 'C1').at('00:11').start('T0').at('00:20').end('T0').events(), { carriedIn: 2, called: 1, served: 1, stillWaiting: 1 }],
      ['in service over the next midnight', day(DATE).at('23:00').call('T0', 'C1').start('T0').events(), { carriedIn: 2, called: 1, inService: 1, stillWaiting: 1 }],
      ['called and not started', day(DATE).at('23:00').call('T0', 'C1').events(), { carriedIn: 2, called: 1, stillWaiting: 2 }],
      ['parked', day(DATE).at('23:00').park('T0').events(), { carriedIn: 2, parked: 1, stillWaiting: 1 }],
      ['sent on', day(DATE).at('10:00').transfer('T0', { service: 'S2' }).at('10:05').call('T0', 'C2').events(), { carriedIn: 2, transferredOut: 1, transferredIn: 1, called: 1, stillWaiting: 2 }],
      ['at the first instant of the day', day(DATE).at('00:00').issue('T2', { service: 'S1' }).events(), { carriedIn: 2, issued: 1, stillWaiting: 3 }],
    ];
    for (const [what, then, counts] of cases) expect(cells(told(DATE, [...sunday, ...then]).hall)).withContext(what).toEqual(counts);
  });

  it('[Y1] measures each leg on its own after a transfer', () => {
    const events = day(DATE).at('09:00').issue('T1', { service: 'S1' }).at('09:10').call('T1', 'C1').at('09:12').start('T1').at('09:20').transfer('T1', { service: 'S2' })
      .at('09:50').call('T1', { counter: 'C2', staff: 'P2' }).at('09:51').start('T1').at('10:00').end('T1').events();
    const { hall, services, counters, staff, zones } = told(DATE, events);
    expect(hall.waitMs).toEqual(jasmine.objectContaining({ count: 2, mean: 20 * MINUTE, p50: 20 * MINUTE, p90: 28 * MINUTE, max: 30 * MINUTE }));
    expect(services['S1']!.waitMs.max).toBe(10 * MINUTE);
    expect(services['S2']!.waitMs.max).toBe(30 * MINUTE);
    expect(services['S1']!.tickets).toEqual(jasmine.objectContaining({ issued: 1, transferredOut: 1, served: 0 }));
    expect(services['S2']!.tickets).toEqual(jasmine.objectContaining({ issued: 0, transferredIn: 1, served: 1 }));
    expect(services['S2']!.serviceMs).toEqual(jasmine.objectContaining({ count: 1, mean: 9 * MINUTE }));
    expect([counters['C2']!, staff['P2']!, zones['B']!].map(({ tickets }) => tickets.served)).toEqual([1, 1, 1]);
  });

  it('[Y2] is 23 or 25 hours long where the clocks change, and has the hours that its clocks show', () => {
    const warsaw = { timezone: 'Europe/Warsaw' };
    const cases: [date: string, openMs: number, hours: [string, number][]][] = [
      ['2026-03-29', 23 * HOUR, [['01', HOUR], ['03', HOUR]]],
      ['2026-10-25', 25 * HOUR, [['01', HOUR], ['02', 2 * HOUR], ['03', HOUR]]],
      ['2026-03-30', 24 * HOUR, [['02', HOUR]]],
    ];
    for (const [date, openMs, hours] of cases) {
      const { hall, hours: told24 } = told(date, day(date, 'Europe/Warsaw').at('00:00').open('C1').events(), warsaw);
      expect(hall.counter.openMs).withContext(date).toBe(openMs - 1);
      for (const [hour, length] of hours) expect(told24[hour]!.counter.openMs).withContext(`${date} ${hour}`).toBe(length);
      expect(Object.keys(told24).length).withContext(date).toBe(date === '2026-03-29' ? 23 : 24);
    }
  });

  it('[Y3] tells an hour as a day: its hours add up, and each balances', () => {
    const events = day(DATE).at('09:50').issue('T1', { service: 'S1' }).issue('T2', { service: 'S1' }).at('10:20').call('T1', 'C1').start('T1').at('11:10').end('T1')
      .at('10:55').noShow('T2').at('11:30').call('T2', 'C1').start('T2').at('11:40').end('T2').events();
    const { hall, hours } = told(DATE, events);
    expect(Object.keys(hours).sort().slice(0, 3).map((hour) => [hour, cells(hours[hour]!)] as const)).toEqual([
      ['09', { issued: 2, stillWaiting: 2 }],
      ['10', { carriedIn: 2, called: 1, stillWaiting: 1, inService: 1 }],
      ['11', { carriedIn: 2, called: 1, served: 2 }],
    ]);
    for (const count of ['issued', 'called', 'served', 'noShow', 'abandoned'] as const) {
      expect(Object.values(hours).reduce((sum, { tickets }) => sum + tickets[count], 0)).withContext(count).toBe(hall.tickets[count]);
    }
    expect(hours['10']!.counter.busyMs).toBe(40 * MINUTE);
  });

  it('[Y4] says how much of the roster a counter was open', () => {
    const roster = [{ days: ['mon' as const], opens: '09:00', closes: '12:00' }, { days: ['mon' as const], opens: '13:00', closes: '14:00' }];
    const counters = [{ id: 'C1', name: 'One', zone: 'A', serviceIds: ['S1'], roster }, { id: 'C2', name: 'Two', zone: 'B', serviceIds: ['S2'], roster }, { id: 'C3', name: 'Three' }];
    const events = day(DATE).at('08:30').open('C1').at('11:00').close('C1').at('13:30').open('C1').at('15:00').close('C1').at('09:00').open('C3').events();
    const { hall, counters: by, zones, hours } = told(DATE, events, { counters });
    expect(['C1', 'C2', 'C3'].map((id) => by[id]!.counter.adherence)).toEqual([2.5 / 4, 0, null]);
    expect(hall.counter.adherence).toBe(2.5 / 8);
    expect(zones['A']!.counter.adherence).toBe(2.5 / 4);
    expect(hours['11']!.counter.adherence).toBe(0);
  });

  it('[Y5] takes corrections into the day of what they correct, whenever they come', () => {
    const builder = day(DATE).at('09:00').issue('T1', { service: 'S1' }).at('09:30').leave('T1').at('+2 10:00').correct({ void: true });
    const settings = settingsForSpec();
    const journal = stored(builder.events());
    journal[2]!.corrects = journal[1]!;
    const books = booksUntil(journal, settings, dayOf('2026-03-04', settings.timezone).endAt - 1);
    expect(books.map((book) => cells(dailyOf(book).hall))).toEqual([{ issued: 1, stillWaiting: 1 }, { carriedIn: 1, stillWaiting: 1 }]);
  });

  it('[Y6] does not look better when its worst waiters leave', () => {
    const waits = [2, 4, 6, 8, 10, 12, 14, 30, 40, 50];
    const tellWith = (leavers: number) => {
      const built = day(DATE).at('09:00').open('C1');
      waits.forEach((wait, index) => built.at('09:00').issue(`T${index}`, { service: 'S1' }).at(Date.parse(`${DATE}T09:00+08:00`) + wait * MINUTE)[index >= 10 - leavers ? 'leave' : 'call'](`T${index}`, 'C1' as never));
      return told(DATE, built.events().sort((a, b) => a.time!.localeCompare(b.time!)));
    };
    const stayed = tellWith(0);
    expect(stayed.honestWait.hall).toEqual({ count: 10, censored: 0, p50: 10 * MINUTE, p90: 40 * MINUTE });
    for (const leavers of [1, 2, 3]) {
      const left = tellWith(leavers);
      expect(left.hall.waitMs.p90!).withContext('the plain percentile does look better').toBeLessThan(stayed.hall.waitMs.p90!);
      expect(left.honestWait.hall.p50).toBe(stayed.honestWait.hall.p50);
      expect(left.honestWait.hall.p90 ?? Infinity).withContext(`${leavers} left`).toBeGreaterThanOrEqual(stayed.honestWait.hall.p90!);
      expect(left.hall.serviceLevel).withContext(`${leavers} left`).toEqual(jasmine.objectContaining({ within: 7, of: 10, share: 0.7 }));
    }
  });

  it('[Y7] counts its alerts and what was done about them within it, and what was rough about its events', () => {
    const raised = (id: string, clauseId: string, at: string) => ({ specversion: '1.0' as const, id, source: '/hallboard', type: 'alert.raised' as const, time: `${DATE}T${at}:00+08:00`, data: { clauseId, kind: 'ticket.wait', severity: 'breach', subject: { kind: 'ticket', id: clauseId + at }, dueAt: Date.parse(`${DATE}T${at}+08:00`), raisedAt: Date.parse(`${DATE}T${at}+08:00`) } as never });
    const deed = (type: 'alert.acknowledged' | 'alert.resolved', alertId: string, at: string) => ({ specversion: '1.0' as const, id: alertId + type, source: '/hallboard', type, time: `${DATE}T${at}:00+08:00`, data: { alertId, at: Date.parse(`${DATE}T${at}+08:00`), resolvedAt: Date.parse(`${DATE}T${at}+08:00`), by: 'li' } as never });
    const own = [raised('a', 'wait', '10:00'), deed('alert.acknowledged', 'a', '10:02'), raised('b', 'idle', '10:03'), deed('alert.resolved', 'b', '10:04'), deed('alert.resolved', 'a', '10:10'), raised('c', 'wait', '11:00')];
    const rough = day(DATE).at('12:00').call('T1', 'C9').at('12:05').start('T1', 'C9').at('12:05').start('T1', 'C9').events();
    const journal = [...own, ...rough].map((event, index): StoredEvent => ({ seq: index + 1, loggedAt: Date.parse(event.time!), event }));
    const { alerts, quality } = dailyOf(booksUntil(journal, settingsForSpec(), dayOf(DATE, 'Asia/Shanghai').endAt - 1).at(-1)!);
    expect(alerts).toEqual({ raised: 3, byClause: { wait: 2, idle: 1 }, acknowledgedMsMean: 2 * MINUTE, resolvedMsMean: 5.5 * MINUTE });
    expect(quality).toEqual({ noIssue: 1, unknownCounter: 3, repeated: 1 });
  });
});

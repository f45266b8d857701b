import { CloudEvent, eventData, type PostedEvent } from '../../../shared/events/cloud-event.js';
import { parseDuration } from '../../../shared/instant.js';
import { demoHall } from './demo-hall.js';
import { workingDay } from './working-day.js';

const build = (date: string, seed = 'spec'): PostedEvent[] => workingDay({ seed, date, plan: demoHall });
const dates = ['2026-03-02', '2026-03-03', '2026-03-04', '2026-03-07', '2026-10-01'];
const days = dates.map((date) => build(date));
const at = (event: PostedEvent): number => Date.parse(event.time ?? '');
const endings: string[] = ['service.ended', 'ticket.noShow', 'ticket.abandoned', 'ticket.removed'];

function byTicket(events: PostedEvent[]): Map<string, PostedEvent[]> {
  const tickets = new Map<string, PostedEvent[]>();
  for (const event of events) {
    if (!/^(ticket|service)\./.test(event.type) || !('ticketId' in event.data)) continue;
    const id = String(event.data.ticketId);
    tickets.set(id, [...(tickets.get(id) ?? []), event]);
  }
  return tickets;
}

/** Waits to the first call, in minutes, sorted; and how many passed the limit of their service. */
function waits(events: PostedEvent[]): { minutes: number[]; over: number } {
  const limits = new Map(demoHall.services.map((service) => [service.id, parseDuration(service.waitLimit)]));
  const lengths = [...byTicket(events).values()].flatMap((own) => {
    const [issued, called] = [own[0], own.find((e) => e.type === 'ticket.called')];
    return issued?.type === 'ticket.issued' && called ? [{ ms: at(called) - at(issued), limit: limits.get(issued.data.serviceId) ?? 0 }] : [];
  });
  return { minutes: lengths.map(({ ms }) => ms / 60_000).sort((a, b) => a - b), over: lengths.filter(({ ms, limit }) => ms > limit).length };
}

describe('A built working day', () => {
  it('is the same day for the same seed, and another for another seed or date', () => {
    expect(build('2026-03-02')).toEqual(days[0] ?? []);
    expect(build('2026-03-02', 'other').length).not.toBe(days[0]?.length ?? 0);
    expect(days[1]?.length).not.toBe(days[0]?.length);
  });

  it('has ids of its own, also against the day after, and runs in time order', () => {
    const ids = days.flat().map((event) => event.id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const events of days) expect(events.every((event, i) => i === 0 || at(event) >= at(events[i - 1] ?? event))).toBeTrue();
  });

  it('posts only what the contract takes', () => {
    const wrong = (days[0] ?? []).filter((e) => !CloudEvent.safeParse(e).success || !eventData[e.type].safeParse(e.data).success);
    expect(wrong).toEqual([]);
  });

  it('keeps the laws of tickets: issued first, called before service, ended exactly once and last', () => {
    let tickets = 0;
    for (const own of days.flatMap((events) => [...byTicket(events).values()])) {
      tickets++;
      const types = own.map((e) => e.type as string);
      expect(types[0]).toBe('ticket.issued');
      expect(types.filter((type) => endings.includes(type)).length).toBe(1);
      expect(endings).toContain(types.at(-1) ?? '');
      const [called, started, ended] = ['ticket.called', 'service.started', 'service.ended'].map((type) => types.indexOf(type)) as [number, number, number];
      if (started >= 0) expect(called).toBeGreaterThan(0);
      if (started >= 0) expect(started).toBeGreaterThan(called);
      if (ended >= 0) expect(started).toBeGreaterThan(0);
    }
    console.log(`working day: laws of ${String(tickets)} tickets checked on ${String(days.length)} days`);
  });

  it('lets a counter have one ticket at a time, and only while it is open', () => {
    for (const events of days) {
      const open = new Set<string>();
      const busy = new Map<string, string>();
      for (const { type, data } of events as { type: string; data: { counterId?: string; ticketId?: string } }[]) {
        const { counterId: counter = '', ticketId: ticket = '' } = data;
        if (type === 'counter.opened' || type === 'counter.resumed') open.add(counter);
        if (type === 'counter.closed' || type === 'counter.paused') {
          expect(busy.has(counter)).withContext(`${counter} leaves its ticket`).toBeFalse();
          open.delete(counter);
        }
        if (type === 'ticket.called' || type === 'ticket.resumed') {
          expect(busy.has(counter)).withContext(`${counter} calls ${ticket} while busy`).toBeFalse();
          expect(open.has(counter)).withContext(`${counter} calls ${ticket} while closed`).toBeTrue();
          busy.set(counter, ticket);
        }
        if (['service.ended', 'ticket.noShow', 'ticket.parked', 'ticket.transferred'].includes(type)) busy.delete(counter);
      }
      expect([...open, ...busy.keys()]).withContext('everything is closed at the end of the day').toEqual([]);
    }
  });

  it('breathes: more people come at ten than at nine or at lunch, and again in the afternoon', () => {
    const arrivals = (hour: string): number =>
      days.flat().filter((e) => e.type === 'ticket.issued' && e.time?.slice(11, 13) === hour).length;
    expect(arrivals('10')).toBeGreaterThan(2 * arrivals('12'));
    expect(arrivals('14')).toBeGreaterThan(1.8 * arrivals('12'));
    expect(arrivals('16')).toBeLessThan(arrivals('14') / 2);
    expect(arrivals('08') + arrivals('17')).toBe(0);
  });

  it('is a mostly calm day with now and then a wait over its limit', () => {
    for (const [i, events] of days.entries()) {
      const count = (type: string): number => events.filter((e) => e.type === type).length;
      const { minutes, over } = waits(events);
      const quantile = (p: number): number => minutes[Math.floor((minutes.length - 1) * p)] ?? NaN;
      console.log(
        `working day ${String(dates[i])}: ${String(events.length)} events, ${String(count('ticket.issued'))} tickets, wait P50 ${quantile(0.5).toFixed(1)} P90 ${quantile(0.9).toFixed(1)} max ${quantile(1).toFixed(1)} min, ` +
          `${String(over)} over limit, ${String(count('ticket.abandoned'))} left, ${String(count('ticket.noShow'))} no-shows, ${String(count('ticket.transferred'))} transferred, ${String(count('ticket.parked'))} parked, ${String(count('rating.given'))} rated`,
      );
      expect(count('ticket.issued')).withContext('tickets').toBeGreaterThan(1600);
      expect(count('ticket.issued')).withContext('tickets').toBeLessThan(2200);
      expect(quantile(0.5)).withContext('P50').toBeGreaterThan(1);
      expect(quantile(0.5)).withContext('P50').toBeLessThan(11);
      expect(quantile(0.9)).withContext('P90').toBeGreaterThan(11);
      expect(quantile(0.9)).withContext('P90').toBeLessThan(25);
      expect(over).withContext('over limit').toBeGreaterThan(0);
      for (const type of ['ticket.noShow', 'ticket.abandoned', 'ticket.parked', 'ticket.transferred', 'counter.paused']) {
        expect(count(type)).withContext(type).toBeGreaterThan(0);
      }
      expect(count('rating.given') + count('rating.defaulted')).toBe(count('rating.requested'));
      expect(count('rating.given') / count('rating.requested')).toBeCloseTo(0.55, 0);
    }
  });
});

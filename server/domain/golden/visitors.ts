import type { HallPlan, ServicePlan } from './hall-plan.js';
import { localInstant, timeOfDayMs } from './local-time.js';
import type { Seeded } from './seeded.js';

const MINUTE = 60_000;

/** A person with a ticket, as they come in at the door: what they want, how long they will bear to wait. */
export interface Visitor {
  ticketId: string;
  number: string;
  service: ServicePlan;
  class: 'regular' | 'priority' | 'appointment';
  channel: 'kiosk' | 'online';
  issuedAt: number;
  patienceMs: number;
  state: 'waiting' | 'called' | 'serving' | 'parked' | 'ended';
  /** Since when they count as waiting when the next one is chosen: priority is a head start. */
  turnAt: number;
}

const headStartMs = { regular: 0, appointment: 6 * MINUTE, priority: 12 * MINUTE } as const;

/** A time of day drawn from the plan's curve: a stretch by its weight, then a place on its slope, by rejection. */
function drawTime(plan: HallPlan, chance: Seeded): number {
  const stretches = plan.arrivals.slice(1).map(([time, weight], i) => {
    const [startTime, startWeight] = plan.arrivals[i] ?? [time, weight];
    return { start: timeOfDayMs(startTime), end: timeOfDayMs(time), from: startWeight, to: weight };
  });
  const stretch = chance.pick(stretches, (s) => ((s.end - s.start) * (s.from + s.to)) / 2);
  const top = Math.max(stretch.from, stretch.to);
  for (;;) {
    const place = chance.next();
    if (chance.next() * top <= stretch.from + (stretch.to - stretch.from) * place) {
      return stretch.start + (stretch.end - stretch.start) * place;
    }
  }
}

/** A coach is a coach in the largest hall too: a rush is of a usual hall's size at most. */
const RUSH_OF = 2000;

/** One service a day is asked for more than planned, in one hour: a deadline in the news, a coach of pensioners. */
function drawRush(plan: HallPlan, chance: Seeded): { service: ServicePlan; timeMs: number }[] {
  const service = chance.pick(plan.services, (s) => s.share);
  const start = timeOfDayMs(chance.chance(0.6) ? '09:50' : '14:05');
  const people = Math.round(Math.min(plan.tickets, RUSH_OF) * 0.015 * chance.between(0.6, 1.4));
  return Array.from({ length: people }, () => ({ service, timeMs: start + chance.next() * 50 * MINUTE }));
}

/** Everyone who takes a ticket that day, in the order in which they come. */
export function drawVisitors(plan: HallPlan, date: string, chance: Seeded): Visitor[] {
  const midnight = localInstant(date, '00:00', plan.timezone);
  const usual = Math.round(plan.tickets * chance.between(0.95, 1.05));
  const wishes = Array.from({ length: usual }, () => ({
    service: chance.pick(plan.services, (s) => s.share),
    timeMs: drawTime(plan, chance),
  }));
  const taken = new Map<string, number>();
  return [...wishes, ...drawRush(plan, chance)]
    .sort((a, b) => a.timeMs - b.timeMs)
    .map(({ service, timeMs }): Visitor => {
      const count = (taken.get(service.id) ?? 0) + 1;
      taken.set(service.id, count);
      const number = `${service.letter}${String(count).padStart(3, '0')}`;
      const kind = chance.pick(['regular', 'priority', 'appointment'] as const, (k) => ({ regular: 82, priority: 8, appointment: 10 })[k]);
      const issuedAt = Math.round(midnight + timeMs);
      return {
        ticketId: `${date.replaceAll('-', '')}-${number}`,
        number,
        service,
        class: kind,
        channel: kind === 'appointment' ? 'online' : 'kiosk',
        issuedAt,
        patienceMs: chance.lognormal(48 * MINUTE, 0.65),
        state: 'waiting',
        turnAt: issuedAt - headStartMs[kind],
      };
    });
}

import type { HallSettings } from '../shared/commands/hall.js';
import { counterId, serviceId, type TicketPlan } from './load/tickets.js';

const HOUR_MS = 3_600_000;
const AFTERNOON = 16;
const OPENS = 8;

/**
 * A day on which it is afternoon just now: events made beforehand can lie between its opening and now, so that none is late,
 * early or of another day. The timezone is the one of 24 whose clock shows 16 o'clock.
 */
export function afternoon(now = Date.now()): { timezone: string; from: number; to: number } {
  const hour = new Date(now).getUTCHours();
  const offset = AFTERNOON - hour > 14 ? AFTERNOON - hour - 24 : AFTERNOON - hour;
  const localMidnight = Math.floor((now + offset * HOUR_MS) / (24 * HOUR_MS)) * 24 * HOUR_MS - offset * HOUR_MS;
  const zone = offset === 0 ? 'Etc/GMT' : `Etc/GMT${offset > 0 ? '-' : '+'}${Math.abs(offset)}`; // POSIX: the sign is turned round
  return { timezone: zone, from: localMidnight + OPENS * HOUR_MS, to: now - 1000 };
}

/** The part-th of so many equal parts of the day, so that repetitions follow each other in time. */
export function partOf(day: { from: number; to: number }, part: number, parts: number): { from: number; to: number } {
  const step = (day.to - day.from) / parts;
  return { from: day.from + step * part, to: day.from + step * (part + 1) };
}

/** Settings of the hall in which a plan's tickets are served. */
export function hallOf(plan: Pick<TicketPlan, 'lanes' | 'countersPerLane' | 'services'>, timezone: string): HallSettings {
  const services = Array.from({ length: plan.services }, (_, n) => ({ id: serviceId(n), name: `Service ${n}` }));
  const serviceIds = services.map(({ id }) => id);
  const counters = Array.from({ length: plan.lanes * plan.countersPerLane }, (_, n) => ({
    id: counterId(Math.floor(n / plan.countersPerLane), n % plan.countersPerLane),
    name: `${n + 1}`,
    serviceIds,
  }));
  return { name: 'Bench', timezone, services, counters, openingHours: [], public: false, demo: false };
}

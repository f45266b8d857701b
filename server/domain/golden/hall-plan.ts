import type { HallSettings } from '../../../shared/commands/hall.js';
import { weekdays } from '../../../shared/glossary/choices.js';

/** What a working day is built from: the hall as its planners see it. `demo-hall.ts` is one. Times of day are local, 09:30. */
export interface HallPlan {
  name: string;
  timezone: string;
  opens: string;
  /** The kiosks give no tickets after this. */
  lastTicket: string;
  closes: string;
  /** Tickets of a usual day. */
  tickets: number;
  /** How many come at each time of day, relative to each other; straight lines between the points. */
  arrivals: readonly (readonly [time: string, weight: number])[];
  services: readonly ServicePlan[];
  counters: readonly CounterPlan[];
}

export interface ServicePlan {
  id: string;
  name: string;
  /** First letter of its ticket numbers. */
  letter: string;
  /** ISO 8601. */
  waitLimit: string;
  /** Of the day's tickets, relative to the other services. */
  share: number;
  /** Lognormal service time: the median in minutes and the deviation of its logarithm. */
  medianMinutes: number;
  sigma: number;
  /** Where its people are sent on to, now and then. */
  leadsTo?: string;
}

export interface CounterPlan {
  id: string;
  name: string;
  zone: string;
  staffId: string;
  serviceIds: readonly string[];
  /** When its staff are due at it, and when they go to lunch. */
  opens: string;
  lunch: string;
}

/** What a person would set of the hall so planned; it promises that nine of ten are called in time and 95 % are satisfied. */
export function settingsOf(plan: HallPlan): Pick<HallSettings, 'name' | 'timezone' | 'services' | 'counters' | 'openingHours' | 'targets'> {
  const { name, timezone, opens, closes } = plan;
  return {
    name,
    timezone,
    services: plan.services.map(({ id, name: service, waitLimit }) => ({ id, name: service, waitLimit })),
    counters: plan.counters.map(({ id, name: counter, zone, serviceIds }) => ({ id, name: counter, zone, serviceIds: [...serviceIds] })),
    openingHours: [{ days: [...weekdays], opens, closes }],
    targets: { serviceLevel: 0.9, satisfaction: 0.95 },
  };
}

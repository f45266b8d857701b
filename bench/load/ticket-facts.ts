import { seeded } from '../../server/domain/golden/seeded.js';

/** A day's tickets as plain facts, the same for ours and for the baseline: eight services, 120 counters and their people, six zones, 24 hours. */
export interface TicketFacts {
  service: string;
  counter: string;
  staff: string;
  zone: string;
  hour: string;
  /** Null: left before a call. */
  waitMs: number | null;
  walkMs: number | null;
  serviceMs: number | null;
  abandonMs: number | null;
  within: boolean;
}

const TARGET_MS = 20 * 60_000;

export function* factsOf(tickets: number): Generator<TicketFacts> {
  const chance = seeded('day facts');
  for (let ticket = 0; ticket < tickets; ticket++) {
    const number = Math.floor(chance.between(0, 120));
    const wait = Math.round(-Math.log(1 - chance.between(0, 0.999999)) * 9 * 60_000);
    const left = chance.chance(0.08);
    yield {
      service: `service-${number % 8}`,
      counter: `counter-${number}`,
      staff: `staff-${number}`,
      zone: `zone-${Math.floor(number / 20)}`,
      hour: String(Math.floor(chance.between(0, 24))).padStart(2, '0'),
      waitMs: left ? null : wait,
      walkMs: left ? null : Math.round(chance.between(5_000, 60_000)),
      serviceMs: left ? null : Math.round(chance.between(30_000, 900_000)),
      abandonMs: left ? wait : null,
      within: wait <= TARGET_MS,
    };
  }
}

/** A built day cut to what a scene wants of it. */
import type { PostedEvent } from '../../shared/events/cloud-event.js';
import type { HallPlan } from '../../server/domain/golden/hall-plan.js';

const atOf = ({ time = '' }: PostedEvent): number => Date.parse(time);
const ticketOf = (event: PostedEvent): string | undefined => (event.data as { ticketId?: string }).ticketId;
const counterOf = (event: PostedEvent): string | undefined => (event.data as { counterId?: string }).counterId;

const WAITS = new Set(['ticket.issued', 'ticket.transferred', 'ticket.resumed', 'ticket.parked']);
const MINUTE = 60_000;

/** The day until `now`, without the people who by then have waited for more than half of the shortest limit: nobody is near any. */
export function settled(day: readonly PostedEvent[], { now, plan }: { now: number; plan: HallPlan }): PostedEvent[] {
  const half = (Math.min(...plan.services.map(({ waitLimit }) => Number(/\d+/.exec(waitLimit)?.[0]))) * MINUTE) / 2;
  const events = day.filter((event) => atOf(event) <= now);
  const first = new Map<string, number>();
  const last = new Map<string, string>();
  for (const event of events) {
    const ticket = ticketOf(event);
    if (ticket === undefined || event.type.startsWith('rating.')) continue;
    if (!first.has(ticket)) first.set(ticket, atOf(event));
    last.set(ticket, event.type);
  }
  const tooLong = (ticket: string): boolean => WAITS.has(last.get(ticket) ?? '') && now - (first.get(ticket) ?? now) > half;
  return events.filter((event) => !tooLong(ticketOf(event) ?? ''));
}

const AT_REST = new Set(['counter.opened', 'counter.resumed', 'service.ended', 'ticket.noShow']);
const OF_COUNTER = new Set([...AT_REST, 'counter.paused', 'counter.closed', 'service.started', 'ticket.called', 'ticket.recalled']);

/** Who is being served at the counter when the events end. */
export function servedAt(events: readonly PostedEvent[], counterId: string): string | undefined {
  const last = events.findLast((event) => counterOf(event) === counterId && OF_COUNTER.has(event.type));
  return last && !AT_REST.has(last.type) ? ticketOf(last) : undefined;
}

/** The hall's clock is set to `at`, then the events are posted. */
export interface Step {
  at: number;
  events: PostedEvent[];
  /** The hall raises its alerts before it goes on. */
  judged?: boolean;
}

const PACE = 2 * MINUTE;

/** The events as the hall heard them, every two minutes: all at once, whoever was called in a later part would seem to wait still. */
export function paced(events: readonly PostedEvent[], until: number): Step[] {
  const steps: Step[] = [];
  for (const event of [...events].sort((a, b) => atOf(a) - atOf(b))) {
    const at = Math.min(until, Math.ceil(atOf(event) / PACE) * PACE);
    if (steps.at(-1)?.at !== at) steps.push({ at, events: [] });
    steps.at(-1)?.events.push(event);
  }
  return steps;
}

/** The same events, those of these counters told by a source of their own. */
export function spokenBy(events: readonly PostedEvent[], counterIds: ReadonlySet<string>, source: string): PostedEvent[] {
  return events.map((event) => (counterIds.has(counterOf(event) ?? '') ? { ...event, source } : event));
}

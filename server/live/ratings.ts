/** Ratings that come from the page of a ticket: an event like a pad's, joined to the counter that served the ticket. */
import type { GiveRating, RatingPage } from '../../shared/commands/ratings.js';
import type { PostedEvent } from '../../shared/events/cloud-event.js';
import { formatInstant } from '../../shared/instant.js';
import { maskText } from '../../shared/personal.js';
import { staffAt } from '../domain/counter/counter.js';
import { RATING_OPENED_SOURCE, RATING_SOURCE } from '../domain/event/own-event.js';
import type { Hall } from '../domain/hall/hall.js';
import { lookAt } from '../domain/hall/put-away.js';
import type { TicketFact } from '../domain/ticket/ticket.js';
import type { Verdict } from '../journal/journal.js';

interface Tools {
  now: () => number;
  post: (batch: { events: PostedEvent[]; body: Uint8Array<ArrayBuffer> }) => Promise<{ verdicts: Verdict[] | null }>;
}

type Given = Omit<GiveRating, 'ticketId' | 'token'>;

const SERVED: readonly TicketFact['type'][] = ['service.started', 'service.ended'];

export class Ratings {
  constructor(
    private readonly hall: Hall,
    private readonly tools: Tools,
  ) {}

  /** Null for a ticket that the hall does not know, or no longer. */
  page(ticketId: string): RatingPage | null {
    const facts = this.factsOf(ticketId);
    if (!facts) return null;
    const { name: hall, services, counters } = this.hall.settings;
    const [serviceId, counterId] = [serviceOf(facts), counterOf(facts)];
    return {
      hall,
      number: facts.find(({ number }) => number)?.number ?? ticketId,
      service: services.find(({ id }) => id === serviceId)?.name ?? serviceId ?? null,
      counter: counters.find(({ id }) => id === counterId)?.name ?? counterId ?? null,
      state: stateOf(facts),
    };
  }

  /** The page of a ticket that can be rated was opened: asked for, once. */
  async opened(ticketId: string): Promise<void> {
    const facts = this.factsOf(ticketId) ?? [];
    if (stateOf(facts) !== 'open' || facts.some(({ type }) => type === 'rating.requested')) return;
    await this.store({ id: ticketId, source: RATING_OPENED_SOURCE, type: 'rating.requested', data: { ticketId, ...this.placeOf(facts) } });
  }

  /** T14: false where another rating was first. */
  async give(ticketId: string, { comment, ...given }: Given): Promise<boolean> {
    const facts = this.factsOf(ticketId) ?? [];
    if (stateOf(facts) !== 'open') return false;
    return this.store({ id: ticketId, source: RATING_SOURCE, type: 'rating.given', data: { ticketId, ...this.placeOf(facts), ...given, ...(comment === undefined ? {} : { comment: maskText(comment) }) } });
  }

  /** T8: where the ticket names nobody, whoever stood at its counter as the service ended. */
  private placeOf(facts: readonly TicketFact[]): { counterId: string; staffId?: string } {
    const counterId = counterOf(facts)!;
    const leg = facts.slice(facts.findLastIndex(({ type }) => type === 'ticket.transferred') + 1);
    const counter = leg.some(({ staffId }) => staffId !== undefined) ? undefined : this.hall.counters.get(counterId)?.counter;
    const staffId = counter && staffAt(counter, leg.findLast(({ type }) => type === 'service.ended')?.at ?? this.hall.now);
    return { counterId, ...(staffId ? { staffId } : {}) };
  }

  private factsOf(ticketId: string): TicketFact[] | undefined {
    return lookAt(this.hall, ticketId)?.facts;
  }

  private async store(said: Pick<PostedEvent, 'id' | 'source' | 'type' | 'data'>): Promise<boolean> {
    const event = { specversion: '1.0', time: formatInstant(this.tools.now()), ...said } as PostedEvent;
    const { verdicts } = await this.tools.post({ events: [event], body: new TextEncoder().encode(JSON.stringify([event])) });
    return verdicts === null || verdicts[0] === 'accepted';
  }
}

function serviceOf(facts: readonly TicketFact[]): string | undefined {
  return facts.map(({ toServiceId, serviceId }) => toServiceId ?? serviceId).findLast((id) => id !== undefined);
}

function counterOf(facts: readonly TicketFact[]): string | undefined {
  return facts.findLast(({ counterId }) => counterId !== undefined)?.counterId;
}

function stateOf(facts: readonly TicketFact[]): RatingPage['state'] {
  if (facts.some(({ type }) => type === 'rating.given')) return 'rated';
  return facts.some(({ type }) => SERVED.includes(type)) && counterOf(facts) !== undefined ? 'open' : 'early';
}

/** What a citizen may know of a ticket or a service request by its number: where it stands, and nothing of any person. */
import type { Progress, RequestProgress, TicketProgress } from '../../../shared/rows/progress.js';
import type { Case } from '../case/case.js';
import { percentile } from '../kpi/distribution.js';
import type { Ticket } from '../ticket/ticket.js';
import type { Hall } from './hall.js';
import { lookAt, playQuietly } from './put-away.js';
import { settingsOf } from './rows.js';

/** Of fewer waits than this the ninth of ten is hearsay (local). */
const ENOUGH_WAITS = 20;

/** G3: both are looked for, so that a number which nobody has takes as long. */
export function progressOf(hall: Hall, asked: string): Progress | null {
  const numbers = [asked.trim(), asked.trim().toUpperCase()];
  const [ticket, request] = [newestTicket(hall, numbers), requestOf(hall, numbers)];
  if (ticket) return ofTicket(hall, ticket);
  return request ? ofRequest(hall, request) : null;
}

/** A machine gives its numbers anew each day: of those that ended, today's alone. */
function newestTicket(hall: Hall, numbers: string[]): Ticket | undefined {
  const isNamed = ({ number }: Ticket) => number !== null && numbers.includes(number);
  const isOfToday = ({ state, ending }: Ticket) => state !== 'ended' || (ending !== null && ending.at >= hall.day.startAt);
  const all = [...hall.tickets.values(), ...putAway(hall, numbers)];
  return all.filter((ticket) => isNamed(ticket) && isOfToday(ticket)).sort((a, b) => b.legAt - a.legAt)[0];
}

/** Those of these numbers that have ended, played again without taking them up. */
function putAway(hall: Hall, numbers: string[]): Ticket[] {
  const texts = numbers.map((number) => JSON.stringify(number));
  return [...hall.ended].flatMap(([id, text]) => {
    if (!texts.some((number) => text.includes(number))) return [];
    const ticket = lookAt(hall, id)!;
    playQuietly(hall, ticket);
    return [ticket];
  });
}

function outcomeOf({ state, ending }: Ticket): TicketProgress['outcome'] {
  if (state !== 'ended' || ending === null) return null;
  return ending.kind === 'ended' ? ending.outcome : (ending.kind as 'noShow' | 'abandoned' | 'removed');
}

function ofTicket(hall: Hall, ticket: Ticket): TicketProgress {
  const { number, serviceId, counterId, legAt, ending, facts } = ticket;
  const state = ticket.state === 'unseen' ? 'waiting' : ticket.state;
  const { services, counters } = settingsOf(hall);
  const atCounter = (state === 'called' || state === 'serving') && counterId !== null;
  return {
    kind: 'ticket', number: number!, state, outcome: outcomeOf(ticket),
    service: serviceId && (services.get(serviceId)?.name ?? serviceId),
    counter: atCounter ? (counters.get(counterId)?.name ?? counterId) : null,
    since: state === 'waiting' ? legAt : (ending?.at ?? facts.at(-1)!.at),
    ...(state === 'waiting' ? queueOf(hall, ticket) : { ahead: null, waits: null }),
  };
}

function queueOf(hall: Hall, { id, serviceId, legAt }: Ticket): Pick<TicketProgress, 'ahead' | 'waits'> {
  const service = serviceId === null ? undefined : hall.services.get(serviceId);
  const place = service?.queue.findIndex((one) => one.id === id) ?? -1;
  if (!service || place < 0) return { ahead: null, waits: null };
  const { waits } = service.tally;
  const [p50Ms, p90Ms] = [percentile(waits, 0.5)!, percentile(waits, 0.9)!];
  const isTelling = waits.count >= ENOUGH_WAITS && hall.now - legAt < p90Ms;
  return { ahead: place, waits: isTelling ? { count: waits.count, p50Ms, p90Ms } : null };
}

const requestOf = (hall: Hall, numbers: string[]) => [...hall.cases.values()].find(({ kind, number }) => kind === 'request' && numbers.includes(number));

const BEFORE: readonly Case['state'][] = ['due', 'received', 'dispatched'];

function ofRequest(hall: Hall, request: Case): RequestProgress {
  const { number, serviceId, state, stages, deeds, dueAt } = request;
  const cameTo = (one: Case['state']) => stages.find((stage) => stage.state === one)?.at ?? null;
  const isBefore = (one: Case) => one.kind === 'request' && one.serviceId === serviceId && BEFORE.includes(one.state) && one.openedAt < request.openedAt;
  return {
    kind: 'request', number, service: serviceId && (settingsOf(hall).services.get(serviceId)?.name ?? serviceId), state, dueAt,
    since: stages.at(-1)!.at,
    ahead: BEFORE.includes(state) ? [...hall.cases.values()].filter(isBefore).length : null,
    steps: [
      { step: 'raise', at: request.openedAt },
      { step: 'receive', at: cameTo('received') },
      { step: 'dispatch', at: cameTo('dispatched') },
      { step: 'accept', at: cameTo('accepted') },
      { step: 'follow', at: deeds.findLast(({ step }) => step === 'follow')?.at ?? null },
      { step: 'deliver', at: cameTo('delivered') },
      { step: 'rate', at: deeds.find(({ step }) => step === 'rate')?.at ?? null },
    ],
  };
}

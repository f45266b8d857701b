import { describe, type Mark, type Out, type Ticket, type TicketFact, type Wait } from './ticket.js';

type Step = (ticket: Ticket, fact: TicketFact, out: Out) => void;

/** Takes the ticket's next fact, in (at, seq) order. Rules T1… of SPEC.md; every order of well-formed facts has a meaning. */
export function stepTicket(ticket: Ticket, fact: TicketFact, out: Out): void {
  steps[fact.type](ticket, fact, out);
}

function who(ticket: Ticket, fact: TicketFact): Pick<Mark, 'at' | 'serviceId' | 'counterId' | 'staffId'> {
  return {
    at: fact.at,
    serviceId: ticket.serviceId,
    counterId: fact.counterId ?? ticket.counterId,
    staffId: fact.staffId ?? ticket.staffId,
  };
}

function remember(ticket: Ticket, fact: TicketFact, out: Out): void {
  if (fact.counterId) ticket.counterId = fact.counterId;
  if (fact.staffId) ticket.staffId = fact.staffId;
  if (!ticket.counterId) out.flag('noCounter');
}

function startLeg(ticket: Ticket, at: number, measured: boolean): void {
  ticket.state = 'waiting';
  ticket.legAt = at;
  ticket.measured = measured;
  ticket.calledAt = null;
  ticket.lastCalledAt = null;
  ticket.servingAt = null;
  ticket.startedAt = null;
  ticket.servedMs = 0;
  ticket.parkedFrom = null;
  ticket.parkedAt = null;
  ticket.pauses = [];
  ticket.ending = null;
}

function waitOf({ legAt, pauses, customerClass }: Ticket): Wait {
  return { legAt, pauses, customerClass };
}

/** T6: the time for which it was parked does not age it. */
function takeUp(ticket: Ticket, at: number): void {
  if (ticket.parkedAt !== null) ticket.pauses = [...ticket.pauses, { from: ticket.parkedAt, to: at }];
  ticket.parkedAt = null;
  ticket.parkedFrom = null;
}

/** T2: whatever comes first opens the ticket; without an issue its wait is not known. */
function openIfUnseen(ticket: Ticket, fact: TicketFact, out: Out): void {
  if (ticket.state !== 'unseen') return;
  out.flag('noIssue');
  startLeg(ticket, fact.at, false);
  out.count({ kind: 'issued', ...who(ticket, fact), counterId: null, staffId: null }, 1);
  out.count({ kind: 'queued', ...who(ticket, fact) }, 1);
}

/** T3: after a no-show, a leave or a removal the ticket may come back and its ending is taken back; after service it is over. */
function reopen(ticket: Ticket, fact: TicketFact, out: Out): boolean {
  if (ticket.state !== 'ended') return true;
  if (!ticket.ending || ticket.ending.kind === 'ended') {
    out.flag('afterEnd');
    return false;
  }
  out.flag('reopened');
  out.count(ticket.ending, -1);
  ticket.ending = null;
  ticket.state = 'waiting';
  out.count({ kind: 'queued', ...who(ticket, fact) }, 1);
  return true;
}

function leaveQueue(ticket: Ticket, fact: TicketFact, out: Out): void {
  if (ticket.state === 'waiting') out.count({ kind: 'dequeued', ...who(ticket, fact) }, 1);
}

function leaveCounter(ticket: Ticket, fact: TicketFact, out: Out): void {
  if (ticket.servingAt !== null) ticket.servedMs += fact.at - ticket.servingAt;
  ticket.servingAt = null;
  if (ticket.counterId && (ticket.state === 'called' || ticket.state === 'serving')) out.release(ticket.counterId, ticket.id, fact);
}

function engage(ticket: Ticket, kind: 'calling' | 'serving', { fact, out }: { fact: TicketFact; out: Out }): void {
  if (!ticket.counterId) return;
  out.engage(ticket.counterId, { ticketId: ticket.id, kind, startAt: fact.at, startSeq: fact.seq, endAt: null, endSeq: null });
}

const issue: Step = (ticket, fact, out) => {
  if (ticket.state !== 'unseen') {
    if (ticket.measured) out.flag('repeated');
    return;
  }
  describe(ticket, fact);
  startLeg(ticket, fact.at, true);
  out.count({ kind: 'issued', ...who(ticket, fact) }, 1);
  out.count({ kind: 'queued', ...who(ticket, fact) }, 1);
};

/** T4: the wait ends with the first call of a leg; a further call only moves the ticket and the start of its walk. */
const call: Step = (ticket, fact, out) => {
  openIfUnseen(ticket, fact, out);
  if (!reopen(ticket, fact, out)) return;
  if (ticket.state === 'serving') return out.flag('repeated');
  if (ticket.state === 'called') leaveCounter(ticket, fact, out);
  else leaveQueue(ticket, fact, out);
  takeUp(ticket, fact.at);
  if (fact.type === 'ticket.called' && ticket.state === 'called') out.flag('repeated');
  remember(ticket, fact, out);
  if (ticket.calledAt === null) {
    ticket.calledAt = fact.at;
    out.count({ kind: 'called', ...who(ticket, fact), ...waitOf(ticket), waitMs: ticket.measured ? fact.at - ticket.legAt : null }, 1);
  }
  ticket.lastCalledAt = fact.at;
  ticket.state = 'called';
  engage(ticket, 'calling', { fact, out });
};

const start: Step = (ticket, fact, out) => {
  openIfUnseen(ticket, fact, out);
  if (!reopen(ticket, fact, out)) return;
  if (ticket.state === 'serving') return out.flag('repeated');
  if (ticket.calledAt === null) out.flag('noCall');
  leaveQueue(ticket, fact, out);
  leaveCounter(ticket, fact, out);
  takeUp(ticket, fact.at);
  remember(ticket, fact, out);
  if (ticket.startedAt === null) {
    ticket.startedAt = fact.at;
    out.count({
      kind: 'started',
      ...who(ticket, fact),
      waitToServiceMs: ticket.measured ? fact.at - ticket.legAt : null,
      walkMs: ticket.lastCalledAt === null ? null : fact.at - ticket.lastCalledAt,
    }, 1);
  }
  ticket.servingAt = fact.at;
  ticket.state = 'serving';
  engage(ticket, 'serving', { fact, out });
};

function close(ticket: Ticket, ending: Mark, out: Out): void {
  ticket.state = 'ended';
  ticket.ending = ending;
  ticket.parkedFrom = null;
  ticket.parkedAt = null;
  out.count(ending, 1);
}

const end: Step = (ticket, fact, out) => {
  openIfUnseen(ticket, fact, out);
  if (ticket.state === 'ended') return out.flag('afterEnd');
  if (ticket.startedAt === null) out.flag('noStart');
  leaveQueue(ticket, fact, out);
  leaveCounter(ticket, fact, out);
  remember(ticket, fact, out);
  const serviceMs = ticket.startedAt === null ? null : ticket.servedMs;
  close(ticket, { kind: 'ended', ...who(ticket, fact), outcome: fact.outcome ?? 'completed', serviceMs }, out);
};

/** T5: who leaves before a call waited in vain; that length is abandonMs and never mixes into waitMs. */
const leave: Step = (ticket, fact, out) => {
  openIfUnseen(ticket, fact, out);
  if (ticket.state === 'ended') return out.flag('afterEnd');
  leaveQueue(ticket, fact, out);
  leaveCounter(ticket, fact, out);
  takeUp(ticket, fact.at);
  const base = who(ticket, fact);
  if (fact.type === 'ticket.noShow') return close(ticket, { kind: 'noShow', ...base }, out);
  if (fact.type === 'ticket.removed') return close(ticket, { kind: 'removed', ...base }, out);
  const abandonMs = ticket.calledAt === null && ticket.measured ? fact.at - ticket.legAt : null;
  close(ticket, { kind: 'abandoned', ...base, ...waitOf(ticket), abandonMs }, out);
};

const park: Step = (ticket, fact, out) => {
  openIfUnseen(ticket, fact, out);
  if (ticket.state === 'ended') return out.flag('afterEnd');
  if (ticket.state === 'parked') return out.flag('repeated');
  leaveQueue(ticket, fact, out);
  leaveCounter(ticket, fact, out);
  ticket.parkedFrom = ticket.state === 'unseen' ? 'waiting' : ticket.state;
  ticket.parkedAt = fact.at;
  ticket.state = 'parked';
};

/** T6: a resumed ticket goes on where it was parked: in the queue, called, or in service at its counter. */
const resume: Step = (ticket, fact, out) => {
  if (ticket.state === 'ended') return out.flag('afterEnd');
  if (ticket.state !== 'parked') {
    openIfUnseen(ticket, fact, out);
    return out.flag('repeated');
  }
  if (fact.counterId) ticket.counterId = fact.counterId;
  if (fact.staffId) ticket.staffId = fact.staffId;
  ticket.state = ticket.parkedFrom ?? 'waiting';
  takeUp(ticket, fact.at);
  if (ticket.state === 'waiting') out.count({ kind: 'queued', ...who(ticket, fact) }, 1);
  if (ticket.state === 'called') engage(ticket, 'calling', { fact, out });
  if (ticket.state === 'serving') {
    ticket.servingAt = fact.at;
    engage(ticket, 'serving', { fact, out });
  }
};

/** T7: a transfer ends one leg and begins the next; after a completed service it only begins one. */
const transfer: Step = (ticket, fact, out) => {
  openIfUnseen(ticket, fact, out);
  if (ticket.state === 'ended' && ticket.ending?.kind !== 'ended' && !reopen(ticket, fact, out)) return;
  const from = who(ticket, fact);
  leaveQueue(ticket, fact, out);
  leaveCounter(ticket, fact, out);
  if (ticket.state !== 'ended') out.count({ kind: 'transferredOut', ...from }, 1);
  ticket.serviceId = fact.toServiceId ?? ticket.serviceId;
  ticket.counterId = fact.toCounterId ?? null;
  ticket.staffId = null;
  ticket.transfers++;
  startLeg(ticket, fact.at, true);
  const to = { at: fact.at, serviceId: ticket.serviceId, counterId: ticket.counterId, staffId: null };
  out.count({ kind: 'transferredIn', ...to }, 1);
  out.count({ kind: 'queued', ...to }, 1);
};

/** T8: a rating belongs to the service, counter and person of its ticket and changes nothing else of it. */
const rate: Step = (ticket, fact, out) => {
  if (ticket.state === 'unseen') out.flag('unknownTicket');
  const base = who(ticket, fact);
  if (fact.type === 'rating.given') out.count({ kind: 'ratingGiven', ...base, level: fact.level ?? 0, ticketId: ticket.id, label: ticket.number ?? ticket.id, comment: fact.comment ?? null, cause: fact.cause ?? null }, 1);
  else out.count({ kind: fact.type === 'rating.requested' ? 'ratingRequested' : 'ratingDefaulted', ...base }, 1);
};

const steps: Record<TicketFact['type'], Step> = {
  'ticket.issued': issue,
  'ticket.called': call,
  'ticket.recalled': call,
  'service.started': start,
  'service.ended': end,
  'ticket.noShow': leave,
  'ticket.abandoned': leave,
  'ticket.removed': leave,
  'ticket.parked': park,
  'ticket.resumed': resume,
  'ticket.transferred': transfer,
  'rating.requested': rate,
  'rating.given': rate,
  'rating.defaulted': rate,
};

import type { Engagement } from '../counter/engagement.js';
import { stepTicket } from './step-ticket.js';
import { newTicket, type Mark, type Out, type Ticket, type TicketEventType, type TicketFact } from './ticket.js';

const MINUTE = 60_000;
const minutes = (ms: number | null) => (ms === null ? '?' : String(ms / MINUTE));

/** Notes in short what leaves the machine: marks with their lengths in minutes, the counter's part, flags. */
class Noted implements Out {
  notes: string[] = [];
  count(mark: Mark, sign: 1 | -1): void {
    if (mark.kind === 'queued' || mark.kind === 'dequeued') this.notes.push(mark.kind === 'queued' ? 'queue+' : 'queue-');
    else this.notes.push(`${sign === 1 ? '+' : '-'}${mark.kind}${lengthsOf(mark)}`);
  }
  engage(counterId: string, { kind }: Engagement): void {
    this.notes.push(`${counterId} ${kind}`);
  }
  release(counterId: string): void {
    this.notes.push(`${counterId} free`);
  }
  flag(flag: string): void {
    this.notes.push(`!${flag}`);
  }
}

function lengthsOf(mark: Mark): string {
  switch (mark.kind) {
    case 'called': return ` ${minutes(mark.waitMs)}`;
    case 'started': return ` ${minutes(mark.waitToServiceMs)}/${minutes(mark.walkMs)}`;
    case 'ended': return ` ${minutes(mark.serviceMs)}`;
    case 'abandoned': return ` ${minutes(mark.abandonMs)}`;
    default: return '';
  }
}

/** The fact of the table: calls and starts name counter C1 and person P1, a transfer sends on to S2. */
function fact(type: TicketEventType, minute: number): TicketFact {
  const plain = { seq: minute, at: minute * MINUTE, type };
  switch (type) {
    case 'ticket.issued': return { ...plain, number: 'A1', serviceId: 'S1' };
    case 'ticket.called':
    case 'service.started': return { ...plain, counterId: 'C1', staffId: 'P1' };
    case 'service.ended': return { ...plain, outcome: 'completed' };
    case 'rating.given': return { ...plain, level: 5 };
    case 'ticket.transferred': return { ...plain, toServiceId: 'S2' };
    default: return plain;
  }
}

/** How a ticket comes into each state: one fact a minute, from minute 1 on. */
const paths = {
  unseen: [],
  waiting: ['ticket.issued'],
  called: ['ticket.issued', 'ticket.called'],
  serving: ['ticket.issued', 'ticket.called', 'service.started'],
  'parked waiting': ['ticket.issued', 'ticket.parked'],
  'parked called': ['ticket.issued', 'ticket.called', 'ticket.parked'],
  'parked serving': ['ticket.issued', 'ticket.called', 'service.started', 'ticket.parked'],
  completed: ['ticket.issued', 'ticket.called', 'service.started', 'service.ended'],
  noShow: ['ticket.issued', 'ticket.called', 'ticket.noShow'],
  left: ['ticket.issued', 'ticket.abandoned'],
  removed: ['ticket.issued', 'ticket.removed'],
} satisfies Record<string, TicketEventType[]>;
type Path = keyof typeof paths;

/** Per fact, at minute 10, and state: the state it leads to | what there is to count and to flag, in order. */
const table: Record<TicketEventType, Record<Path, string>> = {
  'ticket.issued': {
    unseen: 'waiting | +issued, queue+',
    waiting: 'waiting | !repeated',
    called: 'called | !repeated',
    serving: 'serving | !repeated',
    'parked waiting': 'parked waiting | !repeated',
    'parked called': 'parked called | !repeated',
    'parked serving': 'parked serving | !repeated',
    completed: 'ended | !repeated',
    noShow: 'ended | !repeated',
    left: 'ended | !repeated',
    removed: 'ended | !repeated',
  },
  'ticket.called': {
    unseen: 'called | !noIssue, +issued, queue+, queue-, +called ?, C1 calling',
    waiting: 'called | queue-, +called 9, C1 calling',
    called: 'called | C1 free, !repeated, C1 calling',
    serving: 'serving | !repeated',
    'parked waiting': 'called | +called 9, C1 calling',
    'parked called': 'called | C1 calling',
    'parked serving': 'called | C1 calling',
    completed: 'ended | !afterEnd',
    noShow: 'called | !reopened, -noShow, queue+, queue-, C1 calling',
    left: 'called | !reopened, -abandoned 1, queue+, queue-, +called 9, C1 calling',
    removed: 'called | !reopened, -removed, queue+, queue-, +called 9, C1 calling',
  },
  'ticket.recalled': {
    unseen: 'called | !noIssue, +issued, queue+, queue-, !noCounter, +called ?',
    waiting: 'called | queue-, !noCounter, +called 9',
    called: 'called | C1 free, C1 calling',
    serving: 'serving | !repeated',
    'parked waiting': 'called | !noCounter, +called 9',
    'parked called': 'called | C1 calling',
    'parked serving': 'called | C1 calling',
    completed: 'ended | !afterEnd',
    noShow: 'called | !reopened, -noShow, queue+, queue-, C1 calling',
    left: 'called | !reopened, -abandoned 1, queue+, queue-, !noCounter, +called 9',
    removed: 'called | !reopened, -removed, queue+, queue-, !noCounter, +called 9',
  },
  'service.started': {
    unseen: 'serving | !noIssue, +issued, queue+, !noCall, queue-, +started ?/?, C1 serving',
    waiting: 'serving | !noCall, queue-, +started 9/?, C1 serving',
    called: 'serving | C1 free, +started 9/8, C1 serving',
    serving: 'serving | !repeated',
    'parked waiting': 'serving | !noCall, +started 9/?, C1 serving',
    'parked called': 'serving | +started 9/8, C1 serving',
    'parked serving': 'serving | C1 serving',
    completed: 'ended | !afterEnd',
    noShow: 'serving | !reopened, -noShow, queue+, queue-, +started 9/8, C1 serving',
    left: 'serving | !reopened, -abandoned 1, queue+, !noCall, queue-, +started 9/?, C1 serving',
    removed: 'serving | !reopened, -removed, queue+, !noCall, queue-, +started 9/?, C1 serving',
  },
  'service.ended': {
    unseen: 'ended | !noIssue, +issued, queue+, !noStart, queue-, !noCounter, +ended ?',
    waiting: 'ended | !noStart, queue-, !noCounter, +ended ?',
    called: 'ended | !noStart, C1 free, +ended ?',
    serving: 'ended | C1 free, +ended 7',
    'parked waiting': 'ended | !noStart, !noCounter, +ended ?',
    'parked called': 'ended | !noStart, +ended ?',
    'parked serving': 'ended | +ended 1',
    completed: 'ended | !afterEnd',
    noShow: 'ended | !afterEnd',
    left: 'ended | !afterEnd',
    removed: 'ended | !afterEnd',
  },
  'ticket.noShow': {
    unseen: 'ended | !noIssue, +issued, queue+, queue-, +noShow',
    waiting: 'ended | queue-, +noShow',
    called: 'ended | C1 free, +noShow',
    serving: 'ended | C1 free, +noShow',
    'parked waiting': 'ended | +noShow',
    'parked called': 'ended | +noShow',
    'parked serving': 'ended | +noShow',
    completed: 'ended | !afterEnd',
    noShow: 'ended | !afterEnd',
    left: 'ended | !afterEnd',
    removed: 'ended | !afterEnd',
  },
  'ticket.abandoned': {
    unseen: 'ended | !noIssue, +issued, queue+, queue-, +abandoned ?',
    waiting: 'ended | queue-, +abandoned 9',
    called: 'ended | C1 free, +abandoned ?',
    serving: 'ended | C1 free, +abandoned ?',
    'parked waiting': 'ended | +abandoned 9',
    'parked called': 'ended | +abandoned ?',
    'parked serving': 'ended | +abandoned ?',
    completed: 'ended | !afterEnd',
    noShow: 'ended | !afterEnd',
    left: 'ended | !afterEnd',
    removed: 'ended | !afterEnd',
  },
  'ticket.removed': {
    unseen: 'ended | !noIssue, +issued, queue+, queue-, +removed',
    waiting: 'ended | queue-, +removed',
    called: 'ended | C1 free, +removed',
    serving: 'ended | C1 free, +removed',
    'parked waiting': 'ended | +removed',
    'parked called': 'ended | +removed',
    'parked serving': 'ended | +removed',
    completed: 'ended | !afterEnd',
    noShow: 'ended | !afterEnd',
    left: 'ended | !afterEnd',
    removed: 'ended | !afterEnd',
  },
  'ticket.parked': {
    unseen: 'parked waiting | !noIssue, +issued, queue+, queue-',
    waiting: 'parked waiting | queue-',
    called: 'parked called | C1 free',
    serving: 'parked serving | C1 free',
    'parked waiting': 'parked waiting | !repeated',
    'parked called': 'parked called | !repeated',
    'parked serving': 'parked serving | !repeated',
    completed: 'ended | !afterEnd',
    noShow: 'ended | !afterEnd',
    left: 'ended | !afterEnd',
    removed: 'ended | !afterEnd',
  },
  'ticket.resumed': {
    unseen: 'waiting | !noIssue, +issued, queue+, !repeated',
    waiting: 'waiting | !repeated',
    called: 'called | !repeated',
    serving: 'serving | !repeated',
    'parked waiting': 'waiting | queue+',
    'parked called': 'called | C1 calling',
    'parked serving': 'serving | C1 serving',
    completed: 'ended | !afterEnd',
    noShow: 'ended | !afterEnd',
    left: 'ended | !afterEnd',
    removed: 'ended | !afterEnd',
  },
  'ticket.transferred': {
    unseen: 'waiting | !noIssue, +issued, queue+, queue-, +transferredOut, +transferredIn, queue+',
    waiting: 'waiting | queue-, +transferredOut, +transferredIn, queue+',
    called: 'waiting | C1 free, +transferredOut, +transferredIn, queue+',
    serving: 'waiting | C1 free, +transferredOut, +transferredIn, queue+',
    'parked waiting': 'waiting | +transferredOut, +transferredIn, queue+',
    'parked called': 'waiting | +transferredOut, +transferredIn, queue+',
    'parked serving': 'waiting | +transferredOut, +transferredIn, queue+',
    completed: 'waiting | +transferredIn, queue+',
    noShow: 'waiting | !reopened, -noShow, queue+, queue-, +transferredOut, +transferredIn, queue+',
    left: 'waiting | !reopened, -abandoned 1, queue+, queue-, +transferredOut, +transferredIn, queue+',
    removed: 'waiting | !reopened, -removed, queue+, queue-, +transferredOut, +transferredIn, queue+',
  },
  'rating.requested': {
    unseen: 'unseen | !unknownTicket, +ratingRequested',
    waiting: 'waiting | +ratingRequested',
    called: 'called | +ratingRequested',
    serving: 'serving | +ratingRequested',
    'parked waiting': 'parked waiting | +ratingRequested',
    'parked called': 'parked called | +ratingRequested',
    'parked serving': 'parked serving | +ratingRequested',
    completed: 'ended | +ratingRequested',
    noShow: 'ended | +ratingRequested',
    left: 'ended | +ratingRequested',
    removed: 'ended | +ratingRequested',
  },
  'rating.given': {
    unseen: 'unseen | !unknownTicket, +ratingGiven',
    waiting: 'waiting | +ratingGiven',
    called: 'called | +ratingGiven',
    serving: 'serving | +ratingGiven',
    'parked waiting': 'parked waiting | +ratingGiven',
    'parked called': 'parked called | +ratingGiven',
    'parked serving': 'parked serving | +ratingGiven',
    completed: 'ended | +ratingGiven',
    noShow: 'ended | +ratingGiven',
    left: 'ended | +ratingGiven',
    removed: 'ended | +ratingGiven',
  },
  'rating.defaulted': {
    unseen: 'unseen | !unknownTicket, +ratingDefaulted',
    waiting: 'waiting | +ratingDefaulted',
    called: 'called | +ratingDefaulted',
    serving: 'serving | +ratingDefaulted',
    'parked waiting': 'parked waiting | +ratingDefaulted',
    'parked called': 'parked called | +ratingDefaulted',
    'parked serving': 'parked serving | +ratingDefaulted',
    completed: 'ended | +ratingDefaulted',
    noShow: 'ended | +ratingDefaulted',
    left: 'ended | +ratingDefaulted',
    removed: 'ended | +ratingDefaulted',
  },
};

function stepped(path: Path, type: TicketEventType): string {
  const ticket: Ticket = newTicket('T');
  paths[path].forEach((before: TicketEventType, index) => stepTicket(ticket, fact(before, index + 1), new Noted()));
  const out = new Noted();
  stepTicket(ticket, fact(type, 10), out);
  return `${[ticket.state, ticket.parkedFrom].filter(Boolean).join(' ')} | ${out.notes.join(', ')}`;
}

describe('A ticket', () => {
  for (const [type, row] of Object.entries(table) as [TicketEventType, Record<Path, string>][]) {
    it(`[T1] has a meaning for ${type} in every state`, () => {
      for (const [path, expected] of Object.entries(row) as [Path, string][]) expect(`${path}: ${stepped(path, type)}`).toBe(`${path}: ${expected}`);
    });
  }
});

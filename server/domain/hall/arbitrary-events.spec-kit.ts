/**
 * Arbitrary well-formed events for the laws: few tickets, services, counters and people, so that they meet; every event type;
 * now and then what real feeds do: no time, a clock years off, days late, corrections of what is there and what is not. Among
 * them what people write into the ledgers.
 */
import fc from 'fast-check';
import type { HallSettings } from '../../../shared/commands/hall.js';
import { eventData, type EventType, type PostedEvent } from '../../../shared/events/cloud-event.js';
import { formatInstant } from '../../../shared/instant.js';
import type { StoredEvent } from '../event/fact.js';
import { isOwn } from '../event/own-event.js';
import { ledgerDraft, ledgerEvent, type LedgerDraft } from './arbitrary-ledgers.spec-kit.js';
import { settingsForSpec } from './hall.spec-kit.js';

export const START = Date.parse('2026-03-02T08:00:00+08:00');
const [SECOND, MINUTE, HOUR] = [1000, 60_000, 3_600_000];

const oneOf = (...ids: string[]) => fc.constantFrom(...ids);
const maybe = (ids: fc.Arbitrary<string>, name: string) => fc.option(ids, { nil: undefined }).map((id) => (id === undefined ? {} : { [name]: id }));
const all = (...parts: fc.Arbitrary<object>[]) => fc.tuple(...parts).map((list) => Object.assign({}, ...list) as Record<string, unknown>);

const ticketId = oneOf('T1', 'T2', 'T3', 'T4', 'T5').map((id) => ({ ticketId: id }));
const [service, counter, person] = [oneOf('S1', 'S2', 'S9'), oneOf('C1', 'C2', 'C9'), oneOf('P1', 'P2')];
const counterId = counter.map((id) => ({ counterId: id }));
const staffId = person.map((id) => ({ staffId: id }));
const place = all(maybe(counter, 'counterId'), maybe(person, 'staffId'));
const atTicket = all(ticketId, place);
const rated = all(counterId, maybe(oneOf('T1', 'T2', 'T9'), 'ticketId'), maybe(person, 'staffId'));
const level = fc.integer({ min: 1, max: 5 }).map((value) => ({ level: value }));
const device = oneOf('K1', 'K2').map((id) => ({ deviceId: id }));
const reading = fc.nat(30).map((waiting) => ({ waiting }));
const serviceIds = fc.option(fc.subarray(['S1', 'S2']), { nil: undefined }).map((ids) => (ids ? { serviceIds: ids } : {}));
const onward = fc.oneof(service.map((id) => ({ toServiceId: id })), counter.map((id) => ({ toCounterId: id })), fc.constant({ toServiceId: 'S2', toCounterId: 'C2' }));

/** Data of each type, and how often it comes. */
const drafts: Record<Exclude<EventType, 'event.corrected'>, [weight: number, data: fc.Arbitrary<object>]> = {
  'ticket.issued': [6, all(ticketId, service.map((id) => ({ serviceId: id, number: `${id}-1` })))],
  'ticket.called': [6, atTicket],
  'ticket.recalled': [2, atTicket],
  'service.started': [5, atTicket],
  'service.ended': [5, all(atTicket, oneOf('completed', 'returned', 'referred').map((outcome) => ({ outcome })))],
  'ticket.noShow': [2, atTicket],
  'ticket.abandoned': [2, atTicket],
  'ticket.removed': [1, atTicket],
  'ticket.parked': [2, atTicket],
  'ticket.resumed': [2, atTicket],
  'ticket.transferred': [3, all(atTicket, onward)],
  'counter.opened': [3, all(counterId, maybe(person, 'staffId'), serviceIds)],
  'counter.closed': [2, counterId],
  'counter.paused': [2, counterId],
  'counter.resumed': [2, counterId],
  'staff.loggedOn': [1, all(counterId, staffId)],
  'staff.loggedOff': [1, all(counterId, staffId)],
  'rating.requested': [1, rated],
  'rating.given': [2, all(rated, level)],
  'rating.defaulted': [1, rated],
  'queue.observed': [2, all(service.map((id) => ({ serviceId: id })), reading)],
  'device.heartbeat': [1, device],
  'device.fault': [1, device],
  'device.recovered': [1, device],
  'hall.opened': [1, fc.constant({})],
  'hall.closed': [1, fc.constant({})],
};

interface Draft {
  type: EventType;
  data: object;
}
const draft: fc.Arbitrary<Draft> = fc.oneof(
  ...Object.entries(drafts).map(([type, [weight, data]]) => ({ weight, arbitrary: data.map((made) => ({ type: type as EventType, data: made })) })),
);

function posted({ type, data }: Draft, { id, time }: { id: string; time: string | undefined }): PostedEvent {
  const source = id.length % 2 ? '/a' : '/b';
  return { specversion: '1.0', id, source, type, ...(time === undefined ? {} : { time }), data } as PostedEvent;
}

/** One day's events in the order in which they happened, each in an hour from 08:00 on; some at the same instant. */
export const dayEvents = fc
  .array(fc.tuple(draft, fc.constantFrom(0, SECOND, MINUTE, 17 * MINUTE)), { minLength: 2, maxLength: 30 })
  .map((list) => {
    let at = START;
    return list.map(([made, gap], index) => posted(made, { id: `e${index}`, time: formatInstant((at += gap)) }));
  });

/** When an event says it happened, against when it is stored. */
const said = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(0, -SECOND) },
  { weight: 4, arbitrary: fc.constantFrom(3 * SECOND, -10 * MINUTE, -2 * HOUR, -20 * HOUR) },
  { weight: 1, arbitrary: fc.constantFrom(HOUR, -30 * HOUR, -80 * HOUR) },
  { weight: 1, arbitrary: fc.constantFrom('1970-01-01T00:00:00Z', '2099-12-31T23:59:59-12:00', '0000-01-01T00:00:00+14:00', undefined) },
);
const gap = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom(0, 1, SECOND, MINUTE, 16 * MINUTE) },
  { weight: 1, arbitrary: fc.constantFrom(5 * HOUR, 15.99 * HOUR, 50 * HOUR) },
);

const settingsChoices: HallSettings[] = [
  settingsForSpec(),
  settingsForSpec({ timezone: 'Europe/Warsaw', openingHours: [{ days: ['mon', 'tue'], opens: '08:00', closes: '12:00' }] }),
  settingsForSpec({ services: [{ id: 'S1', name: '1', waitLimit: 'PT1M' }, { id: 'S9', name: '9', waitLimit: 'PT1M' }], counters: [] }),
  settingsForSpec({ clock: { at: '2026-03-02T07:00:00+08:00', speed: 30 } }),
];

type Step = { gap: number } & (
  | { kind: 'event'; made: Draft; said: number | string | undefined }
  | { kind: 'corrected'; back: number; data: object | undefined; void: boolean }
  | { kind: 'configured'; settings: HallSettings }
  | { kind: 'ledger'; made: LedgerDraft }
);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 16, arbitrary: fc.record({ kind: fc.constant('event' as const), gap, made: draft, said }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('corrected' as const), gap, back: fc.integer({ min: 1, max: 8 }), data: fc.option(draft.map(({ data }) => data), { nil: undefined }), void: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('configured' as const), gap, settings: fc.constantFrom(...settingsChoices) }) },
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('ledger' as const), gap, made: ledgerDraft }) },
);

function journalOf(steps: Step[]): StoredEvent[] {
  const journal: StoredEvent[] = [];
  let loggedAt = START;
  let cases = 0;
  for (const [index, made] of steps.entries()) {
    loggedAt += made.gap;
    const [seq, id] = [index + 1, `e${'x'.repeat(index % 2)}${index}`];
    if (made.kind === 'configured') {
      journal.push({ seq, loggedAt, event: { specversion: '1.0', id, source: '/hallboard', type: 'hall.configured', data: made.settings } });
    } else if (made.kind === 'ledger') {
      const event = ledgerEvent(made.made, { at: loggedAt, id, cases });
      if (event.type === 'case.opened') cases++;
      journal.push({ seq, loggedAt, event });
    } else if (made.kind === 'event') {
      const time = typeof made.said === 'number' ? formatInstant(loggedAt + made.said) : made.said;
      journal.push({ seq, loggedAt, event: posted(made.made, { id, time }) });
    } else {
      const corrects = journal[index - made.back];
      const { source, id: corrected } = corrects?.event ?? { source: '/nowhere', id: 'none' };
      const data = { source, id: corrected, ...(made.void ? { void: true } : {}), ...(made.data ? { data: made.data } : {}) };
      const event = posted({ type: 'event.corrected', data }, { id, time: formatInstant(loggedAt) });
      journal.push({ seq, loggedAt, event, ...(corrects ? { corrects } : {}) });
    }
  }
  return journal;
}

/** A journal of some days: events live, late and messy, corrections, the ledgers, settings put in between, clocks set anew. */
export const journals = fc.array(step, { minLength: 1, maxLength: 40 }).map(journalOf);
/** The same without settings put in between. */
export const plainJournals = fc.array(step.filter(({ kind }) => kind !== 'configured'), { minLength: 1, maxLength: 40 }).map(journalOf);

/** Whether the contract's schemas take the event. */
export function isWellFormed(event: StoredEvent['event']): boolean {
  return isOwn(event) || eventData[event.type].safeParse(event.data).success;
}

/** A permutation drawn from a seed: fast-check's own would shrink for ever over thousands of orders. */
export function shuffled<T>(list: readonly T[], seed: number): T[] {
  const order = [...list];
  let state = (seed % 2_147_483_646) + 1;
  for (let index = order.length - 1; index > 0; index--) {
    state = (state * 48_271) % 2_147_483_647; // Park & Miller's minimal standard generator
    const other = state % (index + 1);
    [order[index], order[other]] = [order[other]!, order[index]!];
  }
  return order;
}

/**
 * A clause 条款 of the service standard, read: what is promised to whom, and when it is warned of and broken. Lengths in ms.
 */
import type { Clause as Written } from '../../../shared/commands/standard.js';
import type { ClauseKind } from '../../../shared/glossary/clause-kinds.js';
import { parseDuration } from '../../../shared/instant.js';
import type { Ticket } from '../ticket/ticket.js';

export interface Clause {
  id: string;
  kind: ClauseKind;
  serviceIds: ReadonlySet<string> | null;
  counterIds: ReadonlySet<string> | null;
  customerClasses: ReadonlySet<string> | null;
  /** Null: not warned of. */
  warnMs: number | null;
  /** Null: only warned of. */
  breachMs: number | null;
  limit: number;
  window: number;
  /** Lengths count outside opening hours too. */
  always: boolean;
  escalateMs: number | null;
  /** Since when it has been in force as it stands: nothing was due by it before. */
  fromAt: number;
}

const setOf = (ids: string[] | undefined) => (ids ? new Set(ids) : null);
const lengthOf = (text: string | undefined) => (text === undefined ? null : parseDuration(text));

/** R2: what names no length is broken at once, unless it is only to be warned of. */
export function readClause({ id, kind, appliesTo = {}, warnAfter, breachAfter, limit = 0, window = 0, during, escalateAfter }: Written, fromAt: number): Clause {
  return {
    id, kind, limit, window, fromAt,
    serviceIds: setOf(appliesTo.serviceIds),
    counterIds: setOf(appliesTo.counterIds),
    customerClasses: setOf(appliesTo.customerClasses),
    warnMs: lengthOf(warnAfter),
    breachMs: lengthOf(breachAfter) ?? (warnAfter === undefined ? 0 : null),
    always: during === 'always' || kind === 'rating.bad',
    escalateMs: lengthOf(escalateAfter),
  };
}

/** R1: whom a clause binds; a list that is left out binds all. */
export function bindsService({ serviceIds }: Clause, serviceId: string | null): boolean {
  return serviceIds === null || (serviceId !== null && serviceIds.has(serviceId));
}

export function bindsCounter({ counterIds }: Clause, counterId: string | null): boolean {
  return counterIds === null || (counterId !== null && counterIds.has(counterId));
}

export function bindsClass({ customerClasses }: Clause, { customerClass }: Pick<Ticket, 'customerClass'>): boolean {
  return customerClasses === null || (customerClass !== null && customerClasses.has(customerClass));
}

export function bindsTicket(clause: Clause, ticket: Pick<Ticket, 'serviceId' | 'counterId' | 'customerClass'>): boolean {
  return bindsClass(clause, ticket) && bindsService(clause, ticket.serviceId) && bindsCounter(clause, ticket.counterId);
}

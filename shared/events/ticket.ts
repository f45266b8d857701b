import * as z from 'zod';
import { outcomes } from '../glossary/states.js';
import { idsOf } from '../glossary/word.js';
import { Id, Label } from '../ids.js';

const ofTicket = { ticketId: Id };
const atCounter = { ...ofTicket, counterId: Id.optional(), staffId: Id.optional() };
const ended = { ...atCounter, reason: z.string().max(2000).optional() };

/** Events of one ticket 号票, from the kiosk to the end of its service. */
export const ticketEvents = {
  'ticket.issued': z.looseObject({
    ...ofTicket,
    number: Label,
    serviceId: Id,
    customerClass: z.string().max(64).optional(),
    channel: z.string().max(64).optional(),
    visitId: Id.optional(),
  }),
  'ticket.called': z.looseObject(atCounter),
  'ticket.recalled': z.looseObject(atCounter),
  'service.started': z.looseObject(atCounter),
  'service.ended': z.looseObject({ ...atCounter, outcome: z.enum(idsOf(outcomes)) }),
  'ticket.noShow': z.looseObject(ended),
  'ticket.abandoned': z.looseObject(ended),
  'ticket.removed': z.looseObject(ended),
  'ticket.parked': z.looseObject(atCounter),
  'ticket.resumed': z.looseObject(atCounter),
  'ticket.transferred': z
    .looseObject({ ...atCounter, toServiceId: Id.optional(), toCounterId: Id.optional() })
    .meta({ anyOf: [{ required: ['toServiceId'] }, { required: ['toCounterId'] }] }),
} as const;

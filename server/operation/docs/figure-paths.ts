/** What stands behind the figures of a day. */
import { countedFigures, ticketOutcomes } from '../../../shared/rows/behind.js';
import { answer, ANYONE, HALL, inPath, inQuery, json, problem, problems } from './describe.js';
import { ref, type Json } from './schemas.js';

const HALLS = '/api/v1/halls/{hallId}';
const READERS = 'Needs role reader, supervisor or admin.';
const instant = ref('Instant');
const id = ref('Id');
const DATE = { name: 'date', in: 'path', required: true, description: 'A day of the hall, YYYY-MM-DD.', schema: { type: 'string', format: 'date' }, example: '2026-11-23' };

const ticket = {
  ticketId: 'A042-20261123', number: 'A042', customerClass: null, serviceId: 'social-security', counterId: '3', staffId: 'S007',
  issuedAt: 1795397400000, calledAt: 1795398180000, startedAt: 1795398210000, endedAt: 1795398540000, outcome: 'completed',
  waitMs: 780000, serviceMs: 330000, rating: 5, at: 1795398180000, value: 780000,
};

const waiting = {
  kind: 'ticket', number: 'A042', service: '社会保险', state: 'waiting', since: 1795397400000, counter: null, ahead: 4, waits: { count: 61, p50Ms: 540000, p90Ms: 1140000 }, outcome: null,
};

const filters = [
  inQuery('from', { description: 'From here on; the start of today when left out. Write + as %2B.', schema: instant }),
  inQuery('to', { description: 'Before this, at most 31 days after from; the end of today when left out.', schema: instant }),
  inQuery('figure', { description: 'The figure that counted them; every ticket once when left out.', schema: { type: 'string', enum: [...countedFigures] }, example: 'waitMs' }),
  inQuery('serviceId', { description: 'Of this service.', schema: id }),
  inQuery('counterId', { description: 'Of this counter.', schema: id }),
  inQuery('staffId', { description: 'Of this person.', schema: id }),
  inQuery('outcome', { description: 'That ended so.', schema: { type: 'string', enum: [...ticketOutcomes] } }),
  inQuery('minWaitMs', { description: 'That waited at least so long.', schema: { type: 'integer', minimum: 0 } }),
  inQuery('limit', { description: 'At most so many.', schema: { type: 'integer', minimum: 1, maximum: 500, default: 100 } }),
  inQuery('cursor', { description: 'The `next` of an answer, for more.', schema: { type: 'string' } }),
];

export const figurePaths: Record<string, Json> = {
  [`${HALLS}/tickets`]: {
    parameters: [HALL],
    get: {
      tags: ['Figures'], operationId: 'listTickets', summary: 'The tickets 号票 behind a figure', parameters: filters,
      description: `${READERS} As many as the figure of that time says. What a day has open at its end counts once on each such day.`,
      responses: { 200: answer('The tickets.', json(ref('TicketsAnswer'), { tickets: [ticket], next: null })), ...problems(400, 401, 403, 404) },
    },
  },
  [`${HALLS}/tickets/{ticketId}`]: {
    parameters: [HALL, inPath('ticketId', 'The ticket.')],
    get: {
      tags: ['Figures'], operationId: 'readTicket', summary: 'A ticket and its events', description: READERS,
      parameters: [inQuery('on', { description: 'The day, YYYY-MM-DD, to look on and around: much faster than the whole journal.', schema: { type: 'string', format: 'date' } })],
      responses: { 200: answer('The ticket.', json(ref('TicketStory'))), ...problems(400, 401, 403), 404: problem(404, 'There is no such hall, or it has heard of no such ticket.') },
    },
  },
  [`${HALLS}/progress/{number}`]: {
    parameters: [HALL, { name: 'number', in: 'path', required: true, description: 'The number on a ticket of today, or that of a service request such as R-260001.', schema: { type: 'string', maxLength: 256 }, example: 'A042' }],
    get: {
      tags: ['Figures'], operationId: 'readProgress', summary: 'Where a ticket or a service request stands 进度', security: ANYONE,
      description: 'For citizens, of public halls alone: no person, no text, no id. Tickets by order of coming, though priority may call another first. An address may ask 20 times a second.',
      responses: {
        200: answer('How it stands.', json(ref('ProgressAnswer'), { hallName: '市民中心', timezone: 'Asia/Shanghai', at: 1795398000000, progress: waiting })),
        404: problem(404, 'There is no such public hall, or it knows no such number.'), ...problems(429),
      },
    },
  },
  [`${HALLS}/daily/{date}/curve`]: {
    parameters: [HALL, DATE],
    get: {
      tags: ['Figures'], operationId: 'readCurve', summary: 'A day 日 as its charts draw it', description: `${READERS} Up to now where it still runs.`,
      responses: { 200: answer('The curve.', json(ref('DayCurve'))), ...problems(400, 401, 403), 404: problem(404, 'There is no such hall, or the day has not begun.') },
    },
  },
};

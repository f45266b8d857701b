/** Ratings by the link on a ticket, and what a month of them came to. */
import { answer, ANYONE, body, HALL, inPath, inQuery, json, problem, problems } from './describe.js';
import { ref, type Json } from './schemas.js';

const ROOT = '/api/v1/halls/{hallId}';
const TICKET = inPath('ticketId', 'The ticket 号票; its event may come later.');
const proof = { ticketId: 'A042-20261123', token: 'q3Vf0mJx2bT9aLkZ' };
const page = { hall: '区政务服务中心', number: 'A042', service: '社保医保', counter: '3 号窗口', state: 'open' };
const wrongToken = { 403: problem(403, 'The token is not the one of this ticket.'), 429: problem(429, 'Too many wrong tokens came from this address; right ones never wait.') };
const unknown = { 404: problem(404, 'There is no such hall, or it does not know the ticket any more.') };
const MONTH = inQuery('month', { description: 'A month of the hall; the present one when left out.', schema: { type: 'string', pattern: '^\\d{4}-(0[1-9]|1[0-2])$' }, example: '2026-11' });
const READERS = 'Needs role reader, supervisor or admin. Told from the newest daily snapshots of the month and from the ledgers.';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const file = (type: string) => answer('The file.', { [type]: { schema: { type: 'string', format: 'binary' } } });

const month = (operation: object): Json => ({ parameters: [HALL], get: { tags: ['Ratings'], parameters: [MONTH], description: READERS, ...operation } });
const satisfactionPaths: Record<string, Json> = {
  [`${ROOT}/satisfaction`]: month({ operationId: 'readSatisfaction', summary: 'The satisfaction 满意度 of a month', responses: { 200: answer('The figures.', json(ref('Satisfaction'))), ...problems(400, 401, 403, 404) } }),
  [`${ROOT}/satisfaction.xlsx`]: month({ operationId: 'getSatisfactionXlsx', summary: 'The same as a workbook', responses: { 200: file(XLSX), ...problems(400, 401, 403, 404) } }),
  [`${ROOT}/satisfaction.pdf`]: month({ operationId: 'getSatisfactionPdf', summary: 'The same as its page prints it', description: `${READERS} Needs a Chromium (HALLBOARD_CHROMIUM).`, responses: { 200: file('application/pdf'), ...problems(400, 401, 403, 404, 501) } }),
};

export const ratingPaths: Record<string, Json> = {
  ...satisfactionPaths,
  [`${ROOT}/ratings/page`]: {
    parameters: [HALL],
    post: {
      tags: ['Ratings'], operationId: 'openRatingPage', summary: 'What the rating page of a ticket shows', security: ANYONE,
      description: 'The token of the ticket\'s link is the proof. Opened for a ticket that can be rated, it stores rating.requested, once.',
      requestBody: body('OpenRating', proof),
      responses: { 200: answer('The page.', json(ref('RatingPage'), page)), ...problems(400, 415, 422, 503), ...wrongToken, ...unknown },
    },
  },
  [`${ROOT}/ratings`]: {
    parameters: [HALL],
    post: {
      tags: ['Ratings'], operationId: 'giveRating', summary: 'Rate a ticket, once', security: ANYONE,
      description: 'The token of the ticket\'s link is the proof; no name is asked. Stored as rating.given for the counter that served the ticket. A ticket can be rated from the start of its service to the end of the next day.',
      requestBody: body('GiveRating', { ...proof, level: 2, dimensions: { efficiency: 1 }, comment: '等候时间太长' }),
      responses: {
        201: answer('It is on disk.', json(ref('RatingPage'), { ...page, state: 'rated' })), ...problems(400, 415, 422, 503), ...wrongToken, ...unknown,
        409: problem(409, 'The ticket was rated already (code alreadyRated), or not served yet (notServedYet).'),
      },
    },
  },
  [`${ROOT}/tickets/{ticketId}/rating-link`]: {
    parameters: [HALL, TICKET],
    get: {
      tags: ['Ratings'], operationId: 'readRatingLink', summary: 'The link by which the holder of a ticket rates it',
      description: 'Needs role device or admin: for the kiosk that prints the ticket, or the pad at the counter. Begins with HALLBOARD_URL, else with the address that was asked at.',
      responses: { 200: answer('The link.', json(ref('RatingLink'), { url: 'https://hall.example/rate/hall-1/A042-20261123?t=q3Vf0mJx2bT9aLkZ' })), ...problems(401, 403, 404) },
    },
  },
  [`${ROOT}/tickets/{ticketId}/rating-qr.svg`]: {
    parameters: [HALL, TICKET],
    get: {
      tags: ['Ratings'], operationId: 'readRatingCode', summary: 'The same link as a QR code', description: 'Needs role device or admin. SVG without a size of its own: draw it 25 mm wide or wider.',
      responses: { 200: answer('The code.', { 'image/svg+xml': { schema: { type: 'string' } } }), ...problems(401, 403, 404) },
    },
  },
};

/** Events in, and everything that comes of them: rows and journal. */
import { answer, body, HALL, inPath, inQuery, json, problem, problems, VIEWER } from './describe.js';
import { answerToTwo, answerWithProblem, called, ended, issued, journalLines, rated, snapshot, started } from './examples.js';
import { ref, type Json } from './schemas.js';

const ndjson = (lines: unknown[]): string => lines.map((line) => `${JSON.stringify(line)}\n`).join('');

const POST = `Needs role device or admin. The answer comes only after the events are on disk. Identity is (hall, source, id), for ever: what was
posted already counts as a duplicate and changes nothing, so a post that got no answer is simply sent again; so is one of more than a
thousand events that stopped midway: it is stored a thousand at a time, so that other halls get their turn, and a part may be stored. A bad event never blocks its
neighbours: it is named in problems and the others are stored. Late, early, unordered and incomplete events are stored and flagged (quality),
placed by their own time, and never refused. Personal data in free text (mobile numbers, resident ids, bank cards, mail addresses) is
masked before it is stored and the event flagged masked; a ticket or a person named by a mobile number or a resident id is refused
(personalData). The same over socket.io: see the [live and feed page](async-docs).`;

const JOURNAL = `Needs role reader, supervisor or admin. One line an event, in seq order; event is the text that was posted, byte for byte,
but for what was masked.
seq runs from 1 without gaps. Settings of the hall stand in the journal too, as events of type hall.configured.

To verify the chain: lines of one commit follow each other and carry the same hash. Join the event texts of a commit, as they stand in the
lines (do not parse and write them anew), with commas and put brackets around them: that is its body. Then
\`hash = SHA-256(<hash before> \\n <seq of its first event> \\n <loggedAt in epoch ms> \\n <body>)\` in hex, \\n being one line feed and nothing
standing between the parts but it; before the first commit stands a hash of 64 zeros.
Where free texts were erased the body is another than the hash was made of: then the last event.erased that names the commit by its firstSeq states,
in links, the hash that it gives as it now reads. A stretch that does not start at 1 is verified from the second hash on.`;

const eventsOperation = {
  tags: ['Events'], operationId: 'postEvents', summary: 'Post events 事件', description: POST,
  requestBody: {
    required: true,
    content: {
      'application/cloudevents+json': { schema: ref('Event'), example: issued },
      'application/cloudevents-batch+json': { schema: { type: 'array', items: ref('Event') }, example: [called, started] },
      'application/x-ndjson': { schema: { type: 'string', description: 'One Event a line, at most 262,144 characters each; a stream of any length.' }, example: ndjson([issued, called, started, ended, rated]) },
    },
  },
  responses: {
    200: answer('What became of each event.', {
      'application/json': { schema: ref('IntakeAnswer'), examples: { allTaken: { value: answerToTwo }, oneRefused: { value: answerWithProblem } } },
    }),
    ...problems(401, 403, 404, 413, 415, 429, 503),
    400: problem(400, 'The body cannot be parsed at all, is empty, or is an array where one event was announced (and the other way round).'),
  },
};

const seq = { type: 'integer', minimum: 1 };

const erase = ({ operationId, summary, description }: { operationId: string; summary: string; description: string }): Json => ({
  tags: ['Events'], operationId, summary,
  description: `Needs role admin. ${description} Ids, classes and numbers stay, and with them every figure; the reason stands in the journal as an event of type event.erased. A backup from before still holds the texts.`,
  requestBody: body('EraseTexts', { reason: '本人要求删除' }),
  responses: {
    200: answer('The seqs of the events that held texts.', json(ref('ErasedAnswer'), { seqs: [812, 815] })),
    ...problems(400, 401, 403, 404, 415, 422, 503), 409: problem(409, 'There is no text to erase: these events hold none, it was erased before, or there are no such events.'),
  },
});

export const eventPaths: Record<string, Json> = {
  '/api/v1/halls/{hallId}/events': { parameters: [HALL], post: eventsOperation },
  '/api/v1/halls/{hallId}/state': {
    parameters: [HALL],
    get: {
      tags: ['Events'], operationId: 'getState', summary: 'The rows of a hall, now or as they were', security: VIEWER,
      description: 'The same rows as the live feed sends. A wall, and whoever watches a public hall without a key, gets no figures of single counters and people. With at: as they stood at that instant, by all that is known today, under the settings and the standard of then, with the alerts that people saw; an instant to come is now.',
      parameters: [inQuery('at', { description: 'As they were at this instant, between 1970 and 2099, or at this time by the clocks of the hall (2026-11-23T10:30); now when left out. Write + as %2B.', schema: { type: 'string' }, example: '2026-11-23T10:30:00+08:00' })],
      responses: { 200: answer('The rows.', json(ref('StateAnswer'), snapshot)), ...problems(400, 401, 403, 404) },
    },
  },
  '/api/v1/halls/{hallId}/journal/{seq}/erase': {
    parameters: [HALL, { name: 'seq', in: 'path', required: true, description: 'Of the event.', schema: seq }],
    post: erase({ operationId: 'eraseEvent', summary: 'Erase the free texts of an event', description: 'For good, wherever they are kept.' }),
  },
  '/api/v1/halls/{hallId}/tickets/{ticketId}/erase': {
    parameters: [HALL, inPath('ticketId', 'The ticket.')],
    post: erase({ operationId: 'eraseTicket', summary: 'Erase the free texts about a ticket', description: 'Those of its events and their corrections, of remarks on its alerts and of silences on it; for good, wherever they are kept.' }),
  },
  '/api/v1/halls/{hallId}/journal': {
    parameters: [HALL],
    get: {
      tags: ['Events'], operationId: 'readJournal', summary: 'The journal 流水: every event, as posted', description: JOURNAL,
      parameters: [
        inQuery('from', { description: 'The first seq.', schema: { ...seq, default: 1 } }),
        inQuery('to', { description: 'The last seq; to the end when left out.', schema: seq }),
      ],
      responses: {
        200: answer('One JournalLine a line.', { 'application/x-ndjson': { schema: ref('JournalLine'), example: ndjson(journalLines) } }),
        ...problems(400, 401, 403, 404),
      },
    },
  },
};

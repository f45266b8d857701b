/** The days of a hall: their list, their files, and the key that these are signed with. */
import { answer, ANYONE, HALL, inPath, inQuery, json, problem, problems } from './describe.js';
import { ref, type Json } from './schemas.js';

const FILE = `Needs role reader, supervisor or admin. Made when the hall closes by its opening hours, else at 24:00 of its own day; after a closing once more
at 24:00 if anything came; after that as a further revision whenever late events or corrections change the day, with changes (what it tells
otherwise) and because (the seqs that came since). Revisions never change. The bytes are canonical JSON (RFC 8785).

To verify: sha256 is the SHA-256 of the canonical JSON of the file without sha256; the form \`.sig\` gives the Ed25519 signature of
those 32 bytes by the key of \`/api/v1/signing-key\`, apart from the file, whose bytes are the same on any machine; journal.sha256 is that of the canonical JSON of the day\'s events with their free texts erased, each with a line feed, in
(time, seq) order. \`npm run verify -- <file.json> --journal <ndjson>\` does all that and works out every figure anew.`;

const days = { days: [{ date: '2026-11-23', revision: 1, sha256: 'b1e087b512dda27ab65194092c7b458320430866cc45332f56f2bea429313e74', issued: 412, served: 388, raised: 3, madeAt: '2026-11-23T09:00:04.120Z' }] };
const date = (description: string) => inQuery(description, { description: 'A date of the hall, inclusive.', schema: { type: 'string', format: 'date' } });
const devices = { from: '2026-11-01', to: '2026-11-23', days: 16, devices: { 'kiosk-1': { openMs: 460800000, upMs: 455400000, downMs: 1800000, unknownMs: 3600000, faults: 1, availability: 0.9960629921259843 } } };
const signingKey = { keyId: '9f2c4b7a1d3e5f60', algorithm: 'Ed25519', publicKey: '-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=\n-----END PUBLIC KEY-----\n' };

export const dailyPaths: Record<string, Json> = {
  '/api/v1/halls/{hallId}/daily': {
    parameters: [HALL],
    get: {
      tags: ['Days'], operationId: 'listDays', summary: 'The days of a hall, newest first', description: 'Needs role reader, supervisor or admin. The newest revision of each day.',
      parameters: [date('from'), date('to')],
      responses: { 200: answer('The days.', json(ref('DailyList'), days)), ...problems(400, 401, 403, 404) },
    },
  },
  '/api/v1/halls/{hallId}/daily/{file}': {
    parameters: [HALL, { ...inPath('file', 'The date, and the form that is wanted: 2026-11-23.json, or 2026-11-23.sig for its signature. JSON when no form is named.'), schema: { type: 'string' } }],
    get: {
      tags: ['Days'], operationId: 'readDay', summary: 'The daily snapshot 日报快照 of a day', description: FILE,
      parameters: [inQuery('revision', { description: 'The newest when left out.', schema: { type: 'integer', minimum: 1 } })],
      responses: {
        200: answer('The snapshot.', json(ref('Daily'))), ...problems(400, 401, 403),
        404: problem(404, 'There is no such hall, or its journal has no event of that day.'), 409: problem(409, 'The day still runs: its snapshot is made when the hall closes.'),
      },
    },
  },
  '/api/v1/halls/{hallId}/devices/availability': {
    parameters: [HALL],
    get: {
      tags: ['Days'], operationId: 'readDeviceAvailability', summary: 'How long each device was up',
      description: 'Needs role reader, supervisor or admin. From the snapshots of the days, at most 92; left out: this month so far. Down: faulty, or silent after it had beaten, from its last word on; unknown: it never beats, or the hall heard of nothing at all for over 15 minutes.',
      parameters: [date('from'), date('to')],
      responses: { 200: answer('The devices.', json(ref('DevicesAnswer'), devices)), ...problems(400, 401, 403, 404, 429) },
    },
  },
  '/api/v1/signing-key': {
    get: {
      tags: ['Days'], operationId: 'readSigningKey', summary: 'The public key that daily snapshots are signed with', security: ANYONE,
      responses: { 200: answer('The key.', json(ref('SigningKey'), signingKey)) },
    },
  },
};

/** What the operator asks of the server, and these documents. */
import { answer, ANYONE, inQuery, json, problem, problems } from './describe.js';
import { ref, type Json } from './schemas.js';

const tags = ['Operation'];
const get = (operation: Json): Json => ({ get: { tags, security: ANYONE, ...operation } });
const page = (operationId: string, summary: string): Json => get({ operationId, summary, responses: { 200: answer('A page.', { 'text/html': { schema: { type: 'string' } } }) } });
const document = (operationId: string, summary: string): Json => get({ operationId, summary, responses: { 200: answer('The document.', json({ type: 'object' })) } });

const AUDIT_QUERY = [
  inQuery('from', { description: 'Inclusive; a day ago where nothing is said.', schema: ref('Instant') }),
  inQuery('to', { description: 'Exclusive; at most 400 days after from.', schema: ref('Instant') }),
  ...['hallId', 'who', 'act'].map((name) => inQuery(name, { description: `Only lines with this ${name}.`, schema: { type: 'string' } })),
];
const audit = (operationId: string, summary: string, content: Json): Json => ({
  get: {
    tags, operationId, summary, parameters: AUDIT_QUERY,
    description: 'Needs role admin of every hall. Every line is chained to the one before; broken names the first that was changed or is missing. Written: log-ins, each deed of a person or key besides events, files taken out, and refusals (at most 20 an hour of one, 300 of all; detail.leftOut counts the others).',
    responses: { 200: answer('The lines.', content), ...problems(400, 401, 403) },
  },
});

export const operationPaths: Record<string, Json> = {
  '/healthz': get({ operationId: 'alive', summary: 'The process answers', responses: { 200: answer('Alive.', json(ref('Alive'))) } }),
  '/readyz': get({
    operationId: 'ready', summary: 'Every hall is folded up to now, and events are taken',
    responses: { 200: answer('Ready, with so many halls.', json(ref('Ready'))), 503: problem(503, 'Starting, stopping, or not able to store; code says which. Retry-After: seconds.') },
  }),
  '/metrics': get({
    operationId: 'metrics', summary: 'Figures for Prometheus',
    description: 'hallboard_events_total{hall,verdict} · hallboard_commit_seconds · hallboard_halls · hallboard_tickets_open{hall,state} · hallboard_sources{hall} · hallboard_source_silence_seconds{hall,source} · hallboard_screens_connected{hall} · hallboard_screens_lagging{hall} · hallboard_channels{state} · hallboard_halls_quarantined{hall} · hallboard_last_backup_timestamp_seconds, and those of the process.',
    responses: { 200: answer('Prometheus text, version 0.0.4.', { 'text/plain': { schema: { type: 'string' } } }) },
  }),
  '/api/v1/backups': {
    post: {
      operationId: 'makeBackup', tags, summary: 'Make a backup while the server serves',
      description: 'Answered when it is done. It lies below backups in the data folder, where only the newest stays; npm run hall -- backup TARGET makes one and takes it elsewhere.',
      responses: { 201: answer('Made.', json(ref('Backup'))), ...problems(401, 403), 409: problem(409, 'One is being made just now.') },
    },
    get: { operationId: 'lastBackup', tags, summary: 'The last backup', responses: { 200: answer('The last one.', json(ref('BackupsAnswer'))), ...problems(401, 403) } },
  },
  '/api/v1/audit': audit('audit', 'Who did what 操作记录, the newest first, at most 1,000', json(ref('AuditAnswer'))),
  '/api/v1/audit.ndjson': audit('auditLines', 'The same as a file, all of them, the oldest first', { 'application/x-ndjson': { schema: ref('AuditEntry') } }),
  '/api/openapi.json': document('openapi', 'This document: OpenAPI 3.1'),
  '/api/asyncapi.json': document('asyncapi', 'The sockets /live and /feed: AsyncAPI 3.0'),
  '/api/docs': page('docs', 'This document, to read and to try'),
  '/api/async-docs': page('asyncDocs', 'The sockets, to read'),
};

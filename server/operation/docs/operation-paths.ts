/** What the operator asks of the server, and these documents. */
import { answer, ANYONE, json, problem } from './describe.js';
import { ref, type Json } from './schemas.js';

const tags = ['Operation'];
const get = (operation: Json): Json => ({ get: { tags, security: ANYONE, ...operation } });
const page = (operationId: string, summary: string): Json => get({ operationId, summary, responses: { 200: answer('A page.', { 'text/html': { schema: { type: 'string' } } }) } });
const document = (operationId: string, summary: string): Json => get({ operationId, summary, responses: { 200: answer('The document.', json({ type: 'object' })) } });

export const operationPaths: Record<string, Json> = {
  '/healthz': get({ operationId: 'alive', summary: 'The process answers', responses: { 200: answer('Alive.', json(ref('Alive'))) } }),
  '/readyz': get({
    operationId: 'ready', summary: 'Every hall is folded up to now, and events are taken',
    responses: { 200: answer('Ready, with so many halls.', json(ref('Ready'))), 503: problem(503, 'Starting, stopping, or not able to store; code says which. Retry-After: seconds.') },
  }),
  '/metrics': get({
    operationId: 'metrics', summary: 'Figures for Prometheus',
    description: 'hallboard_events_total{hall,verdict} · hallboard_commit_seconds · hallboard_halls · hallboard_tickets_open{hall,state} · hallboard_sources{hall} · hallboard_source_silence_seconds{hall,source} · hallboard_screens_connected{hall} · hallboard_screens_lagging{hall} · hallboard_channels{state}, and those of the process.',
    responses: { 200: answer('Prometheus text, version 0.0.4.', { 'text/plain': { schema: { type: 'string' } } }) },
  }),
  '/api/openapi.json': document('openapi', 'This document: OpenAPI 3.1'),
  '/api/asyncapi.json': document('asyncapi', 'The sockets /live and /feed: AsyncAPI 3.0'),
  '/api/docs': page('docs', 'This document, to read and to try'),
  '/api/async-docs': page('asyncDocs', 'The sockets, to read'),
};

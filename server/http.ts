/** The HTTP door: Fastify with our own body readers, and the client's files. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import serveFiles, { type FastifyStaticOptions } from '@fastify/static';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { attachmentTypes, MOST_ATTACHED } from '../shared/commands/attachments.js';
import { headersFor } from './headers.js';
import { isDeeper, parseJson } from './intake/json.js';
import { problemOf } from './intake/problem.filter.js';
import { requestIds } from './operation/log-requests.js';
import { Problem, problemBody } from './problem.js';

const MAX_BODY = 8 * 1024 * 1024;
/** Of anything but events: a hall of two thousand counters takes half of it. */
const MAX_OTHERS = 256 * 1024;
/** Settings nested deeper than this would overflow whoever writes them again. */
const MAX_DEPTH = 16;
const CLIENT = fileURLToPath(new URL('../client/browser', import.meta.url));
const ATTACHMENTS = '/attachments';
const EVENTS = ['application/cloudevents+json', 'application/cloudevents-batch+json'];
/** Who dribbles a request's head, or falls silent within it, is not waited for; a stream of events may take as long as it flows. */
const PATIENCE = { headersTimeout: 10_000, connectionsCheckingInterval: 2_000 };
const SILENCE_MS = 120_000;

export function httpAdapter(): FastifyAdapter {
  return new FastifyAdapter({
    bodyLimit: MAX_BODY, forceCloseConnections: 'idle', routerOptions: { maxParamLength: 256, querystringParser: lastOfEach }, frameworkErrors: refuseUrl, genReqId: requestIds(),
    http: PATIENCE, connectionTimeout: SILENCE_MS,
    trustProxy: 'loopback', // whose address it is, for limits and the audit log, only a proxy of this machine is believed
  });
}

/** A name of a query has one value, be it said twice: no reader of it is handed a list. */
const lastOfEach = (query: string) => Object.fromEntries(new URLSearchParams(query));

/** The router refuses some addresses before anyone else sees the request. */
function refuseUrl(error: Error, request: FastifyRequest, reply: FastifyReply): void {
  const problem = problemOf(error);
  void reply.headers(headersFor(request)).status(problem.status).type('application/problem+json').send(problemBody(problem));
}

/** Events come as bytes or as a stream, to be read by the intake, and files as bytes where they are taken; everything else as JSON. */
export function readBodies(app: NestFastifyApplication): void {
  const fastify = app.getHttpAdapter().getInstance();
  fastify.removeAllContentTypeParsers();
  fastify.addHook('onRoute', (route) => {
    if (!route.url.endsWith('/events')) route.bodyLimit = route.url.endsWith(ATTACHMENTS) ? MOST_ATTACHED : MAX_OTHERS;
  });
  fastify.addContentTypeParser(EVENTS, { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  fastify.addContentTypeParser([...attachmentTypes], { parseAs: 'buffer' }, (request, body, done) => {
    if (request.routeOptions.url?.endsWith(ATTACHMENTS)) done(null, body);
    else done(new Problem(415, 'mediaType', 'The body was refused: files are taken at …/attachments only.'));
  });
  fastify.addContentTypeParser('application/x-ndjson', (_request, payload, done) => done(null, payload));
  fastify.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    if (request.routeOptions.url?.endsWith('/events')) return done(null, body);
    try {
      done(null, body.length === 0 ? undefined : readJson(body.toString()));
    } catch (error) {
      done(error as Problem);
    }
  });
}

function readJson(text: string): unknown {
  const value = parseJson(text);
  if (isDeeper(value, MAX_DEPTH)) throw new Problem(400, 'tooDeep', `The body was refused: it may be nested at most ${MAX_DEPTH} levels deep.`);
  return value;
}

/** The build of the client's pages: its main script's hashed name without `.js`; empty where none is built. */
export async function clientBuild(): Promise<string> {
  const page = join(CLIENT, 'index.html');
  if (!existsSync(page)) return '';
  return /<script src="(main-\w+)\.js"/.exec(await readFile(page, 'utf8'))?.[1] ?? '';
}

const PAGES = ['/', '/setup', '/wall', '/wall/*', '/desk', '/desk/*', '/report/*', '/ledger/*', '/round/*', '/appraisal/*', '/register/*', '/open/*', '/progress/*', '/rate/*', '/admin', '/admin/*'];
const YEAR_SECONDS = 365 * 24 * 3600;

const STATIC: FastifyStaticOptions = {
  root: CLIENT,
  wildcard: false,
  index: false,
  cacheControl: false,
  preCompressed: true,
  globIgnore: ['**/*.{br,gz}'],
  setHeaders: (reply, path) => {
    const hashed = /-[\w-]{8}\.\w+(\.(br|gz))?$/.test(path);
    reply.header('cache-control', hashed ? `public, max-age=${YEAR_SECONDS}, immutable` : 'no-cache');
  },
};

/** The client: hashed files may be kept for ever, the page itself is asked for each time; what the build packed beforehand is sent so. */
export async function servePages(app: NestFastifyApplication): Promise<void> {
  if (!existsSync(join(CLIENT, 'index.html'))) return;
  await app.getHttpAdapter().getInstance().register(async (pages) => {
    pages.decorate('rule', { anyone: 'the pages are the same for everyone; what they show is asked for with a log-in' });
    await pages.register(serveFiles, STATIC);
    const page = (_request: FastifyRequest, reply: FastifyReply) => reply.header('cache-control', 'no-cache').sendFile('index.html');
    for (const path of PAGES) pages.get(path, page);
  });
}

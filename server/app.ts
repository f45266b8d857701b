/**
 * The whole app, made to be started by `main.ts` and by tests alike: they give it a clock, a data folder and a port and get
 * the real thing.
 */
import 'reflect-metadata';
import { mkdir } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { createRequire } from 'node:module';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Logger } from 'pino';
import { parseInstant } from '../shared/instant.js';
import { openAccess, type Access } from './access/access.js';
import { may } from './access/caller.js';
import { demandSocketRules, guardRoutes, type DeclaredRoute } from './access/guard-routes.js';
import { Audit } from './audit/audit.js';
import { auditRoutes } from './audit/audit-routes.js';
import { AppModule } from './app.module.js';
import { Dailies } from './daily/dailies.js';
import { DayFiles } from './export/day-files.js';
import { Printer, type FindBrowser } from './export/printer.js';
import { Feeds } from './feed/feeds.js';
import { setHeaders } from './headers.js';
import { clientBuild, httpAdapter, readBodies, servePages } from './http.js';
import { MqttInlets } from './intake/mqtt/mqtt-inlets.js';
import { Rates } from './intake/rates.js';
import { RatingLinks } from './intake/rating-links.js';
import { Backups } from './keep/backups.js';
import { removeRunning, writeRunning } from './keep/running.js';
import { Scrub } from './keep/scrub.js';
import { SqliteJournal } from './journal/sqlite-journal.js';
import { realClock, type ServerClock } from './live/clock.js';
import { Halls } from './live/halls.js';
import { firstTold } from './notify/first-told.js';
import { Notify, type NotifyOptions } from './notify/notify.js';
import { logRequests } from './operation/log-requests.js';
import { NestLog } from './operation/log.js';
import { Metrics } from './operation/metrics.js';
import { OperationModule } from './operation/operation.module.js';
import { Readiness } from './operation/readiness.js';
import type { Watched } from './operation/watched.js';
import { Attachments } from './proof/attachments.js';
import { SocketAdapter } from './socket-adapter.js';

export interface AppOptions {
  data: string;
  port: number;
  host?: string;
  clock?: ServerClock;
  /** The journal of the data folder, where it is being opened already. */
  journal?: Promise<SqliteJournal>;
  /** The clock of the journal's thread, where `clock` is set by hand. */
  journalClock?: SharedArrayBuffer;
  adminPassword?: string | undefined;
  origins?: readonly string[];
  /** Events a second that one key may post; 0 or none: no limit. */
  rate?: number;
  /** How much the attachments of one hall may take. */
  attachmentsMb?: number;
  /** The MQTT broker that events are taken from; none without it. */
  mqttUrl?: string | undefined;
  notify?: NotifyOptions;
  /** Where a browser that prints lies; left out: nothing is printed. */
  findBrowser?: FindBrowser;
  /** Where the log goes; nowhere without it. */
  log?: Logger;
  /** The journal's thread died: nothing can be stored any more. */
  failed?: (error: Error) => void;
}

/** Requests that are still coming in by then are cut off: what a stop has to write takes a while too. */
const CUT_MS = 2_000;
const ATTACHMENTS_MB = 2_048;

export interface App {
  url: string;
  access: Access;
  halls: Halls;
  feeds: Feeds;
  dailies: Dailies;
  files: DayFiles;
  scrub: Scrub;
  audit: Audit;
  attachments: Attachments;
  /** Every route there is, with its rule. */
  routes: readonly DeclaredRoute[];
  close(): Promise<void>;
}

const VERSION = (createRequire(import.meta.url)('../../package.json') as { version: string }).version;

export async function createApp(options: AppOptions): Promise<App> {
  const { data, clock = realClock, adminPassword } = options;
  await mkdir(data, { recursive: true, mode: 0o700 });
  const failed = options.failed ?? (() => undefined);
  // the journal first: its lock is the data folder's, and nothing else may be touched without it
  const journal = await (options.journal ?? SqliteJournal.open({ data, failed, ...(options.journalClock ? { clock: options.journalClock } : {}) }));
  const access = await openAccess({ data, now: () => clock.now(), adminPassword });
  const audit = await Audit.open({ data, now: () => clock.now(), failed: (error) => options.log?.error(error, 'a line of the audit log could not be written') });
  const halls = await Halls.open({ journal, clock });
  const dailies = await Dailies.open({ data, journal, halls, clock, failed: (error) => options.log?.error(error, 'a day could not be told') });
  const feeds = new Feeds(halls, access, clock, await clientBuild());
  const mayHear = (username: string, hallId: string) => may(access.people.caller(username), 'alerts.read', hallId);
  const notify = await Notify.open({ data, halls, clock, mayHear, options: options.notify ?? {}, failed: (error) => options.log?.error(error) });
  halls.ownerOf = (hallId, wanted = '') => (may(access.people.caller(wanted), 'cases.act', hallId) ? wanted : firstTold(notify.channels.of(hallId), access, hallId));
  access.people.removed = (username) => notify.channels.removeOf(username);
  const readiness = new Readiness();
  readiness.storing = () => halls.storing;
  const printer = new Printer(options.findBrowser ?? (() => Promise.resolve(null)), access.createOwnKey('printer'));
  const files = new DayFiles({ data, snapshots: dailies, printer, failed: (error) => options.log?.error(error, 'the files of a day could not be made') });
  const backups = new Backups({ data, journal, clock });
  const scrub = new Scrub({ journal, halls, clock, failed: (error) => options.log?.error(error, 'the journal could not be looked through') });
  const attachments = new Attachments({ data, halls, clock, most: (options.attachmentsMb ?? ATTACHMENTS_MB) * 2 ** 20, failed: (error) => options.log?.error(error, 'attachments could not be looked through') });
  const rates = new Rates(options.rate ?? 0, () => clock.now());
  let mqtt: MqttInlets | null = null;
  const watched: Watched = {
    halls: () => halls.all(), feeds: () => feeds.all(), channels: () => notify.channels.states(), mqtt: () => mqtt?.states() ?? [],
    quarantined: () => [...halls.quarantined.keys()], lastBackupAt: () => backups.last && parseInstant(backups.last.at),
  };
  const links = await RatingLinks.open({ data, now: () => clock.now(), publicUrl: options.notify?.publicUrl });
  const { app, routes } = await listen({ access, audit, halls, feeds, notify, dailies, files, backups, attachments, links, printer, readiness, rates, watched }, options);
  readiness.state = 'ready';
  halls.start();
  if (options.mqttUrl !== undefined) mqtt = await MqttInlets.open({ url: options.mqttUrl, data, halls, rates });
  const url = await app.getUrl();
  await writeRunning(data, url);
  notify.start(url);
  printer.start(url);
  dailies.made = (hallId, days) => files.keep(hallId, days);
  dailies.start();
  attachments.start();
  return {
    url, access, halls, feeds, dailies, files, scrub, audit, attachments, routes,
    close: async () => {
      readiness.state = 'draining';
      await removeRunning(data);
      feeds.close();
      const cut = setTimeout(() => app.getHttpServer().closeAllConnections(), CUT_MS);
      // a part that cannot write its last (a full disk) keeps no other from ending
      for (const part of [...(mqtt ? [mqtt] : []), app, attachments, notify, files, dailies, backups, scrub, halls, audit, access]) await part.close().catch((error: unknown) => options.log?.error(error, 'a part did not end in order'));
      clearTimeout(cut);
    },
  };
}

type Parts = Pick<App, 'access' | 'audit' | 'halls' | 'feeds' | 'dailies' | 'files'> & { notify: Notify; backups: Backups; attachments: Attachments; links: RatingLinks; printer: Printer; readiness: Readiness; rates: Rates; watched: Watched };

async function listen(parts: Parts, { port, host, origins, log, notify: { publicUrl } = {} }: AppOptions): Promise<{ app: NestFastifyApplication; routes: readonly DeclaredRoute[] }> {
  const { halls, readiness, watched, ...rest } = parts;
  const { access, audit } = parts;
  const metrics = new Metrics(watched);
  halls.posted = (hallId, answer, seconds) => metrics.posted(hallId, answer, seconds);
  halls.unread = (hall, seq, error) => log?.error({ hall, seq, err: error }, 'an event could not be folded: it is kept in the journal and has no effect');
  const operation = OperationModule.forApp({ readiness, metrics, watched, version: VERSION });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.of({ halls, ...rest, operation }), httpAdapter(), {
    bodyParser: false,
    logger: log ? new NestLog(log) : false,
  });
  const refused = ({ socket: { remoteAddress: from = '' }, headers: { origin } }: IncomingMessage) => {
    void audit.write({ who: null, role: null, from, act: 'socket.open', hallId: null, target: origin?.slice(0, 200) ?? null, status: 403 });
  };
  app.useWebSocketAdapter(new SocketAdapter(app, { origins: origins ?? [], publicUrl, refused }));
  setHeaders(app, publicUrl);
  const routes = guardRoutes(app.getHttpAdapter().getInstance(), access);
  auditRoutes(app.getHttpAdapter().getInstance(), { audit, access });
  demandSocketRules(app);
  readBodies(app);
  await servePages(app);
  if (log) logRequests(app.getHttpAdapter().getInstance(), log);
  await app.listen(port, host ?? '127.0.0.1');
  return { app, routes };
}

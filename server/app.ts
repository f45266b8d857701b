/**
 * The whole app, made to be started by `main.ts` and by tests alike: they give it a clock, a data folder and a port and get
 * the real thing.
 */
import 'reflect-metadata';
import { mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Logger } from 'pino';
import { openAccess, type Access } from './access/access.js';
import { may } from './access/caller.js';
import { demandSocketRules, guardRoutes } from './access/guard-routes.js';
import { AppModule } from './app.module.js';
import { Dailies } from './daily/dailies.js';
import { DayFiles } from './export/day-files.js';
import { Printer, type FindBrowser } from './export/printer.js';
import { Feeds } from './feed/feeds.js';
import { clientBuild, httpAdapter, readBodies, servePages, setHeaders } from './http.js';
import { Rates } from './intake/rates.js';
import { RatingLinks } from './intake/rating-links.js';
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
  notify?: NotifyOptions;
  /** Where a browser that prints lies; left out: nothing is printed. */
  findBrowser?: FindBrowser;
  /** Where the log goes; nowhere without it. */
  log?: Logger;
  /** The journal's thread died: nothing can be stored any more. */
  failed?: (error: Error) => void;
}

export interface App {
  url: string;
  access: Access;
  halls: Halls;
  feeds: Feeds;
  dailies: Dailies;
  files: DayFiles;
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
  const halls = await Halls.open({ journal, clock });
  const dailies = await Dailies.open({ data, journal, halls, clock, failed: (error) => options.log?.error(error, 'a day could not be told') });
  const feeds = new Feeds(halls, access, clock, await clientBuild());
  const mayHear = (username: string, hallId: string) => may(access.people.caller(username), 'alerts.read', hallId);
  const notify = await Notify.open({ data, halls, clock, mayHear, options: options.notify ?? {}, failed: (error) => options.log?.error(error) });
  halls.ownerOf = (hallId) => firstTold(notify.channels.of(hallId), access, hallId);
  access.people.removed = (username) => notify.channels.removeOf(username);
  const readiness = new Readiness();
  const printer = new Printer(options.findBrowser ?? (() => Promise.resolve(null)), access.createOwnKey('printer'));
  const files = new DayFiles({ data, snapshots: dailies, printer, failed: (error) => options.log?.error(error, 'the files of a day could not be made') });
  const app = await listen({ access, halls, feeds, notify, dailies, files, printer, readiness }, options);
  readiness.state = 'ready';
  halls.start();
  const url = await app.getUrl();
  notify.start(url);
  printer.start(url);
  dailies.made = (hallId, days) => files.keep(hallId, days);
  dailies.start();
  return {
    url,
    access,
    halls,
    feeds,
    dailies,
    files,
    close: async () => {
      readiness.state = 'draining';
      feeds.close();
      await app.close();
      await notify.close();
      await files.close();
      await dailies.close();
      await halls.close();
      await access.close();
    },
  };
}

type Parts = Pick<App, 'access' | 'halls' | 'feeds' | 'dailies' | 'files'> & { notify: Notify; printer: Printer; readiness: Readiness };

async function listen(parts: Parts, { data, notify: { publicUrl } = {}, port, host, origins, log, rate = 0, clock = realClock }: AppOptions): Promise<NestFastifyApplication> {
  const { access, halls, feeds, notify, dailies, files, printer, readiness } = parts;
  const watched: Watched = { halls: () => halls.all(), feeds: () => feeds.all(), channels: () => notify.channels.states() };
  const metrics = new Metrics(watched);
  halls.posted = (hallId, answer, seconds) => metrics.posted(hallId, answer, seconds);
  const links = await RatingLinks.open({ data, now: () => clock.now(), publicUrl });
  const operation = OperationModule.forApp({ readiness, metrics, watched, version: VERSION });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.of({ access, halls, feeds, notify, dailies, files, rates: new Rates(rate, () => clock.now()), links, printer, operation }), httpAdapter(), {
    bodyParser: false,
    logger: log ? new NestLog(log) : false,
  });
  app.useWebSocketAdapter(new SocketAdapter(app, origins ?? []));
  guardRoutes(app.getHttpAdapter().getInstance(), access);
  demandSocketRules(app);
  readBodies(app);
  setHeaders(app);
  await servePages(app);
  if (log) logRequests(app.getHttpAdapter().getInstance(), log);
  await app.listen(port, host ?? '127.0.0.1');
  return app;
}

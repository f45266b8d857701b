/**
 * The whole app, made to be started by `main.ts` and by tests alike: they give it a clock, a data folder and a port and get
 * the real thing.
 */
import 'reflect-metadata';
import { mkdir } from 'node:fs/promises';
import type { LoggerService } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { openAccess, type Access } from './access/access.js';
import { AppModule } from './app.module.js';
import { Feeds } from './feed/feeds.js';
import { httpAdapter, readBodies, servePages, setHeaders } from './http.js';
import { SqliteJournal } from './journal/sqlite-journal.js';
import { realClock, type ServerClock } from './live/clock.js';
import { Halls } from './live/halls.js';
import { SocketAdapter } from './socket-adapter.js';

export interface AppOptions {
  data: string;
  port: number;
  host?: string;
  clock?: ServerClock;
  /** The clock of the journal's thread, where `clock` is set by hand. */
  journalClock?: SharedArrayBuffer;
  adminPassword?: string | undefined;
  origins?: readonly string[];
  logger?: LoggerService | false;
  /** The journal's thread died: nothing can be stored any more. */
  failed?: (error: Error) => void;
}

export interface App {
  url: string;
  access: Access;
  halls: Halls;
  feeds: Feeds;
  close(): Promise<void>;
}

export async function createApp(options: AppOptions): Promise<App> {
  const { data, clock = realClock, adminPassword } = options;
  await mkdir(data, { recursive: true, mode: 0o700 });
  const failed = options.failed ?? (() => undefined);
  const journal = await SqliteJournal.open({ data, failed, ...(options.journalClock ? { clock: options.journalClock } : {}) });
  const access = await openAccess({ data, now: () => clock.now(), adminPassword });
  const halls = await Halls.open({ journal, clock });
  const feeds = new Feeds(halls, access, clock);
  const app = await listen({ access, halls, feeds }, options);
  return {
    url: await app.getUrl(),
    access,
    halls,
    feeds,
    close: async () => {
      feeds.close();
      await app.close();
      await halls.close();
      await access.close();
    },
  };
}

async function listen(parts: Pick<App, 'access' | 'halls' | 'feeds'>, { port, host, origins, logger }: AppOptions): Promise<NestFastifyApplication> {
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.of({ ...parts, operation: { module: class Operation {} } }), httpAdapter(), {
    bodyParser: false,
    logger: logger ?? false,
  });
  app.useWebSocketAdapter(new SocketAdapter(app, origins ?? []));
  readBodies(app);
  await setHeaders(app);
  await servePages(app);
  await app.listen(port, host ?? '127.0.0.1');
  return app;
}

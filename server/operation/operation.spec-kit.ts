import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import { Problem, problemBody } from '../problem.js';
import { Metrics } from './metrics.js';
import { OperationModule } from './operation.module.js';
import { Readiness } from './readiness.js';
import type { Watched, WatchedFeed, WatchedHall } from './watched.js';

/** As the server's own filter answers a refusal. */
@Catch(Problem)
class ProblemAnswers implements ExceptionFilter {
  catch(problem: Problem, host: ArgumentsHost): void {
    const reply = host.switchToHttp().getResponse<{ header(name: string, value: string): void; code(status: number): { send(body: unknown): void } }>();
    if (problem.more.retryAfterSeconds !== undefined) reply.header('retry-after', String(problem.more.retryAfterSeconds));
    reply.code(problem.status).send(problemBody(problem));
  }
}

/** This folder alone, in an app of its own, watching what a spec gives it. */
export async function openOperation(watchedHalls: WatchedHall[] = [], feeds: WatchedFeed[] = []) {
  const looks = { halls: 0, feeds: 0 };
  const watched: Watched = {
    halls: () => (looks.halls++, watchedHalls),
    feeds: () => (looks.feeds++, feeds),
    channels: () => ['on', 'failing', 'on'],
    quarantined: () => ['hall-3'],
    lastBackupAt: () => 1_795_392_000_000,
    mqtt: () => [{ hall: 'a', connected: true }, { hall: 'b', connected: false }],
  };
  const [readiness, metrics] = [new Readiness(), new Metrics(watched)];
  const module = OperationModule.forApp({ readiness, metrics, watched, version: '1.2.3' });
  const app = await NestFactory.create<NestFastifyApplication>(module, new FastifyAdapter(), { logger: false });
  app.useGlobalFilters(new ProblemAnswers());
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return { app, readiness, metrics, looks };
}

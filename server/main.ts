/** Starts the server from the environment, says where it is, keeps the demo at work, and ends in order. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createApp } from './app.js';
import { runDemo } from './intake/sources/demo.js';

const data = process.env['HALLBOARD_DATA'] ?? './data';
const app = await createApp({
  data,
  port: Number(process.env['PORT'] ?? 3000),
  host: process.env['HOST'] ?? '127.0.0.1',
  adminPassword: process.env['HALLBOARD_ADMIN_PASSWORD'],
  logger: console as never,
});
console.log(`Hallboard at ${app.url}`);
const ending = new AbortController();
if ((process.env['HALLBOARD_DEMO'] ?? 'on') !== 'off') {
  void runDemo({ baseUrl: app.url, key: await readFile(join(data, 'operator.key'), 'utf8'), now: Date.now, signal: ending.signal, log: console.log });
}
process.once('SIGTERM', () => {
  ending.abort();
  void app.close().then(() => process.exit(0));
});

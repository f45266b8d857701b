/** Starts the server from the environment, says where it is, and ends it in order. */
import { createApp } from './app.js';

const app = await createApp({
  data: process.env['HALLBOARD_DATA'] ?? './data',
  port: Number(process.env['PORT'] ?? 3000),
  host: process.env['HOST'] ?? '127.0.0.1',
  adminPassword: process.env['HALLBOARD_ADMIN_PASSWORD'],
  logger: console as never,
});
console.log(`Hallboard at ${app.url}`);
process.once('SIGTERM', () => void app.close().then(() => process.exit(0)));

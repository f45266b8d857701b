/** Starts the server from its settings, says where it is, keeps the demo at work, and ends in order. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { App } from './app.js';
import { browserAt } from './export/printer.js';
import { DEMO_HALL, runDemo } from './intake/sources/demo.js';
import { SqliteJournal } from './journal/sqlite-journal.js';
import { openLog } from './operation/log.js';
import { readSettings, withEnvFile, type Settings } from './operation/settings.js';
import { startFailure } from './operation/start-failure.js';

/** A stop that hangs is ended by force: whatever was answered for is on disk. */
const DRAIN_MS = 5_000;

async function start({ settings, warnings }: ReturnType<typeof readSettings>): Promise<void> {
  const log = openLog(settings.HALLBOARD_LOG);
  for (const warning of warnings) log.warn(warning);
  process.on('uncaughtException', (error) => {
    log.fatal(error, 'something failed that nobody waited for: this process ends, and the next one goes on from the journal');
    process.exit(1);
  });
  const { HALLBOARD_DATA: data, HALLBOARD_ADMIN_PASSWORD: adminPassword, HALLBOARD_ORIGINS: origins, PORT: port, HOST: host, HALLBOARD_RATE: rate, HALLBOARD_ATTACHMENTS_MB: attachmentsMb } = settings;
  const notify = { smtpUrl: settings.HALLBOARD_SMTP_URL, publicUrl: settings.HALLBOARD_URL, allowPrivate: settings.HALLBOARD_NOTIFY_PRIVATE === 'on' };
  const failed = (error: Error) => {
    // written at once, and then killed: the log writes later, and an exit would close the file, and so ask a disk that failed whether all is well
    console.error(`The journal failed (${error.message}): nothing can be stored, so this process ends. Everything that was answered for is found by the next one.`);
    process.kill(process.pid, 'SIGKILL');
  };
  // the journal's thread opens its file while this one loads everything else
  const journal = SqliteJournal.open({ data, failed });
  journal.catch(() => undefined); // heard by createApp
  const { createApp } = await import('./app.js');
  const findBrowser = browserAt(settings.HALLBOARD_CHROMIUM);
  const app = await createApp({ journal, data, port, host, adminPassword, origins, rate, attachmentsMb, mqttUrl: settings.HALLBOARD_MQTT_URL, notify, findBrowser, log, failed });
  app.scrub.start();
  const ending = new AbortController();
  const end = () => {
    ending.abort();
    setTimeout(() => process.exit(1), DRAIN_MS).unref();
    void app.close().then(() => process.exit(0));
  };
  process.once('SIGTERM', end);
  process.once('SIGINT', end);
  log.info(`Hallboard 明窗: ${app.url}`);
  if (app.access.setUpToken) log.info(`Set the administrator's password within 30 minutes 设置管理员密码: ${app.url}/setup#${app.access.setUpToken}`);
  if (wantsDemo(app, settings)) {
    const key = (await readFile(join(data, 'operator.key'), 'utf8')).trim();
    void runDemo({ baseUrl: app.url, key, now: Date.now, signal: ending.signal, log: (text) => log.info(text) });
  }
}

/** Unless it is said: while no hall but the demo's own exists. */
function wantsDemo(app: App, { HALLBOARD_DEMO }: Settings): boolean {
  return HALLBOARD_DEMO ? HALLBOARD_DEMO === 'on' : app.halls.all().every(({ id }) => id === DEMO_HALL);
}

function refuse(text: unknown): never {
  console.error(text);
  process.exit(1);
}

try {
  const read = readSettings(withEnvFile(process.env));
  await start(read).catch((error: unknown) => refuse(startFailure(error, read.settings) ?? (error as Error).message));
} catch (error) {
  refuse((error as Error).message);
}

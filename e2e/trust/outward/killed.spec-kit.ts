/** A server that hears bad ratings over MQTT, tells each by a webhook, and is killed over and over on the way. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { MqttClient } from 'mqtt';
import type { AlertEntry } from '../../../shared/commands/alert.js';
import type { DeliveryEntry } from '../../../shared/commands/channel.js';
import { Broker } from '../../../server/intake/mqtt/broker.spec-kit.js';
import { ServerHere } from '../kit/server-here.js';
import { ServerProcess } from '../kit/server-process.js';
import { count } from '../kit/tried.js';
import { Hearer } from './told.spec-kit.js';

const HALL = 'killed';
const COUNTERS = count(100, 700);
const SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwMfKQ9r8G';

export class KilledServer {
  /** Ids of the ratings that were published, and the broker's word for each. */
  readonly published: string[] = [];
  private readonly promised: Promise<unknown>[] = [];
  private server: ServerProcess | null = null;

  private constructor(
    readonly data: string,
    readonly broker: Broker,
    readonly hearer: Hearer,
    private readonly device: MqttClient,
  ) {}

  static async open(): Promise<KilledServer> {
    const [data, broker, hearer] = await Promise.all([mkdtemp(join(tmpdir(), 'hallboard-killed-')), Broker.open(), Hearer.open()]);
    const killed = new KilledServer(data, broker, hearer, await broker.publisher('pads'));
    await killed.setUp();
    return killed;
  }

  private async setUp(): Promise<void> {
    const server = await ServerHere.start(this.data, { mqttUrl: this.broker.url, notify: { allowPrivate: true } });
    const put = async (path: string, method: string, body: object): Promise<void> => {
      const answer = await server.ask(`halls/${HALL}${path}`, { method, body: JSON.stringify(body) });
      if (!answer.ok) throw new Error(`${path} was refused: ${await answer.text()}`);
    };
    // a zone for each counter: what is told of one is a message of its own
    const counters = Array.from({ length: COUNTERS }, (_, index) => ({ id: `c${index}`, name: `c${index}`, zone: `z${index}` }));
    const clauses = [{ id: 'bad', kind: 'rating.bad', limit: 2, during: 'always', source: 'local' }];
    const target = { kind: 'webhook', url: this.hearer.receiver.url, secret: SECRET };
    const heard = this.broker.subscribed();
    await put('', 'PUT', { name: HALL, timezone: 'Asia/Shanghai', services: [], counters });
    await put('/standard', 'PUT', { name: 'ratings', source: 'local', clauses });
    await put('/channels', 'POST', { name: 'out', target });
    await heard;
    await server.end();
  }

  private startProcess(): Promise<ServerProcess> {
    return ServerProcess.start(this.data, { env: { HALLBOARD_MQTT_URL: this.broker.url, HALLBOARD_NOTIFY_PRIVATE: 'on' } });
  }

  /** Up, and subscribed at the broker. */
  async start(): Promise<void> {
    const heard = this.broker.subscribed();
    this.server = await this.startProcess();
    await heard;
  }

  async kill(): Promise<void> {
    await this.server!.end('SIGKILL');
    this.server = null;
  }

  /** Publishes bad ratings; the broker's word for them is waited for in the end. */
  publish(count: number): void {
    for (let made = 0; made < count; made++) {
      const id = `r${this.published.length}`;
      const data = { counterId: `c${this.published.length % COUNTERS}`, level: 1 };
      const event = { specversion: '1.0', id, source: '/pad', type: 'rating.given', time: new Date().toISOString(), data };
      this.published.push(id);
      this.promised.push(this.device.publishAsync(`hallboard/${HALL}/events`, JSON.stringify(event), { qos: 1 }));
    }
  }

  /** The wait for a retry is over: which message goes, and how often, is what is tried here. */
  passRetries(change = 'UPDATE delivery SET dueAt = min(dueAt, @now)'): void {
    const db = new Database(join(this.data, 'notify.sqlite'));
    db.prepare(`${change} WHERE state = 'pending' AND attempts > 0`).run(change.includes('@now') ? { now: Date.now() } : {});
    db.close();
  }

  /** Up for the last time, until everything that was published is stored and nothing is pending. */
  async settle(): Promise<{ stored: string[]; alertIds: string[]; deliveries: DeliveryEntry[] }> {
    await this.start();
    await Promise.all(this.promised);
    let stored = await this.stored();
    while (stored.length < this.published.length && this.server!.child.exitCode === null) stored = await this.stored();
    for (;;) {
      const { alerts } = await this.read<{ alerts: AlertEntry[] }>('/alerts?status=open');
      const { deliveries } = await this.read<{ deliveries: DeliveryEntry[] }>('/deliveries');
      const told = new Set(deliveries.flatMap((delivery) => delivery.alertIds));
      if (alerts.length >= stored.length && alerts.every(({ id }) => told.has(id)) && deliveries.every(({ state }) => state !== 'pending')) {
        return { stored, alertIds: alerts.map(({ id }) => id), deliveries };
      }
    }
  }

  /** Ids of what the journal has of the pads. */
  async stored(): Promise<string[]> {
    const answer = await this.server!.ask(`halls/${HALL}/journal`);
    const lines = (await answer.text()).split('\n').filter(Boolean).map((line) => JSON.parse(line) as { event: { source: string; id: string } });
    return lines.filter(({ event }) => event.source === '/pad').map(({ event }) => event.id);
  }

  private async read<T>(path: string): Promise<T> {
    return (await (await this.server!.ask(`halls/${HALL}${path}`)).json()) as T;
  }

  async end(): Promise<void> {
    await this.server?.end('SIGKILL');
    await this.broker.end();
    await this.hearer.receiver.close();
    await rm(this.data, { recursive: true });
  }
}

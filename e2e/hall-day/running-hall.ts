/** The real server in this process with one small hall, for the browser flows: what a hall's technician would have set up. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PostedEvent } from '../../shared/events/cloud-event.js';
import type { IntakeAnswer } from '../../shared/events/cloud-event.js';
import { createApp, type App } from '../../server/app.js';
import { hallApi, type PutHall } from '../../server/intake/sources/hall-api.js';

export const smallHall: PutHall = {
  name: '区政务服务中心',
  timezone: 'Asia/Shanghai',
  public: true,
  services: [
    { id: 'S1', name: '社保医保', waitLimit: 'PT20M' },
    { id: 'S2', name: '不动产登记' },
  ],
  counters: ['A01', 'A02', 'B01', 'B02'].map((id) => ({ id, name: `${id} 号窗口`, zone: id.slice(0, 1), serviceIds: ['S1', 'S2'] })),
};

export class RunningHall {
  private constructor(
    private app: App,
    readonly data: string,
    readonly hallId: string,
  ) {}

  static async start(hallId: string, settings: PutHall = smallHall, more: { adminPassword?: string } = {}): Promise<RunningHall> {
    const data = await mkdtemp(join(tmpdir(), 'hallboard-flow-'));
    const hall = new RunningHall(await createApp({ data, port: 0, ...more }), data, hallId);
    await (await hall.api()).putHall(hallId, settings);
    return hall;
  }

  get url(): string {
    return this.app.url;
  }

  get parts(): App {
    return this.app;
  }

  async post(events: PostedEvent[]): Promise<IntakeAnswer> {
    return (await this.api()).postEvents(this.hallId, events);
  }

  /** Somebody who may act on the hall's alerts. */
  async addPerson({ username, password }: { username: string; password: string }, name: string): Promise<void> {
    await this.app.access.people.create({ username, name, role: 'supervisor', hallIds: null, password });
  }

  async api() {
    return hallApi({ baseUrl: this.url, key: await readFile(join(this.data, 'operator.key'), 'utf8') });
  }

  /** The server goes away, and comes back on the same port and folder. */
  async stop(): Promise<() => Promise<void>> {
    const port = Number(new URL(this.url).port);
    await this.app.close();
    return async () => {
      this.app = await createApp({ data: this.data, port });
    };
  }

  async end(): Promise<void> {
    await this.app.close();
    await rm(this.data, { recursive: true, force: true });
  }
}

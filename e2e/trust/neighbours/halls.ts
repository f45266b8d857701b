/** Two halls of one server: `quiet` posts an event now and then and is watched; `loud` does what it likes. */
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { io, type Socket } from 'socket.io-client';
import { ServerProcess, type StartOptions } from '../kit/server-process.js';
import type { Loud } from './floods.js';
import { issued } from './issued.js';

const PACE_MS = 25;
const services = [{ id: 'S1', name: 'S1' }];

export interface Felt {
  /** Ms from a post to its answer, and to the screen that shows it; in order of size. */
  acks: number[];
  deltas: number[];
}

export function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}

export class TwoHalls {
  private constructor(
    readonly server: ServerProcess,
    private readonly data: string,
    private readonly screen: Socket,
  ) {}

  static async start(options: StartOptions = {}): Promise<TwoHalls> {
    const data = await mkdtemp(join(tmpdir(), 'hallboard-neighbours-'));
    const server = await ServerProcess.start(data, options);
    for (const id of ['quiet', 'loud']) await server.ask(`halls/${id}`, { method: 'PUT', body: JSON.stringify({ name: id, services }) });
    const screen = io(`${server.url}/live`, { transports: ['websocket'], auth: { key: server.operatorKey } });
    const shown = new Promise((fulfil) => screen.once('snapshot', fulfil));
    screen.emit('hello', { hallId: 'quiet', protocol: 1 });
    await shown;
    return new TwoHalls(server, data, screen);
  }

  post(hallId: string, body: string, type = 'application/cloudevents-batch+json'): Promise<Response> {
    return this.server.ask(`halls/${hallId}/events`, { method: 'POST', type, body });
  }

  /** What the quiet hall feels, so many posts long, while the loud one does this. */
  async feel(posts: number, does?: Loud['does']): Promise<Felt> {
    const felt: Felt = { acks: [], deltas: [] };
    const { url, operatorKey: key } = this.server;
    const neighbour = does && new Worker(new URL('./floods.js', import.meta.url), { workerData: { url, key, does } satisfies Loud });
    if (neighbour) await once(neighbour, 'online');
    for (let n = 0; n < posts; n++) {
      const event = issued('quiet');
      const startedAt = performance.now();
      const shown = this.shows(event.data.ticketId).then(() => felt.deltas.push(performance.now() - startedAt));
      const answer = await this.post('quiet', JSON.stringify([event]));
      felt.acks.push(performance.now() - startedAt);
      if (answer.status !== 200) throw new Error(`the quiet hall was refused: ${answer.status} ${await answer.text()}`);
      await Promise.all([shown, answer.arrayBuffer(), wait(PACE_MS)]);
    }
    neighbour?.postMessage('over');
    if (neighbour) await once(neighbour, 'exit');
    for (const times of Object.values(felt) as number[][]) times.sort((a, b) => a - b);
    return felt;
  }

  private shows(ticketId: string): Promise<void> {
    return new Promise((fulfil) => {
      const look = ({ put }: { put: { tickets?: Record<string, object> } }) => {
        if (!put.tickets?.[ticketId]) return;
        this.screen.off('delta', look);
        fulfil();
      };
      this.screen.on('delta', look);
    });
  }

  async end(signal?: NodeJS.Signals): Promise<void> {
    this.screen.close();
    await this.server.end(signal);
    await rm(this.data, { recursive: true });
  }
}

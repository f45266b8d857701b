/** Two halls of one server: `quiet` posts an event now and then and is watched; `loud` does what it likes. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { io, type Socket } from 'socket.io-client';
import { ServerProcess } from '../kit/server-process.js';

const PACE_MS = 25;
const services = [{ id: 'S1', name: 'S1' }];

export interface Felt {
  /** Ms from a post to its answer, and to the screen that shows it; in order of size. */
  acks: number[];
  deltas: number[];
}

let made = 0;
export const issued = (more: object = {}) => ({
  specversion: '1.0', id: `e${++made}`, source: '/k', type: 'ticket.issued', time: new Date().toISOString(), data: { ticketId: `t${made}`, number: `A${made}`, serviceId: 'S1' }, ...more,
});

export function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}

export class TwoHalls {
  private constructor(
    readonly server: ServerProcess,
    private readonly data: string,
    private readonly screen: Socket,
  ) {}

  static async start(): Promise<TwoHalls> {
    const data = await mkdtemp(join(tmpdir(), 'hallboard-neighbours-'));
    const server = await ServerProcess.start(data);
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

  /** What the quiet hall feels while `doing` runs, so many posts long. */
  async feel(posts: number, doing: (goOn: () => boolean) => Promise<void>): Promise<Felt> {
    const felt: Felt = { acks: [], deltas: [] };
    let over = false;
    const neighbour = doing(() => !over);
    for (let n = 0; n < posts; n++) {
      const event = issued();
      const startedAt = performance.now();
      const shown = this.shows(event.data.ticketId).then(() => felt.deltas.push(performance.now() - startedAt));
      const answer = await this.post('quiet', JSON.stringify([event]));
      felt.acks.push(performance.now() - startedAt);
      if (answer.status !== 200) throw new Error(`the quiet hall was refused: ${answer.status} ${await answer.text()}`);
      await Promise.all([shown, answer.arrayBuffer(), wait(PACE_MS)]);
    }
    over = true;
    await neighbour;
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

  async end(): Promise<void> {
    this.screen.close();
    await this.server.end();
    await rm(this.data, { recursive: true });
  }
}

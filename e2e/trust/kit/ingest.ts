/** Clients that post tickets to a hall of a running server, each one post after the other, for as long as they are let. */
import { EventEmitter, once } from 'node:events';
import type { Answering } from './answering.js';

const BATCH = 'application/cloudevents-batch+json';

export async function makeHall(server: Answering, hallId: string): Promise<void> {
  const body = JSON.stringify({ name: hallId, timezone: 'Asia/Shanghai', public: true, services: [{ id: 'tax', name: '税务' }] });
  const answer = await server.ask(`halls/${hallId}`, { method: 'PUT', body });
  if (!answer.ok) throw new Error(`the hall was refused: ${await answer.text()}`);
}

export class Ingest {
  /** Ids that the server answered for. */
  readonly acknowledged: string[] = [];
  private going = true;
  private readonly answers = new EventEmitter();
  private readonly lanes: Promise<void>[];
  private given = 0;

  constructor(
    private readonly server: Answering,
    private readonly hallIds: readonly string[],
    { lanes = 4, heard = () => undefined }: { lanes?: number; heard?: (ids: string[]) => void } = {},
  ) {
    this.lanes = Array.from({ length: lanes }, (_, lane) => this.run(lane, heard));
  }

  private async run(lane: number, heard: (ids: string[]) => void): Promise<void> {
    const hallId = this.hallIds[lane % this.hallIds.length]!;
    while (this.going) {
      const events = Array.from({ length: 1 + (this.given % 7) }, () => ticket(`${hallId}-${++this.given}`));
      // cut off is not answered for: whoever posts would post it again
      const answer = await this.server.ask(`halls/${hallId}/events`, { method: 'POST', type: BATCH, body: JSON.stringify(events) }).catch(() => null);
      if (!answer?.ok) return;
      const ids = events.map(({ id }) => id);
      this.acknowledged.push(...ids);
      heard(ids);
      this.answers.emit('answer');
    }
  }

  /** Fulfils once so many events were answered for. */
  async reached(events: number): Promise<void> {
    const ended = Promise.all(this.lanes).then(() => {
      throw new Error(`the server answered for ${this.acknowledged.length} events, and then no more`);
    });
    ended.catch(() => undefined); // they end one day, and nobody waits then
    while (this.acknowledged.length < events) await Promise.race([ended, once(this.answers, 'answer')]);
  }

  async end(): Promise<void> {
    this.going = false;
    await Promise.all(this.lanes);
  }
}

export const SOURCE = '/kiosk/1';

function ticket(id: string): { id: string } {
  const data = { ticketId: id, number: id.toUpperCase(), serviceId: 'tax' };
  return { specversion: '1.0', id, source: SOURCE, type: 'ticket.issued', time: new Date().toISOString(), data } as { id: string };
}

/** A hall of a server process whose tickets wait too long, and what its journal says of it: reading that makes no hall look at its deadlines. */
import { setTimeout as wait } from 'node:timers/promises';
import type { HallEvent, Raised } from '../../../server/domain/event/own-event.js';
import type { ServerProcess } from '../kit/server-process.js';

export const LIMIT_MS = 600_000;
const PER_POST = 1_000;
const BATCH = 'application/cloudevents-batch+json';

export interface RaisedLine {
  seq: number;
  loggedAt: number;
  data: Raised;
}

export class ArmedHall {
  private next = 1;
  private posts = 0;
  readonly raised: RaisedLine[] = [];

  constructor(
    public server: ServerProcess,
    readonly id = 'h',
  ) {}

  /** Tickets of `tax` may wait ten minutes; nothing else is promised. */
  async make(): Promise<this> {
    await this.put('', { name: this.id, timezone: 'Asia/Shanghai', services: [{ id: 'tax', name: 'Tax' }, { id: 'land', name: 'Land' }] });
    const clause = { id: 'wait', kind: 'ticket.wait', appliesTo: { serviceIds: ['tax'] }, breachAfter: 'PT10M', during: 'always', source: 'local' };
    await this.put('/standard', { name: 'Ten minutes', source: 'local', clauses: [clause] });
    return this;
  }

  private async put(path: string, body: object): Promise<void> {
    const answer = await this.server.ask(`halls/${this.id}${path}`, { method: 'PUT', body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(`${path} was refused: ${await answer.text()}`);
  }

  /** Well-formed events that are all taken; the hall's last seq then. */
  async post(events: { type: string; time: number; data: object }[]): Promise<number> {
    const body = JSON.stringify(events.map(({ time, ...event }) => ({ specversion: '1.0', id: `p${process.pid}-${++this.posts}`, source: '/kiosk', time: new Date(time).toISOString(), ...event })));
    const answer = await this.server.ask(`halls/${this.id}/events`, { method: 'POST', type: BATCH, body });
    const { accepted, lastSeq } = (await answer.json()) as { accepted: number; lastSeq: number };
    if (accepted !== events.length) throw new Error(`of ${events.length} events ${accepted} were taken`);
    return lastSeq;
  }

  /** Tickets that will have waited too long at these instants, by ticket id. */
  async arm(dues: ReadonlyMap<string, number>): Promise<void> {
    const events = [...dues].map(([ticketId, due]) => ({ type: 'ticket.issued', time: due - LIMIT_MS, data: { ticketId, number: ticketId, serviceId: 'tax' } }));
    for (let index = 0; index < events.length; index += PER_POST) await this.post(events.slice(index, index + PER_POST));
  }

  /** What was raised since the last look, too. */
  async look(): Promise<RaisedLine[]> {
    const text = await (await this.server.ask(`halls/${this.id}/journal?from=${this.next}`)).text();
    for (const line of text.split('\n').filter(Boolean)) {
      const { seq, loggedAt, event } = JSON.parse(line) as { seq: number; loggedAt: string; event: HallEvent };
      this.next = seq + 1;
      if (event.type === 'alert.raised') this.raised.push({ seq, loggedAt: Date.parse(loggedAt), data: event.data });
    }
    return this.raised;
  }

  /** Waits until so many alerts were raised in all, or for so long; what was raised. */
  async awaits(count: number, withinMs: number): Promise<RaisedLine[]> {
    for (const began = performance.now(); (await this.look()).length < count && performance.now() - began < withinMs; ) await wait(250); // the journal is dear to read
    return this.raised;
  }
}

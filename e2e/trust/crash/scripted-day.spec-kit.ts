/**
 * A day that writes whatever the server writes, in two halves. The first begins with an empty folder: tables, settings, a standard, a
 * channel, yesterday's events, and a stop that keeps a checkpoint. The second: yesterday's snapshot, a breach that time alone raises,
 * the webhook that tells of it, an acknowledgement. Each half can be played again on what a kill left of it, and ends the same.
 */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { LINES, ONE, event, issued, type Posted } from '../../../server/server.spec-kit.js';
import type { AlertsAnswer } from '../../../shared/commands/alert.js';
import type { ChannelsAnswer } from '../../../shared/commands/channel.js';
import type { StandardVersion } from '../../../shared/commands/standard.js';
import type { Answering } from '../kit/answering.js';
import { Book, HALL } from './book.spec-kit.js';

const YESTERDAY_EVENTS = 1_100;
const DAY_MS = 24 * 3_600_000;
/** A try that a kill cut off comes again after up to 25 s. */
const PATIENCE_MS = 40_000;
const CLAUSES = [{ id: 'wait', kind: 'ticket.wait', breachAfter: 'PT1S', during: 'always', source: 'local' }];

/** Takes webhooks: the ids under which each alert was told. */
export class Receiver {
  readonly idsOf = new Map<string, Set<string>>();
  private readonly server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part)).on('end', () => {
      const { data } = JSON.parse(Buffer.concat(parts).toString()) as { data: { alerts: { id: string }[] } };
      for (const { id } of data.alerts) this.idsOf.set(id, (this.idsOf.get(id) ?? new Set()).add(String(request.headers['webhook-id'])));
      response.writeHead(204).end();
    });
  });

  static async open(): Promise<Receiver> {
    const receiver = new Receiver();
    await once(receiver.server.listen(0, '127.0.0.1'), 'listening');
    return receiver;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/`;
  }

  close(): void {
    this.server.close();
    this.server.closeAllConnections();
  }
}

/** The settings that let a server tell a receiver on this machine. */
export const DAY_ENV = { HALLBOARD_NOTIFY_PRIVATE: 'on' };
/** The same of a server in this process. */
export const DAY_OPTIONS = { notify: { allowPrivate: true } };

export async function firstHalf(server: Answering, book: Book, receiver: Receiver): Promise<void> {
  await Book.openHall(server);
  const target = { kind: 'webhook', url: receiver.url, secret: `whsec_${Buffer.alloc(24).toString('base64')}` };
  await ensure<ChannelsAnswer>(server, 'channels', { isThere: ({ channels }) => channels.length > 0, method: 'POST', body: { name: 'receiver', target } });
  await ensure<StandardVersion>(server, 'standard', { isThere: ({ version }) => version > 0, method: 'PUT', body: { name: 'k', source: 'local', clauses: CLAUSES } });
  await book.post(server, { type: LINES, events: yesterday });
}

const yesterday: Posted[] = Array.from({ length: YESTERDAY_EVENTS }, (_, index) => (
  event('device.heartbeat', { deviceId: `d${index % 7}` }, { id: `y${index}`, time: new Date(Date.now() - DAY_MS).toISOString() })));

/** `ticket` waits too long from now on; the id of the alert about it. */
export async function secondHalf(server: Answering, { book, receiver, ticket }: { book: Book; receiver: Receiver; ticket: Posted }): Promise<string> {
  await book.post(server, { type: ONE, events: [ticket] });
  const alert = await eventually('the breach', async () => {
    const { alerts } = (await (await server.ask(`${HALL}/alerts`)).json()) as AlertsAnswer;
    return alerts.find(({ severity, subject }) => severity === 'breach' && subject.id === ticketIdOf(ticket));
  });
  await eventually('the webhook', async () => (await server.ask(HALL), receiver.idsOf.get(alert.id)));
  await server.ask(`${HALL}/alerts/${alert.id}/acknowledge`, { method: 'POST' });
  await eventually("yesterday's snapshot", async () => ((await (await server.ask(`${HALL}/daily`)).json()) as { days: unknown[] }).days[0]);
  return alert.id;
}

/** A ticket that was issued just now. */
export function lateTicket(id: string): Posted {
  return issued(id, { id, time: new Date().toISOString() });
}

const ticketIdOf = ({ data }: Posted) => (data as { ticketId: string }).ticketId;

/** Asks for it, unless it is there already. */
async function ensure<Found>(server: Answering, what: string, { isThere, method, body }: { isThere: (found: Found) => boolean; method: string; body: object }): Promise<void> {
  const found = (await (await server.ask(`${HALL}/${what}`)).json()) as Found;
  if (!isThere(found)) await server.ask(`${HALL}/${what}`, { method, body: JSON.stringify(body) });
}

export async function eventually<T>(what: string, look: () => Promise<T | undefined>): Promise<T> {
  for (const until = performance.now() + PATIENCE_MS; performance.now() < until; await wait(50)) {
    const found = await look();
    if (found !== undefined) return found;
  }
  throw new Error(`${what} did not come`);
}

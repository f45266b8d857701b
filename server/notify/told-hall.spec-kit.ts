/** A hall whose tickets wait too long, on the real server and a clock set by hand, and its channels and deliveries. */
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ChannelEntry, DeliveryEntry, PutChannel, TestAnswer } from '../../shared/commands/channel.js';
import { byKey, type Speaker } from '../people.spec-kit.js';
import { event, issued, Server } from '../server.spec-kit.js';
import { Receiver } from './receiver.spec-kit.js';

export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwMfKQ9r8G';
const ROAD = '/api/v1/halls/a';
export const notify = { allowPrivate: true, timeoutMs: 300, publicUrl: 'https://hall.example.org' };

export class ToldHall {
  private tickets = 0;

  private constructor(
    readonly server: Server,
    readonly receiver: Receiver,
  ) {}

  static async open(): Promise<ToldHall> {
    const told = new ToldHall(await Server.start({ notify }), await Receiver.open());
    await told.server.makeHall('a', { name: '一层大厅', services: [{ id: 'tax', name: '税务', waitLimit: 'PT10M' }] });
    return told;
  }

  async end(): Promise<void> {
    await this.receiver.close();
    await this.server.end();
  }

  get clock() {
    return this.server.clock;
  }

  say: Speaker = (method, path, body) => byKey(this.server)(method, `${ROAD}${path}`, body);

  async channel(target: object = { kind: 'webhook', url: this.receiver.url, secret: SECRET }, more: Partial<PutChannel> = {}): Promise<ChannelEntry> {
    const heard = await this.say('POST', '/channels', { name: 'out', severities: ['breach'], target, ...more });
    if (heard.status !== 201) throw new Error(`the channel was refused: ${heard.text}`);
    return heard.json as unknown as ChannelEntry;
  }

  async channels(): Promise<ChannelEntry[]> {
    return ((await this.say('GET', '/channels')).json as unknown as { channels: ChannelEntry[] }).channels;
  }

  async test(target: object): Promise<TestAnswer> {
    return (await this.say('POST', `/channels/${(await this.channel(target)).id}/test`)).json as unknown as TestAnswer;
  }

  async deliveries(): Promise<DeliveryEntry[]> {
    return ((await this.say('GET', '/deliveries')).json as unknown as { deliveries: DeliveryEntry[] }).deliveries;
  }

  /** Tickets that were issued at these instants; their ids. */
  async queue(issuedAt: number[]): Promise<string[]> {
    const tickets = issuedAt.map((at) => issued(`t${++this.tickets}`, { time: new Date(at).toISOString() }));
    await this.server.post('a', tickets);
    return tickets.map(({ data }) => (data as { ticketId: string }).ticketId);
  }

  /** So many tickets have waited ten minutes just now; their ids. */
  async breach(count = 1): Promise<string[]> {
    const ids = await this.queue(Array.from({ length: count }, () => this.clock.now()));
    await this.pass(8 * MINUTE); // the warning's verdict must not come when it is long past
    await this.pass(2 * MINUTE);
    return ids;
  }

  async call(ticketId: string): Promise<void> {
    await this.server.post('a', [event('ticket.called', { ticketId, counterId: 'c1' }, { time: new Date(this.clock.now()).toISOString() })]);
    await this.pass(0);
  }

  /** Time passes; what falls due is judged and taken into the outbox. */
  async pass(ms: number): Promise<void> {
    this.clock.pass(ms);
    await this.settle();
  }

  async settle(): Promise<void> {
    await this.judge();
    this.clock.settle();
  }

  /** The journal has what is to be raised and resolved now. */
  async judge(): Promise<void> {
    const hall = this.server.running.halls.get('a')!;
    hall.publish();
    await hall.judged();
  }

  /** The server starts again from the files as they are at this moment. */
  async killHere(): Promise<void> {
    const { data } = this.server;
    const names = (await readdir(data)).filter((name) => name.startsWith('notify.sqlite'));
    const kept = await Promise.all(names.map(async (name) => ({ file: join(data, name), bytes: await readFile(join(data, name)) })));
    await this.server.close();
    await rm(join(data, 'notify.sqlite'));
    for (const { file, bytes } of kept) if (!file.endsWith('-shm')) await writeFile(file, bytes);
    await this.server.restart({ notify });
  }

  /** Asks until the deliveries are so. */
  async until(met: (deliveries: DeliveryEntry[]) => boolean): Promise<DeliveryEntry[]> {
    for (let tries = 0; tries < 20_000; tries++) {
      const deliveries = await this.deliveries();
      if (met(deliveries)) return deliveries;
    }
    throw new Error(`it did not come: ${JSON.stringify(await this.deliveries())}`);
  }

  states = (deliveries: DeliveryEntry[]): string[] => deliveries.map(({ event: told, state, alertIds }) => `${told} ${state} ${alertIds.length}`);
}

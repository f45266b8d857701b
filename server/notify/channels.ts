/** The channels of this server, in memory to be asked and in the ledger to last. */
import { randomUUID } from 'node:crypto';
import type { ChannelEntry, ChannelTarget, PutChannel } from '../../shared/commands/channel.js';
import { Problem } from '../problem.js';
import { stateOf, type Channel } from './channel.js';
import type { Ledger } from './ledger.js';

/** More nobody reads (local), and each costs a try for every alert. */
const MOST_OF_PERSON = 50;

export class Channels {
  private readonly byId: Map<string, Channel>;

  constructor(
    private readonly ledger: Ledger,
    private readonly now: () => number,
  ) {
    this.byId = new Map(ledger.channels().map((channel) => [channel.id, channel]));
  }

  /** Those that a hall's alerts may go to. */
  of(hallId: string): Channel[] {
    return [...this.byId.values()].filter((channel) => channel.hallId === null || channel.hallId === hallId);
  }

  states(): ChannelEntry['state'][] {
    return [...this.byId.values()].map(stateOf);
  }

  get(id: string): Channel | undefined {
    return this.byId.get(id);
  }

  /** A browser that subscribes again, for itself or for who uses it now, keeps its channel: it is not told twice. */
  create(hallId: string, put: PutChannel & { target: ChannelTarget }): Channel {
    const { name, person, severities, allHalls, target } = put;
    const same = this.of(hallId).find((channel) => (channel.hallId === null) === allHalls && isSameBrowser(channel.target, target));
    if (same) return this.change(same, hallId, put);
    if (person !== undefined) this.demandRoom(person);
    const fresh = { id: randomUUID(), createdAt: this.now(), disabledAt: null, failures: 0, lastError: null };
    return this.keep({ ...fresh, hallId: allHalls ? null : hallId, name, person: person ?? null, severities, target });
  }

  private demandRoom(person: string): void {
    const own = [...this.byId.values()].filter((channel) => channel.person === person);
    if (own.length < MOST_OF_PERSON) return;
    throw new Problem(422, 'tooManyChannels', `A channel of ${person} was refused: they have ${own.length}, and nobody has more than ${MOST_OF_PERSON}; remove one that is not needed.`);
  }

  /** Changed, a channel begins anew: on, and with no failures. */
  change(channel: Channel, hallId: string, { name, person, severities, allHalls, target }: PutChannel): Channel {
    const own = { hallId: allHalls ? null : hallId, name, person: person ?? null, severities, target: target ?? channel.target };
    return this.keep({ ...channel, ...own, disabledAt: null, failures: 0, lastError: null });
  }

  remove(id: string): void {
    this.ledger.removeChannel(id);
    this.byId.delete(id);
  }

  /** What led to somebody who is no more must not lead to whoever takes their name. */
  removeOf(person: string): void {
    for (const channel of [...this.byId.values()]) if (channel.person === person) this.remove(channel.id);
  }

  succeeded(id: string): void {
    const channel = this.byId.get(id);
    if (channel && channel.failures > 0) this.keep({ ...channel, failures: 0, lastError: null });
  }

  /** `gone`: its receiver is no more, and everything that waits for it is given up. */
  failed(id: string, { error, gone }: { error: string; gone: boolean }): void {
    const channel = this.byId.get(id);
    if (!channel) return;
    this.keep({ ...channel, failures: channel.failures + 1, lastError: error, disabledAt: gone ? this.now() : channel.disabledAt });
    if (gone) this.ledger.buryAll(id, error);
  }

  private keep(channel: Channel): Channel {
    this.ledger.putChannel(channel);
    this.byId.set(channel.id, channel);
    return channel;
  }
}

function isSameBrowser(one: ChannelTarget, other: ChannelTarget): boolean {
  return one.kind === 'webPush' && other.kind === 'webPush' && one.endpoint === other.endpoint;
}

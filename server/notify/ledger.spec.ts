import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ChannelTarget } from '../../shared/commands/channel.js';
import type { Channel } from './channel.js';
import { Ledger } from './ledger.js';
import { SECRET } from './told-hall.spec-kit.js';

const NOW = Date.UTC(2026, 2, 2);

function channelOf(id: string, person: string | null, target: ChannelTarget): Channel {
  return { id, hallId: 'a', name: id, person, severities: ['breach'], target, createdAt: NOW, disabledAt: null, failures: 0, lastError: null };
}

describe('The ledger', () => {
  let data: string;
  let ledger: Ledger;
  beforeEach(async () => {
    data = await mkdtemp(join(tmpdir(), 'ledger-'));
    ledger = await Ledger.open(data);
  });
  afterEach(async () => {
    await ledger.close();
    await rm(data, { recursive: true });
  });

  const group = { channelId: 'robot', groupKey: 'wait', event: 'raised' } as const;
  const fresh = { ...group, hallId: 'a', alerts: [], createdAt: NOW, dueAt: NOW, giveUpAt: NOW };

  it('lets no alert join what was tried before, even where it is tried anew: its id is known outside', () => {
    ledger.addDelivery({ ...fresh, id: 'd' });
    expect(ledger.gathering(group)?.id).toBe('d');
    ledger.begin('d', { messageId: 'd', now: NOW, nextAt: NOW });
    ledger.failed('d', { error: 'it answered 503', dueAt: NOW, dead: true });
    expect(ledger.revive('d', { now: NOW, giveUpAt: NOW })).toBeTrue();
    expect(ledger.due('robot', NOW).map(({ id }) => id)).toEqual(['d']);
    expect(ledger.gathering(group)).toBeNull();
  });

  it('lists the newest of the channels that are asked for, and says how many more there are', () => {
    const deliveries = (channelIds: string[], state: 'dead' | null = null) => {
      const { deliveries: listed, more } = ledger.deliveries({ hallId: 'a', channelIds, state });
      return [listed[0]?.id, listed.length, more];
    };
    for (let no = 0; no < 510; no++) ledger.addDelivery({ ...fresh, id: `d${no}`, channelId: no < 4 ? 'mine' : 'robot', createdAt: NOW + no });
    ledger.begin('d1', { messageId: 'd1', now: NOW, nextAt: NOW });
    ledger.failed('d1', { error: 'it answered 503', dueAt: NOW, dead: true });
    expect(deliveries(['mine', 'robot'])).toEqual(['d509', 500, 10]);
    expect(deliveries(['mine'])).toEqual(['d3', 4, 0]);
    expect(deliveries(['mine', 'robot'], 'dead')).toEqual(['d1', 1, 0]);
    expect(deliveries([])).toEqual([undefined, 0, 0]);
  });

  it('counts what calls a person, over all their channels, and not what their programs are sent', () => {
    const mail = channelOf('mail', 'li', { kind: 'email', to: ['li@example.org'] });
    const robot = channelOf('robot', 'li', { kind: 'wecom', url: 'https://a.example.org' });
    const program = channelOf('program', 'li', { kind: 'webhook', url: 'https://a.example.org', secret: SECRET });
    const wang = channelOf('other', 'wang', { kind: 'wecom', url: 'https://b.example.org' });
    [mail, robot, program, wang].forEach((channel, index) => {
      ledger.putChannel(channel);
      const id = `of-${channel.id}`;
      ledger.addDelivery({ ...fresh, id, channelId: channel.id });
      ledger.begin(id, { messageId: id, now: NOW + index, nextAt: NOW });
    });
    expect(ledger.toldAt(mail, NOW + 10)).toEqual([NOW + 1, NOW]);
    expect(ledger.toldAt(wang, NOW + 10)).toEqual([NOW + 3]);
  });
});

/** A channel 通知渠道: one way out of the house, to one person or to all who read it. */
import type { ChannelEntry, ChannelTarget, PutChannel } from '../../shared/commands/channel.js';
import type { ChannelRow } from './tables.entity.js';

export interface Channel extends Pick<ChannelRow, 'id' | 'hallId' | 'name' | 'person' | 'createdAt' | 'disabledAt' | 'failures' | 'lastError'> {
  severities: PutChannel['severities'];
  target: ChannelTarget;
}

const FAILING = 3;

export function stateOf({ disabledAt, failures }: Channel): ChannelEntry['state'] {
  if (disabledAt !== null) return 'disabled';
  return failures >= FAILING ? 'failing' : 'on';
}

export function entryOf(channel: Channel): ChannelEntry {
  const { id, hallId, name, person, severities, target, lastError, createdAt } = channel;
  return { id, hallId, kind: target.kind, name, person, severities, address: addressOf(target), state: stateOf(channel), lastError, createdAt };
}

/** The address of a robot, a webhook or a browser opens a door to whoever knows it: only its host is shown. */
function addressOf(target: ChannelTarget): string {
  if (target.kind === 'email') return target.to.join(', ');
  return new URL(target.kind === 'webPush' ? target.endpoint : target.url).origin;
}

export function isOn({ disabledAt }: Channel): boolean {
  return disabledAt === null;
}

export function readChannel({ severities, target, ...rest }: ChannelRow): Channel {
  return { ...rest, severities: JSON.parse(severities) as Channel['severities'], target: JSON.parse(target) as ChannelTarget };
}

export function rowOf({ severities, target, ...rest }: Channel): ChannelRow {
  return { ...rest, severities: JSON.stringify(severities), target: JSON.stringify(target) };
}

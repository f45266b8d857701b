import type { Caller } from '../access/caller.js';
import type { Channel } from './channel.js';

/** An administrator looks after every channel, a supervisor after their own. */
export function isOwn({ role, name }: Caller, { person }: Pick<Channel, 'person'>): boolean {
  return role === 'admin' || person === name;
}

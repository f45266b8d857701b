import type { Access } from '../access/access.js';
import { may } from '../access/caller.js';
import { isOn, type Channel } from './channel.js';

/** Nobody logs in as this name: what only the server's operator can give away. */
const NOBODY_YET = 'operator';

/** Who answers for what the hall opens by itself: the person whom a breach is told to first, else the first who may act on it. */
export function firstTold(channels: readonly Channel[], { people }: Access, hallId: string): string {
  const mayAct = (username: string) => may(people.caller(username), 'cases.act', hallId);
  const told = channels.find((channel) => isOn(channel) && channel.severities.includes('breach') && channel.person !== null && mayAct(channel.person));
  return told?.person ?? people.colleagues(hallId)[0]?.username ?? NOBODY_YET;
}

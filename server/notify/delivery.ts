/** A delivery 通知: what a group of alerts tells one channel, from the commit that holds it to the receiver's answer. */
import type { DeliveryEntry } from '../../shared/commands/channel.js';
import type { AlertEntry } from '../../shared/commands/alert.js';
import type { DeliveryRow } from './tables.entity.js';

export interface Delivery extends Omit<DeliveryRow, 'alerts' | 'event' | 'state'> {
  event: DeliveryEntry['event'];
  state: DeliveryEntry['state'];
  alerts: AlertEntry[];
}

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** How long alerts of a group are gathered: hardly for the first message, half a minute for the next, then five (Alertmanager's group_interval). */
const GATHER = [SECOND, 30 * SECOND, 5 * MINUTE];
/** A group that was quiet for so long begins anew. */
export const GROUP_MEMORY = 10 * MINUTE;

export function gatherMs(toldBefore: number): number {
  return GATHER[Math.min(toldBefore, GATHER.length - 1)]!;
}

/** After its n-th try a delivery waits so long: doubling, never longer than two hours, and so spread that receivers are not struck all at once. */
export function backoffMs(attempts: number, random: number): number {
  return Math.round(Math.min(20 * SECOND * 2 ** (attempts - 1), 2 * HOUR) * (0.75 + random / 2));
}

/** A robot takes 20 messages a minute and is then shut for ten: 15 leave it some room. */
const ROBOT_GAP = 4 * SECOND;
/** Nobody is called more often in an hour (local); what is over it waits and comes as one message. */
const HOURLY = 30;

/** When a recipient may next be told, who was told at these instants of the last hour, the newest first. */
export function roomAt(kind: string, told: number[]): number {
  if (kind === 'webhook') return 0; // a program reads as much as it is sent
  const gapEnds = kind === 'email' || kind === 'webPush' || told.length === 0 ? 0 : told[0]! + ROBOT_GAP;
  return Math.max(gapEnds, told.length < HOURLY ? 0 : told[HOURLY - 1]! + HOUR);
}

export function deliveryEntry({ id, channelId, event, state, alerts, attempts, createdAt, dueAt, sentAt, lastError }: Delivery): DeliveryEntry {
  return { id, channelId, event, state, alertIds: alerts.map((alert) => alert.id), attempts, createdAt, dueAt, sentAt, lastError };
}

export function readDelivery({ alerts, event, state, ...rest }: DeliveryRow): Delivery {
  return { ...rest, event: event as Delivery['event'], state: state as Delivery['state'], alerts: JSON.parse(alerts) as AlertEntry[] };
}

/** Web Push (RFC 8030, 8291, 8292): encrypted for the browser, signed with this server's VAPID key, made once and kept in the data folder. */
import { join } from 'node:path';
import webPush, { type VapidKeys } from 'web-push';
import type { ChannelTarget } from '../../../shared/commands/channel.js';
import { linesOf, subjectOf, type Notice } from '../notice.js';
import type { Outgoing } from './outgoing.js';
import { readKept, writeWhole } from '../../whole-file.js';

type Target = Extract<ChannelTarget, { kind: 'webPush' }>;

/** An alert that a phone hears of an hour late helps nobody. */
const TTL_SECONDS = 3_600;
/** Services take 4,096 bytes with the encryption's own. */
const BODY_LENGTH = 600;

export async function sendWebPush(outgoing: Outgoing, { endpoint, keys }: Target, { notices, vapid, subject }: { notices: Notice[]; vapid: VapidKeys; subject: string }): Promise<void> {
  const [{ id, link }] = notices as [Notice];
  const body = notices.flatMap(linesOf).join('\n').slice(0, BODY_LENGTH);
  // as Angular's service worker shows it and opens it, with no script of our own
  const data = { onActionClick: { default: { operation: 'navigateLastFocusedOrOpen', url: link } } };
  const payload = JSON.stringify({ notification: { title: subjectOf(notices), body, tag: id, data } });
  const request = webPush.generateRequestDetails({ endpoint, keys }, payload, { TTL: TTL_SECONDS, urgency: 'high', vapidDetails: { subject, ...vapid } });
  await outgoing.post(endpoint, { headers: request.headers, body: request.body });
}

export async function vapidKeys(data: string): Promise<VapidKeys> {
  const file = join(data, 'vapid.json');
  const kept = await readKept(file);
  if (kept !== null) return JSON.parse(kept) as VapidKeys;
  const keys = webPush.generateVAPIDKeys();
  await writeWhole(file, JSON.stringify(keys));
  return keys;
}

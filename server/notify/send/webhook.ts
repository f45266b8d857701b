/** Webhooks for programs: a CloudEvent, signed as Standard Webhooks says (standardwebhooks.com). The id stays the same at every try. */
import { Webhook } from 'standardwebhooks';
import type { ChannelTarget } from '../../../shared/commands/channel.js';
import { formatInstant } from '../../../shared/instant.js';
import type { Notice } from '../notice.js';
import type { Outgoing } from './outgoing.js';

type Target = Extract<ChannelTarget, { kind: 'webhook' }>;

export async function sendWebhook(outgoing: Outgoing, { url, secret }: Target, { notices, now }: { notices: Notice[]; now: number }): Promise<void> {
  for (const notice of notices) {
    const body = JSON.stringify(cloudEventOf(notice));
    const headers = {
      'content-type': 'application/cloudevents+json',
      'webhook-id': notice.id,
      'webhook-timestamp': String(Math.floor(now / 1000)),
      'webhook-signature': new Webhook(secret).sign(notice.id, new Date(now), body),
    };
    await outgoing.post(url, { headers, body });
  }
}

function cloudEventOf({ id, event, alerts, hall, link, createdAt }: Notice): object {
  return {
    specversion: '1.0', id, source: `/hallboard/halls/${hall.id}`, type: `hallboard.alert.${event}`, time: formatInstant(createdAt), datacontenttype: 'application/json',
    data: { hallId: hall.id, hallName: hall.name, count: alerts.length, alerts, link },
  };
}

/** What a form says of where a channel leads, and what a webhook is signed with. */
import type { ChannelEntry, ChannelTarget } from '../../../../shared/commands/channel.js';

export type Kind = ChannelEntry['kind'];
/** In the order in which they are offered. */
export const kinds: readonly Kind[] = ['wecom', 'dingtalk', 'feishu', 'email', 'webPush', 'webhook'];

/** Of every kind but a browser's, which is not typed. */
export function targetOf(kind: Exclude<Kind, 'webPush'>, form: FormData): ChannelTarget {
  const said = (field: string): string => (form.get(field) as string | null)?.trim() ?? '';
  const where = said('url');
  const signing = said('secret') ? { secret: said('secret') } : {};
  switch (kind) {
    case 'webhook':
      return { kind, url: where, secret: said('secret') };
    case 'email':
      return { kind, to: said('to').split(/[\s,，;；、]+/).filter(Boolean), ...(said('smtpUrl') ? { smtpUrl: said('smtpUrl') } : {}) };
    case 'wecom':
      return { kind, url: where };
    default:
      return { kind, url: where, ...signing };
  }
}

const SECRET_BYTES = 32;

/** A secret of a webhook, as Standard Webhooks writes it. */
export function freshSecret(): string {
  return `whsec_${btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(SECRET_BYTES))))}`;
}

/** What a push subscription gives, as the server takes it. */
export function pushTarget({ endpoint, keys }: PushSubscriptionJSON): ChannelTarget {
  return { kind: 'webPush', endpoint: endpoint ?? '', keys: { p256dh: keys?.['p256dh'] ?? '', auth: keys?.['auth'] ?? '' } };
}

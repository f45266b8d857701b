import * as z from 'zod';
import { severities } from '../glossary/states.js';
import { idsOf } from '../glossary/word.js';
import { Label } from '../ids.js';

const url = z.url({ protocol: /^https?$/, error: 'must be an http or https address' }).max(2000);
const signing = z.string().min(1).max(200);

/** Where a channel leads. It is taken in and never given out again: most of these addresses are secrets in themselves. */
export const ChannelTarget = z.discriminatedUnion('kind', [
  /** Standard Webhooks; the secret is whsec_ and 24 to 64 bytes in base64. */
  z.strictObject({ kind: z.literal('webhook'), url, secret: z.string().regex(/^whsec_[A-Za-z0-9+/]{32,86}={0,2}$/, 'must be whsec_ and 24 to 64 bytes in base64') }),
  /** `smtpUrl` where the server's own mail relay is not to be used: smtp(s)://user:password@host:port?from=address. */
  z.strictObject({ kind: z.literal('email'), to: z.array(z.email()).min(1).max(20), smtpUrl: z.url({ protocol: /^smtps?$/ }).max(2000).optional() }),
  /** What a browser's PushManager gives. */
  z.strictObject({ kind: z.literal('webPush'), endpoint: url, keys: z.strictObject({ p256dh: z.base64url().length(87), auth: z.base64url().min(22).max(24) }) }),
  z.strictObject({ kind: z.literal('wecom'), url }),
  z.strictObject({ kind: z.literal('dingtalk'), url, secret: signing.optional() }),
  z.strictObject({ kind: z.literal('feishu'), url, secret: signing.optional() }),
]);
export type ChannelTarget = z.infer<typeof ChannelTarget>;

/** `POST …/channels`, and `PUT …/channels/{channelId}`, where a target that is left out stays. `person`: whose it is, by username. */
export const PutChannel = z.strictObject({
  name: Label,
  person: Label.optional(),
  severities: z.array(z.enum(idsOf(severities))).min(1).max(2).default([...idsOf(severities)]),
  /** For every hall of this server; an administrator's. */
  allHalls: z.boolean().default(false),
  target: ChannelTarget.optional(),
});
export type PutChannel = z.infer<typeof PutChannel>;

export const channelStates = ['on', 'failing', 'disabled'] as const;

/** A channel 通知渠道 as it may be shown. `address`: of mail the addressees, else the host alone. */
export const ChannelEntry = z.object({
  id: z.string(),
  /** Null: every hall. */
  hallId: z.string().nullable(),
  kind: z.enum(['webhook', 'email', 'webPush', 'wecom', 'dingtalk', 'feishu']),
  name: z.string(),
  person: z.string().nullable(),
  severities: z.array(z.enum(idsOf(severities))),
  address: z.string(),
  /** `failing`: the last three tries failed; `disabled`: its receiver is gone for good. */
  state: z.enum(channelStates),
  lastError: z.string().nullable(),
  createdAt: z.number(),
});
export type ChannelEntry = z.infer<typeof ChannelEntry>;
/** `vapidPublicKey`: what a browser subscribes with. */
export const ChannelsAnswer = z.object({ channels: z.array(ChannelEntry), vapidPublicKey: z.string() });
export type ChannelsAnswer = z.infer<typeof ChannelsAnswer>;

/** `POST …/channels/{channelId}/test`: what became of a message sent just now. */
export const TestAnswer = z.object({ ok: z.boolean(), error: z.string().nullable() });
export type TestAnswer = z.infer<typeof TestAnswer>;

export const deliveryStates = ['pending', 'sent', 'dropped', 'dead'] as const;
export const noticeEvents = ['raised', 'escalated', 'resolved'] as const;

/** `dropped`: it ended or was acknowledged before it was told; `dead`: given up after a day. */
export const DeliveryEntry = z.object({
  id: z.string(),
  channelId: z.string(),
  event: z.enum(noticeEvents),
  state: z.enum(deliveryStates),
  alertIds: z.array(z.string()),
  attempts: z.int(),
  createdAt: z.number(),
  /** When it is tried next, while it is pending. */
  dueAt: z.number(),
  sentAt: z.number().nullable(),
  lastError: z.string().nullable(),
});
export type DeliveryEntry = z.infer<typeof DeliveryEntry>;
/** `GET …/deliveries?status=`: the newest 500 of one's channels, newest first. */
export const DeliveriesAnswer = z.object({ deliveries: z.array(DeliveryEntry), more: z.int() });
export type DeliveriesAnswer = z.infer<typeof DeliveriesAnswer>;

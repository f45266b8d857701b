/** Sends a message through a channel of any kind; fulfils when the receiver has taken it, else a `SendError`. */
import type { VapidKeys } from 'web-push';
import type { ChannelTarget } from '../../../shared/commands/channel.js';
import type { Notice } from '../notice.js';
import { sendMail } from './email.js';
import type { Outgoing } from './outgoing.js';
import { sendToRobot } from './robots.js';
import { sendWebPush } from './web-push.js';
import { sendWebhook } from './webhook.js';

export interface Sending {
  notices: Notice[];
  messageId: string;
  now: number;
}

interface SenderParts {
  outgoing: Outgoing;
  relay: string | undefined;
  vapid: VapidKeys;
  /** Where people reach this server; push services may want to know whom they serve. */
  url: () => string;
}

export class Sender {
  constructor(private readonly parts: SenderParts) {}

  get vapidPublicKey(): string {
    return this.parts.vapid.publicKey;
  }

  send(target: ChannelTarget, sending: Sending): Promise<void> {
    const { outgoing, relay, vapid, url } = this.parts;
    switch (target.kind) {
      case 'webhook':
        return sendWebhook(outgoing, target, sending);
      case 'email':
        return sendMail(outgoing, target, { ...sending, relay });
      case 'webPush': {
        const subject = url().startsWith('https:') ? url() : 'mailto:hallboard@localhost.localdomain';
        return sendWebPush(outgoing, target, { ...sending, vapid, subject });
      }
      default:
        return sendToRobot(outgoing, target, sending);
    }
  }
}

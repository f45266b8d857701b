import { effect, inject, Injectable, signal, untracked } from '@angular/core';
import { SwPush } from '@angular/service-worker';
import type { ChannelsAnswer, PutChannel } from '../../../shared/commands/channel.js';
import { HallDoor } from '../feed/hall-door';
import { Session } from '../feed/session';
import { t } from '../ui/lang';

type Permission = NotificationPermission | 'none';

/**
 * The browser's notifications. Once they are allowed this browser becomes a channel of whoever is logged in, so that the
 * server reaches it when no page is open; where no push service can be reached, the page itself shows them while it is open.
 */
@Injectable()
export class Notices {
  private readonly door = inject(HallDoor);
  private readonly session = inject(Session);
  private readonly push = inject(SwPush, { optional: true });
  private readonly allowed = signal<Permission>('Notification' in window && isSecureContext ? Notification.permission : 'none');
  private isPushed = false;

  readonly permission = this.allowed.asReadonly();

  constructor() {
    effect(() => {
      if (this.door.hallId() && this.door.mayAct() && this.allowed() === 'granted') untracked(() => void this.subscribe());
    });
  }

  async askLeave(): Promise<void> {
    this.allowed.set(await Notification.requestPermission());
  }

  /** A later one takes the earlier one's place. On phones only the worker may show one. */
  async send(title: string, body: string): Promise<void> {
    if (this.allowed() !== 'granted' || this.isPushed) return;
    const worker = await navigator.serviceWorker?.getRegistration();
    const notice = { body, tag: 'hallboard.desk', icon: 'favicon.svg' };
    if (worker) await worker.showNotification(title, notice);
    else new Notification(title, notice);
  }

  /** A browser that is a channel already stays the one it is. */
  private async subscribe(): Promise<void> {
    const person = this.session.who()?.username;
    if (!this.push?.isEnabled || person === undefined) return;
    const answer = await this.door.ask<ChannelsAnswer>('GET', 'channels');
    if (answer.kind !== 'ok') return;
    const { vapidPublicKey: serverPublicKey } = answer.body;
    const subscription = await this.push.requestSubscription({ serverPublicKey }).catch(() => null); // AbortError: no push service is reached, as in a hall without internet
    if (!subscription) return;
    const { endpoint = '', keys = {} } = subscription.toJSON();
    const target = { kind: 'webPush', endpoint, keys: { p256dh: keys['p256dh'] ?? '', auth: keys['auth'] ?? '' } } as const;
    const channel: PutChannel = { name: t().pushChannel(person), person, severities: ['breach'], allHalls: false, target };
    this.isPushed = (await this.door.ask('POST', 'channels', channel)).kind === 'ok';
  }
}

/**
 * What tells people outside the house: the journal's alert events go through the outbox into deliveries, and the deliverer
 * sends those. A start reads the journal from where the cursor stands, so what was raised and not told before a crash is told
 * then. Nothing here holds up a hall: its events are taken after its own line is done with them.
 */
import type { DeliveriesAnswer, TestAnswer } from '../../shared/commands/channel.js';
import type { AlertNews } from '../live/alert-history.js';
import type { ServerClock } from '../live/clock.js';
import type { Halls } from '../live/halls.js';
import type { LiveHall } from '../live/live-hall.js';
import { isOn, type Channel } from './channel.js';
import { Channels } from './channels.js';
import { Deliverer } from './deliverer.js';
import { DAY, deliveryEntry, type Delivery } from './delivery.js';
import { Ledger } from './ledger.js';
import type { Notice } from './notice.js';
import { Outbox } from './outbox.js';
import { Outgoing, type OutgoingOptions } from './send/outgoing.js';
import { Sender } from './send/sender.js';
import { vapidKeys } from './send/web-push.js';
import { testNotice } from './test-notice.js';

export interface NotifyOptions extends Partial<OutgoingOptions> {
  /** The mail relay of the server. */
  smtpUrl?: string | undefined;
  /** Where people reach this server, for the links in messages. */
  publicUrl?: string | undefined;
}

interface Parts {
  data: string;
  halls: Halls;
  clock: ServerClock;
  /** Whether a person may hear of a hall's alerts. */
  mayHear: (username: string, hallId: string) => boolean;
  options: NotifyOptions;
  failed: (error: unknown) => void;
}

const DRAIN_MS = 2_000;
const RETRY_MS = 5_000;

export class Notify {
  /** The server's own address, known once it listens. */
  url = '';
  readonly channels: Channels;
  private readonly outbox: Outbox;
  private readonly deliverer: Deliverer;
  private readonly news: { hallId: string; news: AlertNews }[] = [];
  private cancelTake: (() => void) | null = null;
  private cancelForget: (() => void) | null = null;
  private closed = false;

  private constructor(
    private readonly parts: Parts,
    private readonly ledger: Ledger,
    private readonly sender: Sender,
  ) {
    const { clock, halls, mayHear, failed } = parts;
    this.channels = new Channels(ledger, () => clock.now());
    const hearing = (hallId: string) => this.channels.of(hallId).filter((channel) => isOn(channel) && (channel.person === null || mayHear(channel.person, hallId)));
    this.outbox = new Outbox({ ledger, now: () => clock.now(), hearing, hall: (id) => halls.get(id) });
    this.deliverer = new Deliverer({ ledger, channels: this.channels, sender, clock, noticeOf: (delivery) => this.noticeOf(delivery), failed });
  }

  /** Call it before the halls start: what they raise from then on is heard. */
  static async open(parts: Parts): Promise<Notify> {
    const { data, halls, options } = parts;
    const ledger = await Ledger.open(data);
    const outgoing = new Outgoing({ allowPrivate: false, ...options });
    const vapid = await vapidKeys(data);
    const sender = new Sender({ outgoing, relay: options.smtpUrl, vapid, url: () => notify.url });
    const notify: Notify = new Notify(parts, ledger, sender);
    if (options.publicUrl !== undefined) notify.url = options.publicUrl;
    for (const hall of halls.all()) {
      await notify.catchUp(hall);
      notify.listen(hall);
    }
    halls.opened.subscribe((hall) => notify.listen(hall));
    return notify;
  }

  /** From here on messages go out. */
  start(url: string): void {
    this.url ||= url;
    this.deliverer.pump();
    this.forgetOld();
  }

  /** Now and every day. */
  private forgetOld(): void {
    const { clock, failed } = this.parts;
    try {
      this.ledger.forgetOld(clock.now());
    } catch (error) {
      failed(error); // a full disk: tomorrow again
    }
    this.cancelForget = clock.after(DAY, () => this.forgetOld());
  }

  private async catchUp({ id, lastSeq }: LiveHall): Promise<void> {
    const cursor = this.ledger.cursor(id) ?? 0; // channels hear nothing from before they were made
    if (this.channels.of(id).some(isOn)) {
      for await (const news of this.parts.halls.alertNews(id, cursor + 1)) this.outbox.take(id, news);
    }
    this.ledger.moveCursor(id, lastSeq);
  }

  private listen(hall: LiveHall): void {
    hall.alertNews.subscribe((news) => {
      if (this.closed) return; // the next start reads it from the journal
      this.news.push({ hallId: hall.id, news });
      this.cancelTake ??= this.parts.clock.after(0, () => this.takeNews());
    });
  }

  private takeNews(): void {
    this.cancelTake = null;
    try {
      for (let next = this.news[0]; next; next = this.news[0]) {
        this.outbox.take(next.hallId, next.news);
        this.news.shift();
      }
    } catch (error) {
      this.parts.failed(error);
      this.cancelTake = this.parts.clock.after(RETRY_MS, () => this.takeNews());
      return;
    }
    this.deliverer.pump();
  }

  /** Sends a message now, outside all queues, and says what became of it. */
  async test({ id, name, target }: Channel, hallId: string): Promise<TestAnswer> {
    const now = this.parts.clock.now();
    const notice = testNotice(this.placeOf(hallId), { name, now });
    try {
      await this.sender.send(target, { notices: [notice], messageId: notice.id, now });
    } catch (error) {
      const text = (error as Error).message;
      this.channels.failed(id, { error: text, gone: false });
      return { ok: false, error: text };
    }
    this.channels.succeeded(id);
    return { ok: true, error: null };
  }

  deliveries(wanted: Parameters<Ledger['deliveries']>[0]): DeliveriesAnswer {
    const { deliveries, more } = this.ledger.deliveries(wanted);
    return { deliveries: deliveries.map(deliveryEntry), more };
  }

  delivery(hallId: string, id: string): Delivery | null {
    const delivery = this.ledger.delivery(id);
    return delivery?.hallId === hallId ? delivery : null;
  }

  /** False when it is not one that was given up. */
  retry(id: string): boolean {
    const now = this.parts.clock.now();
    const revived = this.ledger.revive(id, { now, giveUpAt: now + DAY });
    this.deliverer.pump();
    return revived;
  }

  get vapidPublicKey(): string {
    return this.sender.vapidPublicKey;
  }

  private noticeOf({ id, hallId, event, alerts, createdAt }: Delivery): Notice {
    return { id, event, alerts, createdAt, ...this.placeOf(hallId, alerts[0]!.id) };
  }

  private placeOf(hallId: string, alertId?: string): Pick<Notice, 'hall' | 'link'> {
    const { name = hallId, timezone = 'UTC' } = this.parts.halls.get(hallId)?.settings ?? {};
    const query = alertId === undefined ? '' : `?alert=${encodeURIComponent(alertId)}`;
    return { hall: { id: hallId, name, timezone }, link: `${this.url.replace(/\/$/, '')}/desk/${encodeURIComponent(hallId)}${query}` };
  }

  /** Takes what the halls told last; what is not sent by then is sent after the next start. */
  async close(): Promise<void> {
    this.cancelForget?.();
    this.cancelTake?.();
    this.takeNews();
    await this.deliverer.end(DRAIN_MS);
    this.closed = true;
    this.cancelTake?.();
    if (this.news.length === 0) for (const { id, lastSeq } of this.parts.halls.all()) this.ledger.moveCursor(id, lastSeq);
    await this.ledger.close();
  }
}

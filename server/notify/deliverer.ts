/**
 * Takes what is due out of the ledger and sends it, a few channels at a time and one message a channel at once. Each try is
 * written down before it begins; what fails comes again, later each time, for a day. Deliveries of a person's channel that are due
 * together are one message, so whoever was held back for a while gets a digest.
 */
import type { ServerClock } from '../live/clock.js';
import type { Channel } from './channel.js';
import type { Channels } from './channels.js';
import { backoffMs, roomAt, type Delivery } from './delivery.js';
import type { Ledger } from './ledger.js';
import type { Notice } from './notice.js';
import { SendError } from './send/send-error.js';
import type { Sender } from './send/sender.js';

const PARALLEL = 8;
/** Places for channels whose last try failed: those whose receivers answer do not wait for those that hang. */
const FOR_FAILING = 4;
/** Armed no further ahead: a longer `setTimeout` may fire at once. */
const AHEAD_MS = 60_000;
/** The ledger cannot be written (a full disk): asked again after this. */
const RETRY_MS = 5_000;

interface DelivererTools {
  ledger: Ledger;
  channels: Channels;
  sender: Pick<Sender, 'send'>;
  clock: ServerClock;
  noticeOf: (delivery: Delivery) => Notice;
  failed: (error: unknown) => void;
}

export class Deliverer {
  private readonly underway = new Map<string, Promise<void>>();
  private cancel: (() => void) | null = null;
  private running = true;
  private ending = false;

  constructor(private readonly tools: DelivererTools) {}

  /** Sends what is due, and comes back when the next is. */
  pump(): void {
    this.cancel?.();
    this.cancel = null;
    if (this.ending) return;
    const { clock, failed } = this.tools;
    try {
      const now = clock.now(); // one instant for both: what fell due between two would be neither begun nor waited for
      this.beginDue(now);
      // what is due and was not begun waits for a channel that is underway, whose end pumps
      this.cancel = clock.after(Math.min(this.tools.ledger.nextDueAt(now) - now, AHEAD_MS), () => this.pump());
    } catch (error) {
      failed(error);
      this.cancel = clock.after(RETRY_MS, () => this.pump());
    }
  }

  private beginDue(now: number): void {
    const { ledger, channels } = this.tools;
    for (const channelId of ledger.dueChannels(now)) {
      if (this.underway.size >= PARALLEL) return;
      const channel = channels.get(channelId);
      if (this.underway.has(channelId) || !channel || (channel.failures > 0 && this.underwayFailing() >= FOR_FAILING)) continue;
      const free = roomAt(channel.target.kind, ledger.toldAt(channel, now));
      if (free > now) ledger.postpone(channelId, now, free);
      else this.begin(channel, now);
    }
  }

  private underwayFailing(): number {
    return [...this.underway.keys()].filter((id) => (this.tools.channels.get(id)?.failures ?? 0) > 0).length;
  }

  private begin(channel: Channel, now: number): void {
    const { ledger, failed } = this.tools;
    const due = ledger.due(channel.id, now);
    const batch = channel.target.kind === 'webhook' ? due.slice(0, 1) : due;
    const messageId = batch[0]!.id;
    const random = Math.random(); // one for all: what fails together comes again together
    const tries = batch.map((delivery) => ({ ...delivery, attempts: delivery.attempts + 1, dueAt: now + backoffMs(delivery.attempts + 1, random) }));
    ledger.atOnce(() => {
      for (const { id, dueAt } of tries) ledger.begin(id, { messageId, now, nextAt: dueAt });
    });
    const ending = this.deliver(channel, tries)
      .catch(failed)
      .finally(() => {
        this.underway.delete(channel.id);
        this.pump();
      });
    this.underway.set(channel.id, ending);
  }

  private async deliver(channel: Channel, batch: Delivery[]): Promise<void> {
    const { ledger, channels, sender, clock, noticeOf } = this.tools;
    const now = clock.now();
    try {
      await sender.send(channel.target, { notices: batch.map(noticeOf), messageId: batch[0]!.id, now });
    } catch (error) {
      if (!this.running) return; // stopped meanwhile: the try stands as begun
      return this.takeBack(channel, batch, error);
    }
    if (!this.running) return;
    ledger.atOnce(() => {
      for (const { id } of batch) ledger.sent(id, clock.now());
    });
    channels.succeeded(channel.id);
  }

  private takeBack(channel: Channel, batch: Delivery[], error: unknown): void {
    const { ledger, channels, clock } = this.tools;
    const [now, text] = [clock.now(), (error as Error).message];
    const retryAt = error instanceof SendError ? error.retryAt(now) : now;
    ledger.atOnce(() => {
      for (const { id, dueAt, giveUpAt } of batch) {
        const next = Math.max(dueAt, retryAt);
        ledger.failed(id, { error: text, dueAt: next, dead: next > giveUpAt });
      }
    });
    channels.failed(channel.id, { error: text, gone: isGone(channel, error) });
  }

  /** Begins nothing more, and waits for what is underway, `ms` at most. */
  async end(ms: number): Promise<void> {
    this.ending = true;
    this.cancel?.();
    const all = Promise.all(this.underway.values());
    let timer: NodeJS.Timeout | undefined;
    await Promise.race([all, new Promise((fulfil) => (timer = setTimeout(fulfil, ms)))]);
    clearTimeout(timer);
    this.running = false;
  }
}

/** 410 says so to everyone; push services also answer 404 for a browser that is no more (RFC 8030 §7.3). */
function isGone({ target }: Channel, error: unknown): boolean {
  const status = error instanceof SendError ? error.status : undefined;
  return status === 410 || (status === 404 && target.kind === 'webPush');
}

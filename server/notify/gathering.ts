/** Deliveries that gather alerts, in hand while a commit is taken: each is read and written once, however many of its alerts join. */
import type { AlertEntry } from '../../shared/commands/alert.js';
import type { Delivery } from './delivery.js';
import type { Fresh, Ledger } from './ledger.js';

type Group = Pick<Delivery, 'channelId' | 'groupKey' | 'event'>;

/** A delivery of more is work for whoever reads or changes it; the next one goes out with it. */
const MOST_ALERTS = 100;

export class Gathering {
  private readonly inHand = new Map<string, Fresh>();

  constructor(private readonly ledger: Ledger) {}

  /** The newest delivery of the group that was not tried yet. */
  of(group: Group): Fresh | null {
    const key = keyOf(group);
    const known = this.inHand.get(key) ?? this.ledger.gathering(group);
    if (known) this.inHand.set(key, known);
    return known;
  }

  static isFull({ alerts }: Fresh): boolean {
    return alerts.length >= MOST_ALERTS;
  }

  begin(delivery: Fresh): void {
    const key = keyOf(delivery);
    this.write(this.inHand.get(key));
    this.ledger.addDelivery(delivery);
    this.inHand.set(key, delivery);
  }

  join(delivery: Fresh, alert: AlertEntry): void {
    delivery.alerts = [...delivery.alerts.filter(({ id }) => id !== alert.id), alert];
  }

  /** Before calls are looked for in the ledger. */
  putCalls(): void {
    for (const [key, delivery] of this.inHand) {
      if (delivery.event === 'resolved') continue;
      this.write(delivery);
      this.inHand.delete(key);
    }
  }

  putAll(): void {
    for (const delivery of this.inHand.values()) this.write(delivery);
    this.inHand.clear();
  }

  private write(delivery: Fresh | undefined): void {
    if (delivery) this.ledger.setAlerts(delivery.id, delivery.alerts);
  }
}

function keyOf({ channelId, groupKey, event }: Group): string {
  return `${channelId} ${event} ${groupKey}`;
}

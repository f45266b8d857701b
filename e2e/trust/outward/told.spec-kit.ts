/** A receiver that takes messages as it is told to, and what is wrong with what it heard in the end. */
import type { DeliveryEntry } from '../../../shared/commands/channel.js';
import { answer, Receiver } from '../../../server/notify/receiver.spec-kit.js';

interface Message {
  id: string;
  alertIds: string[];
}

export class Hearer {
  /** What it answered 200 to. */
  readonly taken: Message[] = [];
  /** Everything that reached it. */
  readonly heard: Message[] = [];
  /** Says of each message whether it is answered; else its sender waits until it is killed. */
  answers: () => boolean = () => true;

  private constructor(readonly receiver: Receiver) {
    receiver.manner = (response) => {
      const { headers, body } = receiver.received.at(-1)!;
      const { data } = JSON.parse(body) as { data: { alerts: { id: string }[] } };
      const message = { id: String(headers['webhook-id']), alertIds: data.alerts.map(({ id }) => id) };
      this.heard.push(message);
      if (!this.answers()) return;
      this.taken.push(message);
      answer(200)(response);
    };
  }

  static async open(): Promise<Hearer> {
    return new Hearer(await Receiver.open());
  }
}

/** G5: each alert told under one id, that id taken, and nothing else told; what says that it was sent was taken. */
export function faultsOf({ heard, taken }: Pick<Hearer, 'heard' | 'taken'>, { alertIds, deliveries }: { alertIds: string[]; deliveries: DeliveryEntry[] }): string[] {
  const idsOf = (alertId: string) => new Set(heard.filter((message) => message.alertIds.includes(alertId)).map(({ id }) => id));
  const takenIds = new Set(taken.map(({ id }) => id));
  const known = new Set(deliveries.map(({ id }) => id));
  return [
    ...alertIds.filter((id) => idsOf(id).size > 1).map((id) => `${id} was told under several ids`),
    ...alertIds.filter((id) => !taken.some((message) => message.alertIds.includes(id))).map((id) => `${id} was not taken`),
    ...heard.filter(({ id }) => !known.has(id)).map(({ id }) => `message ${id} is none of the deliveries`),
    ...deliveries.filter(({ id, state }) => state === 'sent' && !takenIds.has(id)).map(({ id }) => `message ${id} says sent and was not taken`),
  ];
}

/** What a receiver hears, as a timetable: how many messages of a kind between two instants, and nothing at any other time. */
import { MINUTE, type ToldHall } from '../../../server/notify/told-hall.spec-kit.js';

interface Heard {
  at: number;
  type: string;
  count: number;
}
interface Slot {
  from: number;
  to: number;
}

/** Minutes after the collector began. */
export const between = (from: number, to: number): Slot => ({ from: from * MINUTE, to: to * MINUTE });

export class Collector {
  private readonly heard: Heard[] = [];
  private readonly wanted: (Slot & Omit<Heard, 'at'>)[] = [];
  private readonly began: number;

  constructor(private readonly hall: ToldHall) {
    this.began = hall.clock.now();
    const { manner } = hall.receiver;
    hall.receiver.manner = (response) => {
      const { type, data } = JSON.parse(hall.receiver.received.at(-1)!.body) as { type: string; data: { count: number } };
      this.heard.push({ at: hall.clock.now() - this.began, type: type.replace('hallboard.alert.', ''), count: data.count });
      manner(response);
    };
  }

  /** One message about so many alerts is to be heard between these instants. */
  wants(slot: Slot, type: string, count: number): this {
    this.wanted.push({ ...slot, type, count });
    return this;
  }

  /** Time goes on to so many minutes after the beginning, a second at a time where anything is on its way. */
  async until(minutes: number): Promise<void> {
    const end = this.began + minutes * MINUTE;
    while (this.hall.clock.now() < end) {
      await this.hall.pass(Math.min(MINUTE / 4, end - this.hall.clock.now()));
      await this.hall.until((all) => all.every(({ state, dueAt, attempts }) => state !== 'pending' || (attempts === 0 && dueAt > this.hall.clock.now())));
    }
  }

  /** What does not fit the timetable, either way. */
  faults(): string[] {
    const rest = [...this.heard];
    const missing = this.wanted.filter(({ from, to, type, count }) => {
      const found = rest.findIndex((one) => one.at >= from && one.at <= to && one.type === type && one.count === count);
      if (found >= 0) rest.splice(found, 1);
      return found < 0;
    });
    const told = ({ at, type, count }: Heard) => `${type} of ${count} at ${at / MINUTE} min was not wanted`;
    return [...missing.map(({ from, to, type, count }) => `${type} of ${count} between ${from / MINUTE} and ${to / MINUTE} min is missing`), ...rest.map(told)];
  }
}

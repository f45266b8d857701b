/**
 * Days of a zone, reckoned another way than the product's: only from how far the zone's clocks are ahead of UTC, which Intl
 * names as `GMT+08:00`. The product reads wall clocks instead.
 */
const [MINUTE, HOUR] = [60_000, 3_600_000];
const DAY = 24 * HOUR;
/** Every summer time lasts longer, and every break of one. */
const STEP = 20 * DAY;

interface Stretch {
  from: number;
  ahead: number;
}

export interface Transition {
  at: number;
  /** By how much the clocks go forward; back where negative. */
  byMs: number;
}

export class ZoneReference {
  private readonly stretches: Stretch[] = [];
  private readonly format: Intl.DateTimeFormat;

  constructor(
    readonly zone: string,
    from: number,
    to: number,
  ) {
    this.format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
    this.stretches.push({ from, ahead: this.told(from) });
    for (let at = from; at < to; at += STEP) this.search(at, at + STEP);
  }

  private told(at: number): number {
    const name = this.format.formatToParts(at).find(({ type }) => type === 'timeZoneName')!.value;
    const [, sign, hours = '0', minutes = '0'] = /GMT(?:([+-])(\d\d):(\d\d))?/.exec(name)!;
    return (sign === '-' ? -1 : 1) * (Number(hours) * HOUR + Number(minutes) * MINUTE);
  }

  private search(from: number, to: number): void {
    const before = this.told(from);
    if (this.told(to) === before) return;
    let [low, high] = [from, to];
    while (high - low > MINUTE) {
      const middle = low + Math.floor((high - low) / 2 / MINUTE) * MINUTE;
      if (this.told(middle) === before) low = middle;
      else high = middle;
    }
    this.stretches.push({ from: high, ahead: this.told(high) });
    this.search(high, to);
  }

  get transitions(): Transition[] {
    return this.stretches.slice(1).map(({ from, ahead }, index) => ({ at: from, byMs: ahead - this.stretches[index]!.ahead }));
  }

  dateAt(at: number): string {
    const { ahead } = this.stretches.findLast(({ from }) => from <= at) ?? this.stretches[0]!;
    return new Date(at + ahead).toISOString().slice(0, 10);
  }

  /** The first instant of which the date is this one or a later one: clocks change on the quarter-hour. */
  startOf(date: string): number {
    const utc = Date.parse(`${date}T00:00:00Z`);
    for (let at = utc - 15 * HOUR; at <= utc + 15 * HOUR; at += 15 * MINUTE) if (this.dateAt(at) >= date) return at;
    throw new Error(`${this.zone} has no ${date}`);
  }
}

export function dateAfter(date: string, days = 1): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

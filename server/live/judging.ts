/**
 * When a hall is judged: at each look, once a commit of verdicts has landed, and not while a feed tells its past in pieces,
 * for it then says who waited and not who waits. What there is to raise or resolve, the domain says.
 * What falls due does so by the clock, also where that was set back and the hall is ahead of it.
 * Where a commit changed nothing, the next look waits a second: it may well find the same again.
 */
import type { OwnEvent } from '../domain/event/own-event.js';
import type { Hall } from '../domain/hall/hall.js';
import type { Verdict } from '../journal/journal.js';
import { alertEvents } from './alert-events.js';
import type { ServerClock } from './clock.js';
import type { OwnerOf } from './round-cases.js';

/** A second without events of the past, and a feed has caught up; nobody is waited for longer than ten. */
const CAUGHT_UP_MS = 1_000;
const CATCH_UP_MS = 10_000;
const RETRY_MS = 1_000;

interface JudgingTools {
  clock: ServerClock;
  /** What the hall's clock shows; the hall itself has never gone back with it. */
  now: () => number;
  commit: (events: OwnEvent[]) => Promise<{ verdicts: Verdict[] | null }>;
  ownerOf: OwnerOf;
  /** Looks at the hall again: publishes, and judges on the way. */
  look: () => void;
}

export class Judging {
  /** The clock was set back to before this instant, at which the earliest of what the hall has seen fall due is due again. */
  heldUntil = Infinity;
  private watching = false;
  private underway: Promise<void> | null = null;
  /** When a feed last told its past, and since when it does so; real time. */
  private past = { since: -Infinity, last: -Infinity };
  private cancelRetry: (() => void) | null = null;
  private cancelCatchUp: (() => void) | null = null;

  constructor(
    private readonly hall: Hall,
    private readonly tools: JudgingTools,
  ) {}

  /** From here on deadlines are judged; those that passed while nobody watched come at once, marked late. */
  watch(): void {
    this.watching = true;
    this.tools.look();
  }

  /** Writes what the clauses say now into the journal, one commit at a time; its fold changes the alerts. Whether one is on its way. */
  judge(): boolean {
    this.heldUntil = Infinity;
    if (!this.watching || this.underway || this.isCatchingUp()) return this.underway !== null;
    const events = this.due(alertEvents(this.hall, this.tools.ownerOf));
    if (events.length === 0) return false;
    this.underway = this.write(events).then(() => {
      this.underway = null;
      this.tools.look();
    });
    return true;
  }

  /** The domain knows only how far the hall has come. */
  private due(events: OwnEvent[]): OwnEvent[] {
    const now = this.tools.now();
    return events.filter((event) => {
      const dueAt = dueAtOf(event);
      if (dueAt <= now) return true;
      this.heldUntil = Math.min(this.heldUntil, dueAt);
      return false;
    });
  }

  private async write(events: OwnEvent[]): Promise<void> {
    // not stored (a full disk): nothing was raised
    const took = await this.tools.commit(events).then(({ verdicts }) => verdicts?.includes('accepted') ?? true, () => false);
    if (!took) await new Promise<void>((fulfil) => void (this.cancelRetry = this.tools.clock.after(RETRY_MS, fulfil)));
  }

  /** Events of the past were folded. */
  heardPast(): void {
    const now = this.tools.clock.now();
    if (now >= this.past.last + CAUGHT_UP_MS) this.past.since = now;
    this.past.last = now;
    this.cancelCatchUp?.();
    this.cancelCatchUp = this.tools.clock.after(CAUGHT_UP_MS, () => {
      this.past.last = -Infinity; // a timer may ring a millisecond early by the clock, and nothing would ask again
      this.tools.look();
    });
  }

  private isCatchingUp(): boolean {
    const now = this.tools.clock.now();
    return now < this.past.last + CAUGHT_UP_MS && now < this.past.since + CATCH_UP_MS;
  }

  /** Fulfils when no verdict is on its way. */
  async settled(): Promise<void> {
    while (this.underway) await this.underway;
  }

  end(): void {
    this.watching = false;
    this.cancelRetry?.();
    this.cancelCatchUp?.();
  }
}

/** When what a verdict begins was to begin; what ends is not held back. */
function dueAtOf({ type, data }: OwnEvent): number {
  if (type === 'alert.raised') return data.dueAt;
  return type === 'case.opened' ? data.at : -Infinity;
}

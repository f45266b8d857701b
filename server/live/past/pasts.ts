/** The pasts of all halls. While nobody says anything of a hall, what happened there is made ready for whoever asks. */
import type { Journal } from '../../journal/journal.js';
import type { Aside } from '../aside/aside.js';
import type { ServerClock } from '../clock.js';
import type { LiveHall } from '../live-hall.js';
import { Past } from './past.js';

/** A hall of which nothing was heard for so long is quiet. */
const LOOK_MS = 3_000;
/** So many events since the last time are read in a thread of their own. */
const MANY_EVENTS = 5_000;

interface Tools {
  journal: Journal;
  clock: ServerClock;
  halls: ReadonlyMap<string, LiveHall>;
  aside: Pick<Aside, 'preparePast'>;
}

export class Pasts {
  private readonly byId = new Map<string, Past>();
  /** By hall the seq at the last look, and the one up to which its past is ready. */
  private readonly seen = new Map<string, number>();
  private readonly ready = new Map<string, number>();
  private cancel: (() => void) | null = null;
  private underway: Promise<void> = Promise.resolve();

  constructor(private readonly tools: Tools) {}

  of(hallId: string): Past {
    let past = this.byId.get(hallId);
    if (!past) {
      const { journal, halls } = this.tools;
      past = new Past({ journal, hallId, stands: (alertId) => halls.get(hallId)!.alerts.get(alertId) !== null });
      this.byId.set(hallId, past);
    }
    return past;
  }

  start(): void {
    this.cancel = this.tools.clock.after(LOOK_MS, () => {
      // what could not be kept (a full disk) is worked out when somebody asks
      this.underway = this.prepare().catch(() => undefined).finally(() => this.cancel && this.start());
    });
  }

  private async prepare(): Promise<void> {
    for (const hall of this.tools.halls.values()) {
      const { id, lastSeq } = hall;
      const quiet = this.seen.get(id) === lastSeq;
      this.seen.set(id, lastSeq);
      if (!this.cancel || !quiet || this.ready.get(id) === lastSeq) continue;
      const many = lastSeq - (this.ready.get(id) ?? 0) > MANY_EVENTS;
      this.ready.set(id, lastSeq);
      const past = this.of(id);
      await (many ? past.anew(() => this.tools.aside.preparePast(id, hall.now())) : past.prepare(hall.now()));
    }
  }

  /** Fulfils when nothing is read any more. */
  async stop(): Promise<void> {
    this.cancel?.();
    this.cancel = null;
    for (const past of this.byId.values()) past.stop();
    await this.underway;
  }
}

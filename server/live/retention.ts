/**
 * How long free texts are kept: looked at every hour, and erased by whole months, for each erasure makes the past be read anew. So a
 * text is gone at the latest a month after its days are over. Every other field of the journal is kept for ever.
 */
import { OWN_SOURCE } from '../domain/event/own-event.js';
import type { Journal } from '../journal/journal.js';
import type { ServerClock } from './clock.js';
import type { LiveHall } from './live-hall.js';

/** Where a hall says nothing: three years, in which a matter can be taken to court (民法典 第一百八十八条). */
const TEXTS_DAYS = 1_095;
const LOOK_MS = 3_600_000;
const DAY_MS = 24 * 3_600_000;
/** So many events are looked through at once; posts wait that long. */
const BATCH = 500;
const VERSION = 1;

interface Tools {
  journal: Journal;
  clock: ServerClock;
  halls: ReadonlyMap<string, LiveHall>;
  erase: (hallId: string, batches: Iterable<number[]>, by: { reason: string; author: string }) => Promise<number[]>;
}

export class Retention {
  private cancel: (() => void) | null = null;
  private underway: Promise<void> = Promise.resolve();

  constructor(private readonly tools: Tools) {}

  start(): void {
    this.cancel = this.tools.clock.after(LOOK_MS, () => {
      // what could not be erased (a full disk) is erased an hour later
      this.underway = this.look().catch(() => undefined).finally(() => this.cancel && this.start());
    });
  }

  async look(): Promise<void> {
    for (const { id, settings: { retention } } of this.tools.halls.values()) {
      const days = retention ? retention.textsDays : TEXTS_DAYS;
      if (days !== null) await this.eraseOlder(id, days);
    }
  }

  private async eraseOlder(hallId: string, days: number): Promise<void> {
    const { journal, clock, erase } = this.tools;
    const place = { kind: 'texts', at: 0, version: VERSION } as const;
    const kept = await journal.keptPast(hallId, place);
    const from = kept ? Number(new TextDecoder().decode(kept.state)) : 1;
    const to = await journal.seqAt(hallId, monthOf(clock.now() - days * DAY_MS));
    if (from >= to) return;
    await erase(hallId, batchesOf(from, to, () => this.cancel !== null), { reason: `retention: ${days} days`, author: OWN_SOURCE });
    if (this.cancel) await journal.keepPast(hallId, { ...place, state: new TextEncoder().encode(String(to)) });
  }

  /** Fulfils when nothing is erased any more. */
  async stop(): Promise<void> {
    this.cancel?.();
    this.cancel = null;
    await this.underway;
  }
}

/** The beginning of the month that an instant lies in. */
function monthOf(instant: number): number {
  const date = new Date(instant);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth());
}

function* batchesOf(from: number, to: number, goOn: () => boolean): Generator<number[]> {
  for (let first = from; first < to && goOn(); first += BATCH) yield Array.from({ length: Math.min(BATCH, to - first) }, (_, index) => first + index);
}

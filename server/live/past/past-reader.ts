/** Reads a hall's journal for its past: to its end for the time line, and any stretch of it by the time things happened. */
import { deserialize, serialize } from 'node:v8';
import type { PostedEvent } from '../../../shared/events/cloud-event.js';
import type { StoredEvent } from '../../domain/event/fact.js';
import { FOLD_VERSION } from '../../domain/hall/hall.js';
import { eventsOf, linkGroups, type Journal, type Link } from '../../journal/journal.js';
import { noteLink, partsOf, type Chunk, type Part } from './day-index.js';
import { pack, unpack } from './packed.js';
import { Slices } from '../turns.js';
import { inOrder, newLine, TimeLine, type LineState, type PastFact, type ToldEvent } from './time-line.js';

/** So many events or fewer are held at once, unless a single day has more. */
const MOST_CHUNKS = 100;
/** So many events read, and what was learnt is worth keeping. */
const WORTH_EVENTS = 5_000;

export type PastJournal = Pick<Journal, 'links' | 'find' | 'keptPast' | 'keepPast' | 'dropPast'>;

interface Kept {
  line: LineState;
  chunks: Chunk[];
}

export class PastReader {
  line = new TimeLine(newLine());
  private chunks: Chunk[] = [];
  private keptSeq: number | null = null;
  /** From here on the past is another than the starts of days that are still kept. */
  private changedSince = Infinity;
  /** The server ends: whoever still reads is refused. */
  stopped = false;
  private readonly slices: Slices;

  constructor(
    readonly journal: PastJournal,
    readonly hallId: string,
  ) {
    this.slices = new Slices(hallId);
  }

  /** Others get their turn, where it has taken long enough. */
  async breathe(): Promise<void> {
    await this.slices.pause();
    if (this.stopped) throw new Error('the past is read no further: the server ends');
  }

  /** Reads what came since; starts of days that it changes are let go. */
  async catchUp(): Promise<void> {
    if (this.keptSeq === null) await this.recall();
    for await (const links of linkGroups(this.journal, this.hallId, this.line.state.seq + 1)) {
      for (const link of links) {
        this.note(link, await eventsOf(this.journal, this.hallId, { links: [link], fromSeq: this.line.state.seq + 1 }));
        await this.breathe();
      }
    }
    if (this.changedSince < Infinity) await this.journal.dropPast(this.hallId, this.changedSince);
    this.changedSince = Infinity;
    if (this.line.state.seq - this.keptSeq! >= WORTH_EVENTS) await this.keep();
  }

  private note({ firstSeq, count }: Link, events: StoredEvent[]): void {
    const instants = events.map((event) => {
      const { at, since } = this.line.read(event);
      this.changedSince = Math.min(this.changedSince, since);
      return at;
    });
    noteLink(this.chunks, { firstSeq, count, instants });
  }

  private async recall(): Promise<void> {
    const kept = await this.journal.keptPast(this.hallId, { kind: 'line', at: 0, version: FOLD_VERSION });
    this.keptSeq = 0;
    if (!kept) return;
    const { line, chunks } = deserialize(await unpack(kept.state)) as Kept;
    this.line = new TimeLine(line);
    this.chunks = chunks;
    this.keptSeq = line.seq;
  }

  private async keep(): Promise<void> {
    const { line: { state }, chunks } = this;
    this.keptSeq = state.seq;
    await this.journal.keepPast(this.hallId, { kind: 'line', at: 0, version: FOLD_VERSION, state: await pack(serialize({ line: state, chunks } satisfies Kept)) });
  }

  /** What happened from `from` inclusive to `to` exclusive, in (time, seq) order, some days at a time. */
  async *facts(range: { from: number; to: number }): AsyncGenerator<PastFact[]> {
    for (const part of partsOf(this.chunks, range, MOST_CHUNKS)) yield await this.factsOf(part);
  }

  private async factsOf({ from, to, chunks }: Part): Promise<PastFact[]> {
    const facts: PastFact[] = [];
    for await (const stored of this.stored(chunks)) {
      const fact = this.line.place(stored);
      if (fact && fact.at >= from && fact.at < to) facts.push(fact);
    }
    return facts.sort(inOrder);
  }

  private async *stored(chunks: Chunk[]): AsyncGenerator<StoredEvent> {
    for await (const link of this.links(chunks)) {
      yield* eventsIn(link);
      await this.breathe();
    }
  }

  /** The links of some chunks, the first chunk first. */
  private async *links(chunks: Chunk[]): AsyncGenerator<Link> {
    let held = new Map<number, Link>();
    for (const { firstSeq, lastSeq } of chunks) {
      for (let next = firstSeq; next <= lastSeq; ) {
        if (!held.has(next)) {
          held = new Map((await this.journal.links(this.hallId, next)).map((link) => [link.firstSeq, link]));
        }
        const link = held.get(next)!;
        yield link;
        next += link.count;
      }
    }
  }

  /** What was posted of a ticket on some days, and what a correction says was of it, in (time, seq) order. */
  async ofTicket(ticketId: string, range: { from: number; to: number }): Promise<ToldEvent[]> {
    const name = JSON.stringify(ticketId);
    const stored: StoredEvent[] = [];
    const [part] = partsOf(this.chunks, range, Infinity);
    for await (const link of this.links(part?.chunks ?? [])) if (link.body.includes(name)) stored.push(...eventsIn(link));
    const moved = [...this.line.state.corrected].filter(([, { to }]) => to && ticketOf(to) === ticketId).map(([seq]) => seq);
    for (const seq of moved) stored.push(...eventsIn((await this.journal.links(this.hallId, seq))[0]!).filter((one) => one.seq === seq));
    const told = [...new Map(stored.map((one) => [one.seq, one])).values()].map((one) => this.line.tell(one)).filter((one) => one !== null);
    const isOf = ({ stored: { event }, correction }: ToldEvent) => ticketOf(event) === ticketId || (correction?.to && ticketOf(correction.to) === ticketId);
    return told.filter(isOf).sort((a, b) => a.at - b.at || a.stored.seq - b.stored.seq);
  }
}

function eventsIn({ firstSeq, loggedAt, body }: Link): StoredEvent[] {
  return (JSON.parse(body) as StoredEvent['event'][]).map((event, index) => ({ seq: firstSeq + index, loggedAt, event }));
}

function ticketOf({ data }: PostedEvent): string | undefined {
  return (data as { ticketId?: string }).ticketId;
}

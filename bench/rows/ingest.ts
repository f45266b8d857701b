import { join } from 'node:path';
import type { Bench, BenchRow } from '../bench.js';
import type { SqliteBaseline } from '../baselines/sqlite.js';
import { startChild, type Child } from '../child.js';
import { cpuSeconds } from '../cpu.js';
import { afternoon, hallOf, partOf } from '../day.js';
import { startHallboard, type Hallboard } from '../hallboard.js';
import type { Target } from '../load/lane.js';
import type { PostLoad } from '../load/post.js';
import { EVENTS_PER_TICKET, type TicketPlan } from '../load/tickets.js';
import type { Line } from '../report.js';
import { median, sum } from '../stats.js';

/**
 * Durable ingest over HTTP against bare better-sqlite3 inserting the same events. Both live through the whole row (warm code,
 * growing files), and take turns; each repetition is a new set of events, later in the same day.
 */
const shape = { lanes: 32, countersPerLane: 3, services: 8 };
const sizes = [100, 1000] as const;
/** Many short turns rather than few long ones: a disk shared with others is fast and slow by the second. */
const PAIRS = 8;
const TICKETS_PER_LANE = 1000;

interface Rate {
  seconds: number;
  perSecond: number;
  perCpuSecond: number;
  /** Of a request, ms; a bare insert has none. */
  p50?: number;
  p99?: number;
}

async function measure(bench: Bench): Promise<Line[]> {
  const day = afternoon();
  const pairs = bench.quick ? 1 : PAIRS;
  const rounds = 1 + pairs * sizes.length;
  const plan = (round: number): TicketPlan => ({ ...shape, seed: `r${round}`, ticketsPerLane: TICKETS_PER_LANE, ...partOf(day, round, rounds) });
  const match = new Match(bench, await startHallboard(bench));
  await match.play('warm-up', { tickets: plan(0), perRequest: 100, timezone: day.timezone });

  const lines: Line[] = [];
  let round = 1;
  for (const perRequest of sizes) {
    const turns: Turn[] = [];
    for (let n = 0; n < pairs; n++, round++) {
      turns.push(await match.play(`hall-${perRequest}`, { tickets: plan(round), perRequest, timezone: day.timezone }));
      bench.say(`${perRequest} a request: bare ${Math.round(turns[n]!.bare.perSecond)}, ours ${Math.round(turns[n]!.ours.perSecond)} events/s`);
    }
    lines.push(...linesOf(perRequest, turns));
  }
  return lines;
}

interface Turn {
  bare: Rate;
  ours: Rate;
}
interface TurnPlan {
  tickets: TicketPlan;
  perRequest: number;
  timezone: string;
}

/** The server with its load, and the bare store: both get the same events, one right after the other. */
class Match {
  private readonly load: Child<PostLoad>;
  private readonly bare: Child<SqliteBaseline>;
  private readonly targets = new Map<string, Target>();

  constructor(
    private readonly bench: Bench,
    private readonly server: Hallboard,
  ) {
    this.load = bench.keep(startChild<PostLoad>(import.meta.url, '../load/post.js'));
    this.bare = bench.keep(startChild<SqliteBaseline>(import.meta.url, '../baselines/sqlite.js'));
  }

  async play(hallId: string, { tickets, perRequest, timezone }: TurnPlan): Promise<Turn> {
    const target = this.targets.get(hallId) ?? (await this.openHall(hallId, timezone));
    const file = join(this.bench.folder, 'bare.db');
    await Promise.all([this.bare.ask('prepare', { file, tickets }), this.load.ask('prepare', { target, tickets, perRequest })]);
    const events = tickets.lanes * tickets.ticketsPerLane * EVENTS_PER_TICKET;
    const [bare, bareCpu] = await withCpu(this.bare.pid, () => this.bare.ask('run', null));
    const [ours, ourCpu] = await withCpu(this.server.pid, () => this.load.ask('run', { seconds: 60 }));
    if (ours.accepted !== events) throw new Error(`${events} new events were posted, ${ours.accepted} accepted`);
    return {
      bare: { seconds: bare.seconds, perSecond: events / bare.seconds, perCpuSecond: events / bareCpu },
      ours: { seconds: ours.seconds, perSecond: events / ours.seconds, perCpuSecond: events / ourCpu, p50: ours.p50, p99: ours.p99 },
    };
  }

  private async openHall(hallId: string, timezone: string): Promise<Target> {
    await this.server.putHall(hallId, hallOf(shape, timezone));
    const token = await this.server.key(hallId, 'device');
    const target = { port: this.server.port, path: `/api/v1/halls/${hallId}/events`, token, contentType: 'application/cloudevents-batch+json' };
    this.targets.set(hallId, target);
    return target;
  }
}

async function withCpu<T>(pid: number, work: () => Promise<T>): Promise<[T, number]> {
  const before = cpuSeconds(pid);
  const done = await work();
  return [done, cpuSeconds(pid) - before];
}

function linesOf(perRequest: number, turns: Turn[]): Line[] {
  const what = `${perRequest} events a request, 32 connections`;
  const of = (figure: 'perSecond' | 'perCpuSecond'): Pick<Line, 'ours' | 'baseline'> => ({
    ours: turns.map(({ ours }) => ours[figure]),
    baseline: { name: 'bare better-sqlite3', values: turns.map(({ bare }) => bare[figure]) },
  });
  const ms = (figure: 'p50' | 'p99'): number => Math.round(median(turns.map(({ ours }) => ours[figure] ?? NaN)));
  const allTurns = sum(turns.map(({ bare }) => bare.seconds)) / sum(turns.map(({ ours }) => ours.seconds));
  const events = shape.lanes * TICKETS_PER_LANE * EVENTS_PER_TICKET;
  const note = `${turns.length} turns of ${events} events in one hall's day, all together ${allTurns.toFixed(2)} × bare; a request p50 ${ms('p50')} ms, p99 ${ms('p99')} ms`;
  const goal = perRequest === 100 ? { goal: { of: 'ratio', is: 'atLeast', limit: 0.4 } as const } : {};
  return [
    { what, unit: 'events/s', ...goal, ...of('perSecond'), note },
    { what: `${what}, by CPU`, unit: 'events per CPU-second', ...of('perCpuSecond') },
  ];
}

export const ingest: BenchRow = { name: 'ingest', title: 'Durable ingest over HTTP', measure };

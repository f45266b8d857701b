import type { Bench, BenchRow } from '../bench.js';
import { startChild, type Child } from '../child.js';
import type { PaceLoad } from '../load/pace.js';
import type { Line } from '../report.js';
import { median, sleep } from '../stats.js';
import { playRound, type Heard } from './fanout-round.js';
import { bareSide, ourSide, seat, type Side } from './fanout-side.js';

/**
 * One delta to many sockets: ours, a bare `ws` broadcast and stock socket.io at the same time. Each gets a post in turn and sends
 * one delta; the bare ones send the very bytes that ours was seen to send, and its beats. A server's CPU time with one socket a
 * hall (taking the post, making the delta) is taken off that with all of them, so what remains are deliveries.
 */
const arrangements = [
  { halls: 10, screens: 100, goal: 0.95 },
  { halls: 1, screens: 1000, goal: 0.9 },
] as const;
type Arrangement = (typeof arrangements)[number];

const POSTS_PER_HALL_SECOND = 3;
const TAIL_GOAL = 1.3;

interface Outcome extends Heard {
  perCpuSecond: number;
  /** CPU-seconds of the round with one socket a hall. */
  aloneCpu: number;
}
type Outcomes = Record<Side['name'], Outcome[]>;

const hallIdsOf = ({ halls, screens }: Arrangement): string[] => Array.from({ length: halls }, (_, n) => `fan-${screens}-${n}`);

async function measure(bench: Bench): Promise<Line[]> {
  const pace = bench.keep(startChild<PaceLoad>(import.meta.url, '../load/pace.js'));
  const ours = await ourSide(bench, arrangements.flatMap(hallIdsOf));
  const lines: Line[] = [];
  for (const arrangement of arrangements) lines.push(...linesOf(arrangement, await play(bench, { ours, pace }, arrangement)));
  return lines;
}

async function play(bench: Bench, { ours, pace }: { ours: Side; pace: Child<PaceLoad> }, arrangement: Arrangement): Promise<Outcomes> {
  const hallIds = hallIdsOf(arrangement);
  const outcomes: Outcomes = { ours: [], ws: [], 'socket.io': [] };
  let first = 0;
  const round = async (sides: Side[], screens: number, seconds: number): Promise<Heard[]> => {
    await Promise.all(sides.map((side) => seat(side, hallIds, screens)));
    await sleep(700);
    const heard = await playRound(sides, pace, { hallIds, screens, seconds, postsPerHallSecond: POSTS_PER_HALL_SECOND, first });
    await Promise.all(sides.map((side) => side.screens.ask('disconnect', null)));
    first += 100_000;
    return heard;
  };

  const [sample] = await round([ours], 1, bench.quick ? 2 : 6);
  const { lastDelta: delta, lastBeat: beat } = sample!.arrivals;
  const sides = [ours, await bareSide(bench, { kind: 'ws', delta, beat }), await bareSide(bench, { kind: 'socket.io', delta, beat })];
  for (let n = 0; n < bench.repetitions; n++) {
    // all first: with one socket a hall the code is then warm, and costs what it costs with all
    const all = await round(sides, arrangement.screens, bench.quick ? 4 : 10);
    const alone = await round(sides, 1, bench.quick ? 4 : 7);
    sides.forEach((side, at) => {
      const outcome = { ...all[at]!, perCpuSecond: perCpuSecond(all[at]!, alone[at]!), aloneCpu: alone[at]!.cpu };
      outcomes[side.name].push(outcome);
      bench.say(describe(side, arrangement, outcome));
    });
  }
  return outcomes;
}

function perCpuSecond(all: Heard, alone: Heard): number {
  const scale = all.seconds / alone.seconds;
  return (all.arrivals.messages - alone.arrivals.messages * scale) / (all.cpu - alone.cpu * scale);
}

function describe({ name }: Side, { halls, screens }: Arrangement, { arrivals, cpu, aloneCpu, ...rest }: Outcome): string {
  const [rate, p50, p99, spread] = [rest.perCpuSecond.toFixed(0), rest.p50.toFixed(1), rest.p99.toFixed(1), rest.spreadP99.toFixed(1)];
  const size = Math.round(arrivals.bytes / arrivals.messages);
  return `${name}, ${halls} × ${screens}: ${rate} deliveries per CPU-second (${arrivals.messages} of ${size} bytes, ${cpu.toFixed(2)} s in all, ${aloneCpu.toFixed(2)} s alone), post → socket p50 ${p50}, p99 ${p99}, first → each p99 ${spread} ms`;
}

function linesOf({ halls, screens, goal }: Arrangement, outcomes: Outcomes): Line[] {
  const where = `one delta to ${screens} sockets${halls > 1 ? ` (${halls} halls of them)` : ''}`;
  const of = (name: 'ours' | 'socket.io', figure: 'perCpuSecond' | 'p99' | 'spreadP99'): Pick<Line, 'ours' | 'baseline'> => ({
    ours: outcomes[name].map((outcome) => outcome[figure]),
    baseline: { name: 'bare ws', values: outcomes.ws.map((outcome) => outcome[figure]) },
  });
  const p50 = (name: Side['name']): string => median(outcomes[name].map((outcome) => outcome.p50)).toFixed(1);
  const unit = 'deliveries per CPU-second';
  const note = `deltas of ${outcomes.ours[0]?.arrivals.lastDelta.length} bytes`;
  const tailNote = `ours stores the event in between; p50 ours ${p50('ours')}, ws ${p50('ws')}, stock socket.io ${p50('socket.io')} ms`;
  return [
    { what: where, unit, goal: { of: 'ratio', is: 'atLeast', limit: goal }, ...of('ours', 'perCpuSecond'), note },
    { what: `${where}: stock socket.io instead of ours`, unit, ...of('socket.io', 'perCpuSecond') },
    { what: `${where}, first socket → each, p99`, unit: 'ms', goal: { of: 'ratio', is: 'atMost', limit: TAIL_GOAL }, ...of('ours', 'spreadP99') },
    { what: `${where}, first socket → each, p99: stock socket.io`, unit: 'ms', ...of('socket.io', 'spreadP99') },
    { what: `${where}, post → socket, p99`, unit: 'ms', ...of('ours', 'p99'), note: tailNote },
  ];
}

export const fanout: BenchRow = { name: 'fanout', title: 'One delta to many sockets', measure };

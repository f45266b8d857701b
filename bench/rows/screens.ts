import { EVENTS_PATH, installNodeRed, startNodeRed } from '../baselines/node-red.js';
import type { Bench, BenchRow } from '../bench.js';
import { startChild, type Child } from '../child.js';
import { cpuSeconds } from '../cpu.js';
import { afternoon, hallOf, partOf } from '../day.js';
import { startHallboard, type Hallboard } from '../hallboard.js';
import type { Target } from '../load/lane.js';
import type { PostLoad } from '../load/post.js';
import type { ScreensLoad } from '../load/screens.js';
import { EVENTS_PER_TICKET, type TicketPlan } from '../load/tickets.js';
import type { Line } from '../report.js';
import { median } from '../stats.js';

/**
 * What screens cost. One event a request with 20 of them, against Node-RED's http in → dashboard under the same load and the
 * same kind of sockets; then batches of 100 with none and with 100 screens.
 */
const shape = { lanes: 32, countersPerLane: 3, services: 8 };
const HALL = 'hall-0';
const SCREENS = 20;
const MANY_SCREENS = 100;
const PAIRS_WITH_MANY = 6;

interface Side {
  pid: number;
  target: Target;
}
interface Outcome {
  perSecond: number;
  perCpuSecond: number;
  messages: number;
}

async function measure(bench: Bench): Promise<Line[]> {
  const server = await startHallboard(bench);
  const day = afternoon();
  await server.putHall(HALL, hallOf(shape, day.timezone));
  const stage = new Stage(bench, day);
  const token = await server.key(HALL, 'device');
  const ours: Side = { pid: server.pid, target: { port: server.port, path: `/api/v1/halls/${HALL}/events`, token, contentType: 'application/cloudevents+json' } };
  const main = installNodeRed(bench.say);
  const lines = main ? await againstNodeRed(stage, ours, { server, main }) : [];
  return [...lines, await withManyScreens(stage, ours, server)];
}

/** The load and the screens, which play before either server. */
class Stage {
  readonly screens: Child<ScreensLoad>;
  private readonly load: Child<PostLoad>;
  private round = 0;

  constructor(
    readonly bench: Bench,
    private readonly day: { from: number; to: number },
  ) {
    this.load = bench.keep(startChild<PostLoad>(import.meta.url, '../load/post.js'));
    this.screens = bench.keep(startChild<ScreensLoad>(import.meta.url, '../load/screens.js'));
  }

  async play(side: Side, what: { perRequest: number; ticketsPerLane: number; seconds: number }): Promise<Outcome> {
    const tickets: TicketPlan = { ...shape, seed: `s${this.round}`, ticketsPerLane: what.ticketsPerLane, ...partOf(this.day, this.round++, 40) };
    await this.load.ask('prepare', { target: side.target, tickets, perRequest: what.perRequest });
    await this.screens.ask('listen', { watch: 'count' });
    const before = cpuSeconds(side.pid);
    const done = await this.load.ask('run', { seconds: what.seconds });
    const cpu = cpuSeconds(side.pid) - before;
    const { messages, closed } = await this.screens.ask('collect', null);
    if (closed) throw new Error(`${closed} screens were closed by the server during the load`);
    return { perSecond: done.events / done.seconds, perCpuSecond: done.events / cpu, messages };
  }
}

async function againstNodeRed(stage: Stage, ours: Side, with_: { server: Hallboard; main: string }): Promise<Line[]> {
  const { bench, screens } = stage;
  const red = bench.keep(await startNodeRed(with_.main, bench.folder));
  const redSide: Side = { pid: red.pid, target: { port: red.port, path: EVENTS_PATH, token: 'none', contentType: 'application/json' } };
  const key = await with_.server.key(HALL, 'wall');
  const halls = Array<string>(SCREENS).fill(HALL);
  const what = { perRequest: 1, ticketsPerLane: bench.quick ? 400 : 1500, seconds: bench.quick ? 2 : 6 };
  const [ourOutcomes, redOutcomes]: [Outcome[], Outcome[]] = [[], []];
  for (let n = 0; n <= bench.repetitions; n++) {
    await screens.ask('connect', { dialect: 'dashboard', port: red.port, key: '', halls });
    const theirs = await stage.play(redSide, what);
    await screens.ask('disconnect', null);
    await screens.ask('connect', { dialect: 'live', port: with_.server.port, key, halls });
    const own = await stage.play(ours, what);
    await screens.ask('disconnect', null);
    bench.say(`20 screens${n ? '' : ' (warm-up)'}: Node-RED ${describe(theirs)}; ours ${describe(own)}`);
    if (n === 0) continue; // both compile their code in the first
    redOutcomes.push(theirs);
    ourOutcomes.push(own);
  }
  await red.stop();
  return nodeRedLines(ourOutcomes, redOutcomes);
}

function nodeRedLines(ours: Outcome[], theirs: Outcome[]): Line[] {
  const note = `messages the 20 screens got: ours ${median(ours.map((o) => o.messages))}, Node-RED ${median(theirs.map((o) => o.messages))} (Node-RED sends every event to every screen and stores none; ours is on disk before the answer)`;
  const line = (of: 'perSecond' | 'perCpuSecond'): Pick<Line, 'ours' | 'baseline'> => ({
    ours: ours.map((outcome) => outcome[of]),
    baseline: { name: 'Node-RED 5.0.7', values: theirs.map((outcome) => outcome[of]) },
  });
  return [
    { what: 'one event a request, 20 screens', unit: 'events/s', goal: { of: 'ratio', is: 'atLeast', limit: 5 }, ...line('perSecond'), note },
    { what: 'the same per CPU-second of the server', unit: 'events', ...line('perCpuSecond') },
  ];
}

const describe = (outcome: Outcome): string => `${Math.round(outcome.perSecond)} events/s, ${outcome.messages} messages`;

async function withManyScreens(stage: Stage, ours: Side, server: Hallboard): Promise<Line> {
  const { bench, screens } = stage;
  const side = { ...ours, target: { ...ours.target, contentType: 'application/cloudevents-batch+json' } };
  const key = await server.key(HALL, 'wall');
  const what = { perRequest: 100, ticketsPerLane: bench.quick ? 500 : 1250, seconds: 30 };
  const [none, many]: [number[], number[]] = [[], []];
  let messages = 0;
  if (!bench.quick) await stage.play(side, what);
  for (let n = 0; n < (bench.quick ? 1 : PAIRS_WITH_MANY); n++) {
    none.push((await stage.play(side, what)).perSecond);
    await screens.ask('connect', { dialect: 'live', port: server.port, key, halls: Array<string>(MANY_SCREENS).fill(HALL) });
    const outcome = await stage.play(side, what);
    await screens.ask('disconnect', null);
    many.push(outcome.perSecond);
    messages = outcome.messages;
    bench.say(`no screens ${Math.round(none[n]!)}, 100 screens ${Math.round(many[n]!)} events/s`);
  }
  return {
    what: `100 events a request (${what.ticketsPerLane * shape.lanes * EVENTS_PER_TICKET} of them), 100 screens`,
    unit: 'events/s',
    goal: { of: 'ratio', is: 'atLeast', limit: 0.9 },
    ours: many,
    baseline: { name: 'without screens', values: none },
    note: `${messages} messages reached the screens in the last repetition; the screens' own process shares the cores`,
  };
}

export const screens: BenchRow = { name: 'screens', title: 'What screens cost', measure };

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { smallHall } from '../../hall-day/running-hall.js';
import { closeBrowser } from '../../screens/browser.js';
import { ServerProcess } from '../kit/server-process.js';
import { tried } from '../kit/tried.js';
import { WatchedPage, type Sample } from './watched-page.spec-kit.js';

const HALL = 'centre';
const FAULT_MS = 14_000;
/** The page looks once a second, and a loaded machine may be a second late with that. */
const SLACK_MS = 2_000;
/** A server that is back is found within 5 s; a network that is back, once the line tried last has been given up. */
const [SERVER_BACK_MS, NETWORK_BACK_MS] = [5_000, 10_000];

interface Stage {
  wall: WatchedPage;
  server: ServerProcess;
  data: string;
}
interface Scenario {
  name: string;
  befall: (stage: Stage) => unknown;
  mend: (stage: Stage) => unknown;
  withinMs: number;
  /** A server of its own, since the others need theirs. */
  own?: true;
  /** The wire speaks on, or again at once: no sample of ten silent seconds is to be had. */
  mild?: true;
}

const lifecycle = ({ wall }: Stage, state: 'frozen' | 'active') => wall.devtools.send('Page.setWebLifecycleState', { state });
const blackhole = ({ wall }: Stage) => wall.proxy.turn({ blackhole: true });
const calm = ({ wall }: Stage) => wall.proxy.turn({});
const elsewhere = ({ wall }: Stage) => {
  wall.proxy.target = 9; // where nobody listens
  wall.proxy.reset();
};

/** What it shows in the second until it looks at its clock again is from before the sleep. */
async function sleep({ wall }: Stage): Promise<void> {
  await wall.page.evaluate('void (window.asleepMs += 3_600_000)');
  await wait(SLACK_MS);
  await wall.samples();
}

const scenarios: Scenario[] = [
  { name: 'a network that carries nothing', befall: blackhole, mend: calm, withinMs: NETWORK_BACK_MS },
  { name: 'a half-open line', befall: async (stage) => { blackhole(stage); await wait(1_500); calm(stage); }, mend: () => undefined, withinMs: SERVER_BACK_MS, mild: true },
  { name: 'a server that refuses', befall: elsewhere, mend: ({ wall, server }) => (wall.proxy.target = Number(new URL(server.url).port)), withinMs: SERVER_BACK_MS },
  { name: 'a cut in the middle of a frame', befall: ({ wall }) => wall.proxy.cutAfter(40), mend: () => undefined, withinMs: SERVER_BACK_MS, mild: true },
  { name: 'a line torn off', befall: ({ wall }) => wall.proxy.reset(), mend: () => undefined, withinMs: SERVER_BACK_MS, mild: true },
  { name: 'a slow link', befall: ({ wall }) => wall.proxy.turn({ latencyMs: 400, jitterMs: 200, bytesPerSecond: 4_000 }), mend: calm, withinMs: SERVER_BACK_MS, mild: true },
  { name: 'a link of eight bytes a second', befall: ({ wall }) => wall.proxy.turn({ bytesPerSecond: 8, chunkBytes: 1 }), mend: (stage) => { calm(stage); stage.wall.proxy.reset(); }, withinMs: NETWORK_BACK_MS },
  { name: 'a tab frozen without a network', befall: async (stage) => { blackhole(stage); await lifecycle(stage, 'frozen'); }, mend: async (stage) => { await lifecycle(stage, 'active'); await wait(SLACK_MS); calm(stage); }, withinMs: NETWORK_BACK_MS },
  { name: 'a tab with a sixth of its processor', befall: async (stage) => { await stage.wall.devtools.send('Emulation.setCPUThrottlingRate', { rate: 6 }); blackhole(stage); },
    mend: async (stage) => { await stage.wall.devtools.send('Emulation.setCPUThrottlingRate', { rate: 1 }); calm(stage); }, withinMs: NETWORK_BACK_MS },
  { name: 'a machine that slept for an hour', befall: async (stage) => { blackhole(stage); await sleep(stage); }, mend: calm, withinMs: NETWORK_BACK_MS },
  { name: 'a server stopped in its tracks', befall: ({ server }) => server.child.kill('SIGSTOP'), mend: ({ server }) => server.child.kill('SIGCONT'), withinMs: SERVER_BACK_MS, own: true },
  { name: 'a server killed', befall: ({ server }) => server.end('SIGKILL'), withinMs: SERVER_BACK_MS, own: true,
    mend: async (stage) => { stage.server = await ServerProcess.start(stage.data, { env: { PORT: new URL(stage.server.url).port } }); } },
];

/** What a sample must not show, in words; null where it is as it must be. */
function wrongIn({ sinceMs, word, lagSeconds, banner, grey }: Sample): string | null {
  if (sinceMs === null) return word === '' ? null : 'a word before the first';
  if (sinceMs > 3_000 + SLACK_MS && word === '实时') return `live after ${sinceMs} ms of silence`;
  if (sinceMs > 10_000 + SLACK_MS && !(banner && grey)) return `old figures in colour after ${sinceMs} ms of silence`;
  if (lagSeconds !== null && lagSeconds * 1_000 < sinceMs - SLACK_MS) return `an age of ${lagSeconds} s after ${sinceMs} ms of silence`;
  return null;
}

describe('[F20] a wall never shows old figures as if they were new', () => {
  const data: string[] = [];
  const servers: Stage[] = [];
  let shared: ServerProcess;

  async function serve(): Promise<{ server: ServerProcess; folder: string }> {
    const folder = await mkdtemp(join(tmpdir(), 'hallboard-wall-'));
    data.push(folder);
    const server = await ServerProcess.start(folder);
    const body = JSON.stringify(smallHall);
    expect((await server.ask(`halls/${HALL}`, { method: 'PUT', body })).status).toBe(201);
    return { server, folder };
  }
  beforeAll(async () => (shared = (await serve()).server));
  afterAll(async () => {
    await closeBrowser();
    await shared.end();
    for (const { server } of servers) await server.end('SIGKILL');
    for (const folder of data) await rm(folder, { recursive: true });
  });

  async function stageFor({ own }: Scenario): Promise<Stage> {
    const { server, folder } = own ? await serve() : { server: shared, folder: '' };
    const stage = { wall: await WatchedPage.open(server.url), server, data: folder };
    if (own) servers.push(stage);
    await stage.wall.goto(HALL);
    await stage.wall.isLive();
    return stage;
  }

  async function play(scenario: Scenario): Promise<{ samples: number; old: number; backMs: number }> {
    const { name, befall, mend, withinMs, mild } = scenario;
    const stage = await stageFor(scenario);
    await stage.wall.samples();
    const fault = wait(FAULT_MS);
    await befall(stage);
    await fault;
    await mend(stage);
    const backMs = await stage.wall.isLive();
    const samples = await stage.wall.samples();
    const old = samples.filter(({ sinceMs }) => sinceMs !== null && sinceMs > 10_000 + SLACK_MS).length;
    expect(samples.map(wrongIn).filter(Boolean)).withContext(name).toEqual([]);
    expect(mild || old > 0).withContext(`${name}: silent for more than ten seconds`).toBeTrue();
    expect(backMs).withContext(`${name}: back, ms`).toBeLessThan(withinMs + SLACK_MS);
    console.log(`${name}: ${samples.length} samples, ${old} of old data, back after ${Math.round(backMs)} ms`);
    await stage.wall.end();
    return { samples: samples.length, old, backMs };
  }

  it(`through ${scenarios.length} ways of losing the server, and comes back by itself`, async () => {
    const played = await Promise.all(scenarios.map(play));
    const sum = (of: 'samples' | 'old') => played.reduce((total, one) => total + one[of], 0);
    tried({ promise: 'F20', how: `walls in Chromium, ${scenarios.map(({ name }) => name).join(', ')}`, cases: sum('samples'),
      outcome: `0 samples wrong, ${sum('old')} of them of data older than 12 s; back at the latest after ${(Math.max(...played.map(({ backMs }) => backMs)) / 1_000).toFixed(1)} s` });
  });

  it('the net has teeth: a wall that goes on calling itself live is caught', () => {
    const live: Sample = { sinceMs: 1_000, word: '实时', lagSeconds: 1, banner: false, grey: false };
    expect(wrongIn(live)).toBeNull();
    for (const sinceMs of [6_000, 13_000]) expect(wrongIn({ ...live, sinceMs })).toContain('live after');
    expect(wrongIn({ ...live, sinceMs: 13_000, word: '连接中断', banner: true })).toContain('in colour');
    expect(wrongIn({ ...live, sinceMs: 4_000, word: '重连中' })).toContain('an age of 1 s');
  });
});

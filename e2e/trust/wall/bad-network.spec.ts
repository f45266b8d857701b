import { setTimeout as wait } from 'node:timers/promises';
import { seeded, type Seeded } from '../../../server/domain/golden/seeded.js';
import { canonicalRows } from '../../../server/feed/canonical-rows.js';
import { event, Server } from '../../../server/server.spec-kit.js';
import { FaultProxy } from '../kit/fault-proxy.js';
import { count, seed, tried } from '../kit/tried.js';
import { anyEvent } from './memory-hall.spec-kit.js';
import { ProxiedScreen } from './proxied-screen.spec-kit.js';

const OPS = 40;
/** A turn of the wire: what is sent has a moment to arrive, or not. */
const TURN_MS = 4;
const SECONDS_TO_HEAL = 120;

interface Scene {
  server: Server;
  proxy: FaultProxy;
  hallId: string;
  keys: string[];
  screens: ProxiedScreen[];
}

async function befall(draw: Seeded, scene: Scene): Promise<void> {
  const { server, proxy, hallId, screens } = scene;
  const happenings: [weight: number, happens: () => unknown][] = [
    [12, () => server.post(hallId, Array.from({ length: draw.between(1, 5) }, () => saidNow(draw, server)))],
    [10, () => server.clock.pass(draw.between(100, 1_000))],
    [2, () => proxy.turn({ latencyMs: draw.between(0, 8), jitterMs: 4 })],
    [2, () => proxy.turn({ bytesPerSecond: draw.between(20_000, 200_000), chunkBytes: draw.between(1, 700) })],
    [2, () => proxy.turn({})],
    [2, () => proxy.cutAfter(Math.floor(draw.between(1, 3_000)))],
    [2, () => proxy.reset()],
    [1, () => proxy.turn({ blackhole: true })],
    [0.4, () => restart(scene)],
    [3, () => screens.length < 8 && screens.push(seatIn(scene))],
  ];
  await draw.pick(happenings, ([weight]) => weight)[1]();
  await wait(TURN_MS);
}

function saidNow(draw: Seeded, { clock }: Server): object {
  const { type, data } = anyEvent(draw);
  return event(type, data, { time: new Date(clock.now()).toISOString() });
}

const seatIn = ({ proxy, hallId, keys, screens }: Scene, more: object = {}): ProxiedScreen => (
  new ProxiedScreen({ url: proxy.url, hallId, key: keys[screens.length % 2]!, ...more }));

/** On the same folder and the same port, as after a crash. */
async function restart({ server, proxy }: Scene): Promise<void> {
  await server.restart({ port: proxy.target });
}

/** The network is well again: how many of the hall's seconds until every screen's rows are vouched for. */
async function heal({ server, proxy, hallId, screens }: Scene): Promise<number> {
  proxy.turn({});
  for (let second = 0; second < SECONDS_TO_HEAL; second++) {
    server.clock.pass(1_000);
    await server.running.halls.get(hallId)!.judged();
    const place = server.running.halls.get(hallId)!.position();
    for (let turn = 0; turn < 10 && !screens.every((screen) => screen.isAt(place)); turn++) await wait(TURN_MS);
    if (second > 0 && screens.every((screen) => screen.isAt(place))) return second;
    for (const screen of screens) screen.second();
  }
  return NaN;
}

describe('[F19] screens over real sockets and a bad network', () => {
  let server: Server;
  let proxy: FaultProxy;
  beforeAll(async () => {
    server = await Server.start();
    proxy = await FaultProxy.start(Number(new URL(server.url).port), String(seed));
  });
  afterAll(async () => {
    await proxy.end();
    await server.end();
  });

  async function sceneOf(hallId: string): Promise<Scene> {
    proxy.turn({});
    await server.makeHall(hallId, { services: [{ id: 'S1', name: 'First', waitLimit: 'PT1M' }, { id: 'S2', name: 'Second' }] });
    const keyOf = async (role: 'reader' | 'wall') => (await server.makeKey(hallId, role)).key;
    const scene: Scene = { server, proxy, hallId, keys: [await keyOf('reader'), await keyOf('wall')], screens: [] };
    for (let seat = 0; seat < 2; seat++) scene.screens.push(seatIn(scene));
    return scene;
  }

  async function apart({ hallId, keys, screens }: Scene): Promise<number> {
    const fresh = await Promise.all(keys.map(async (key) => canonicalRows((await server.state(hallId, key)).rows)));
    return screens.filter(({ canonical }, index) => canonical !== fresh[index % 2]).length;
  }

  it('all come to hold what a fresh snapshot says, byte for byte', async () => {
    const runs = count(20, 100);
    let [screens, slowest] = [0, 0];
    for (let index = 0; index < runs; index++) {
      const draw = seeded(`${seed}/${index}`);
      const scene = await sceneOf(`n${index}`);
      for (let op = 0; op < OPS; op++) await befall(draw, scene);
      const seconds = await heal(scene);
      expect(seconds).withContext(`run ${seed}/${index} healed`).toBeLessThan(SECONDS_TO_HEAL);
      expect(await apart(scene)).withContext(`run ${seed}/${index}, screens apart`).toBe(0);
      for (const screen of scene.screens) {
        expect([screen.refusals, screen.reasons.mismatch]).withContext(`run ${seed}/${index}`).toEqual([[], undefined]);
        screen.end();
      }
      [screens, slowest] = [screens + scene.screens.length, Math.max(slowest, seconds)];
    }
    tried({ promise: 'F19', how: 'cuts in mid-frame, resets, black holes, dribble and restarts on real sockets', cases: runs,
      outcome: `${screens} screens, 0 apart from a fresh snapshot; vouched for again after at most ${slowest} beats` });
  });

  it('the net has teeth: a screen that is deaf to each third delta is found out by the hash', async () => {
    const scene = await sceneOf('deaf');
    const deaf = seatIn(scene, { deafToEach: 3 });
    scene.screens.push(deaf);
    const draw = seeded(`${seed}/deaf`);
    for (let second = 0; second < 40 && !deaf.reasons.mismatch; second++) {
      await server.post('deaf', [saidNow(draw, server)]);
      server.clock.pass(1_000);
      await wait(TURN_MS);
    }
    expect(deaf.reasons.mismatch).toBeGreaterThan(0);
    for (const screen of scene.screens) screen.end();
  });
});

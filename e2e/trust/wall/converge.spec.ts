import { setImmediate as judged } from 'node:timers/promises';
import { seeded, type Seeded } from '../../../server/domain/golden/seeded.js';
import { count, seed, tried } from '../kit/tried.js';
import { LossyScreen, type Message } from './lossy-screen.spec-kit.js';
import { anyEvent, MemoryHall } from './memory-hall.spec-kit.js';

const OPS = 200;
/** With every tenth beat comes the hash; a screen that lagged is cut after ten seconds, and comes back. */
const SECONDS_TO_HEAL = 25;
/** Runs that once failed stay. */
const KEPT: string[] = [];

type Bent = (message: Message, screen: LossyScreen) => Message | null;
interface Run {
  screens: LossyScreen[];
  fresh: (screen: LossyScreen) => string;
}

/** One hall, up to eight screens and two hundred things that happen to them; then all is well for a while. */
async function run(name: string, bent?: Bent): Promise<Run> {
  const draw = seeded(name);
  const hall = new MemoryHall();
  const roles = new Map<LossyScreen, 'wall' | 'reader'>();
  const screens = Array.from({ length: 1 + Math.floor(draw.next() * 8) }, (_, index) => {
    const role = index % 2 ? 'reader' : 'wall';
    const screen = new LossyScreen(hall, role, bent);
    roles.set(screen, role);
    return screen;
  });
  for (let op = 0; op < OPS; op++) {
    befall(draw, hall, screens);
    await judged();
  }
  for (let n = 0; n < SECONDS_TO_HEAL; n++) {
    for (const screen of screens) screen.connect();
    for (const screen of screens) screen.deliver();
    second(hall, screens);
    await judged();
  }
  const fresh = (screen: LossyScreen): string => {
    const other = new LossyScreen(hall, roles.get(screen)!);
    other.connect();
    other.deliver();
    screen.deliver(); // what the other's hello published
    return other.canonical;
  };
  return { screens, fresh };
}

function befall(draw: Seeded, hall: MemoryHall, screens: LossyScreen[]): void {
  const screen = draw.pick(screens, () => 1);
  const happenings: [weight: number, happens: () => void][] = [
    [30, () => hall.post(anyEvent(draw), draw.chance(0.1) ? draw.between(0, 600_000) : 0)],
    [10, () => hall.clock.pass(draw.between(0, 600))],
    [12, () => second(hall, screens)],
    [1, () => hall.clock.pass(draw.between(60_000, 3_600_000))],
    [20, () => screen.deliver(draw.between(1, 8))],
    [8, () => screen.deliver()],
    [4, () => screen.connect()],
    [2, () => screen.cut()],
    [3, () => screen.lose()],
    [3, () => screen.repeat()],
    [3, () => screen.mixUp()],
    [0.5, () => restart(hall, screens)],
  ];
  draw.pick(happenings, ([weight]) => weight)[1]();
}

function second(hall: MemoryHall, screens: LossyScreen[]): void {
  hall.second();
  for (const screen of screens) screen.second();
}

function restart(hall: MemoryHall, screens: LossyScreen[]): void {
  for (const screen of screens) screen.cut();
  hall.restart();
}

const apart = ({ screens, fresh }: Run): LossyScreen[] => screens.filter((screen) => fresh(screen) !== screen.canonical);
const found = ({ screens }: Run): number => screens.reduce((sum, { reasons }) => sum + (reasons.mismatch ?? 0), 0);

describe('[F19] screens on a wire that loses, repeats and mixes up', () => {
  it('all come to hold what a fresh screen is told, byte for byte, and never rows that the server\'s hash belies', async () => {
    const runs = count(1_000, 10_000);
    let [screens, gaps, behind] = [0, 0, 0];
    for (const name of [...KEPT, ...Array.from({ length: runs }, (_, index) => `${seed}/${index}`)]) {
      const one = await run(name);
      expect(apart(one).length).withContext(`run ${name}`).toBe(0);
      expect(found(one)).withContext(`run ${name}, by the hash`).toBe(0);
      screens += one.screens.length;
      for (const { reasons } of one.screens) [gaps, behind] = [gaps + (reasons.gap ?? 0), behind + (reasons.behind ?? 0)];
    }
    tried({ promise: 'F19', how: `${OPS} losses, repeats, cuts, restarts and events on a wire in memory`, cases: runs,
      outcome: `${screens} screens, 0 apart from a fresh one; ${gaps} gaps and ${behind} silences found on the way` });
  });

  /** Takes a delta as if it followed on whatever is held. */
  const careless: Bent = ([name, body], { follower }) => (
    name === 'delta' && follower.place ? ['delta', { ...body, epoch: follower.place.epoch, prev: follower.place.seq }] : [name, body] as Message);
  const unproven = (bug: Bent): Bent => (message, screen) => bug(message[0] === 'beat' ? ['beat', { ...message[1], hash: undefined }] : message, screen);
  /** A server that leaves the rows of each tenth delta out, with its numbers in order. */
  const lossy = (): Bent => {
    let deltas = 0;
    return ([name, body]) => (name === 'delta' && ++deltas % 10 === 0 ? ['delta', { ...body, put: {}, remove: {} }] : [name, body] as Message);
  };

  /** Whether one of a hundred runs with that bug shows it. */
  async function someRun(bug: () => Bent, shows: (one: Run) => boolean): Promise<boolean> {
    for (let index = 0; index < 100; index++) if (shows(await run(`${seed}/${index}`, bug()))) return true;
    return false;
  }

  it('the net has teeth: a screen that applies a delta to rows it does not follow on, or is sent one that lacks rows, ends apart', async () => {
    for (const bug of [() => careless, lossy]) expect(await someRun(() => unproven(bug()), (one) => apart(one).length > 0)).toBeTrue();
  });

  it('the net has teeth: with the hash in the beat such a screen finds out by itself', async () => {
    for (const bug of [() => careless, lossy]) expect(await someRun(bug, (one) => found(one) > 0)).toBeTrue();
  });
});

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { percentile } from '../../../bench/stats.js';
import { ServerProcess, type StartOptions } from '../kit/server-process.js';
import { count, seed, tried } from '../kit/tried.js';
import { shuffled } from '../../../server/domain/hall/arbitrary-events.spec-kit.js';
import { ArmedHall } from './armed-hall.js';

const SECOND = 1_000;
/** From the first post to the first due instant: what a feed tells of its past is judged a second after it. */
const LEAD_MS = 3 * SECOND;
const EVERY_MS = 50;
const [ARMED, OVER_MS] = [count(500, 10_000), count(2, 60) * SECOND];
/** A machine that builds and tests beside it is granted more. */
const [P99_MS, MOST_MS] = [count(1_000, 250), count(3_000, 1_000)];

interface Measured {
  raised: number;
  early: number;
  posted: number;
  p99: number;
  most: number;
}

/** Arms so many waits, lets them fall due one after another with so many other events a second, and reads when each was stored. */
async function fallDue({ armed, perSecond, options = {} }: { armed: number; perSecond: number; options?: StartOptions }): Promise<Measured> {
  const data = await mkdtemp(join(tmpdir(), 'hallboard-due-'));
  const server = await ServerProcess.start(data, options);
  try {
    const hall = await new ArmedHall(server).make();
    const first = Date.now() + LEAD_MS + armed / 5;
    const last = first + (OVER_MS * armed) / ARMED;
    const instants = shuffled(Array.from({ length: armed }, (_, index) => Math.round(first + ((last - first) * index) / armed)), seed);
    const dues = new Map(instants.map((due, index) => [`t${index}`, due]));
    await hall.arm(dues);
    let posted = 0;
    for (let beat = Date.now(); Date.now() < last; await wait(Math.max(0, (beat += EVERY_MS) - Date.now()))) posted += await load(hall, (perSecond * EVERY_MS) / SECOND);
    const raised = await hall.awaits(armed, 10 * SECOND);
    const late = raised.map(({ loggedAt, data: { subject } }) => loggedAt - dues.get(subject.id)!);
    return { raised: new Set(raised.map(({ data: { subject } }) => subject.id)).size, early: late.filter((ms) => ms < 0).length, posted, p99: percentile(late, 99), most: Math.max(...late) };
  } finally {
    await server.end('SIGKILL');
    await rm(data, { recursive: true });
  }
}

async function load(hall: ArmedHall, events: number): Promise<number> {
  const now = Date.now();
  if (events > 0) await hall.post(Array.from({ length: events }, (_, index) => ({ type: 'queue.observed', time: now, data: { serviceId: 'land', waiting: index } })));
  return events;
}

describe('[F15] A wait that falls due', () => {
  for (const [how, perSecond] of [['with no event at all', 0], ['with 1,000 other events a second', 1_000]] as const) {
    it(`is a breach at its instant, ${how}`, async () => {
      const { raised, early, posted, p99, most } = await fallDue({ armed: ARMED, perSecond });
      tried({ promise: 'F15', how: `waits due within ${OVER_MS / SECOND} s, ${how}`, cases: ARMED, outcome: `${raised} raised, ${early} early; ${Math.round(p99)} ms late at p99, ${most} ms at most${posted ? `; ${posted.toLocaleString('en')} events meanwhile` : ''}` });
      expect([raised, early]).toEqual([ARMED, 0]);
      expect(p99).toBeLessThanOrEqual(P99_MS);
      expect(most).toBeLessThanOrEqual(MOST_MS);
    }, OVER_MS + 60 * SECOND);
  }

  it('the net has teeth: a server whose timers come four seconds late is caught', async () => {
    const late = 'const set = globalThis.setTimeout; globalThis.setTimeout = (then, ms, ...rest) => set(then, ms > 0 && ms <= 250 ? ms + 4000 : ms, ...rest);';
    const { p99 } = await fallDue({ armed: 1, perSecond: 0, options: { node: ['--import', `data:text/javascript,${encodeURIComponent(late)}`] } });
    expect(p99).toBeGreaterThan(P99_MS);
  }, 60 * SECOND);
});

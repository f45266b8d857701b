import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { median } from '../../../bench/stats.js';
import { demoHall } from '../../../server/domain/golden/demo-hall.js';
import { settingsOf } from '../../../server/domain/golden/hall-plan.js';
import { workingDay } from '../../../server/domain/golden/working-day.js';
import { Watcher } from '../../../server/feed/watcher.spec-kit.js';
import { ServerProcess } from '../kit/server-process.js';
import { count, tried } from '../kit/tried.js';
import { dateAfter } from './zone-reference.js';
import { heldBy, type Held } from './process-figures.js';

/** HALLBOARD_SOAK_MINUTES makes it as long as somebody has time for. */
const MINUTES = Number(process.env['HALLBOARD_SOAK_MINUTES'] ?? count(0.2, 6));
/** A day is over in 144 seconds. */
const SPEED = 600;
const BEGIN = '2026-03-02T12:00:00+08:00';
const [DAYS, DAY_MS] = [Math.ceil((MINUTES * SPEED) / 1440) + 1, 86_400_000];
const [POST_MS, SAMPLE_MS, SCREENS] = [250, 2_000, 10];
/** At twenty times the pace that is less than a megabyte an hour. */
const MORE_MB_A_DAY = 1.2;
/** What is collected now and then: a sample then tells what is held and not what waits to be thrown away. */
const COLLECTING = 'setInterval(() => globalThis.gc(), 1000).unref();';

/** Working days at six hundred times their pace on the real server, with screens that stay and some that come and go. */
class Soak {
  private next = 0;
  private readonly events = Array.from({ length: DAYS }, (_, day) => dateAfter(BEGIN.slice(0, 10), day))
    .flatMap((date) => workingDay({ seed: 'soak', date, plan: demoHall }))
    .filter(({ time }) => Date.parse(time!) >= Date.parse(BEGIN));
  private readonly screens: Watcher[] = [];
  readonly samples: Held[] = [];
  posted = 0;

  constructor(
    private readonly server: ServerProcess,
    private readonly data: string,
  ) {}

  private showing = (began: number) => Date.parse(BEGIN) + (Date.now() - began) * SPEED;

  async run(minutes: number): Promise<void> {
    const settings = { ...settingsOf(demoHall), demo: true, clock: { at: BEGIN, speed: SPEED } };
    await this.server.ask('halls/soak', { method: 'PUT', body: JSON.stringify(settings) });
    const began = Date.now();
    for (let n = 0; n < SCREENS; n++) this.screens.push(await this.screen());
    for (let turn = 1; Date.now() - began < minutes * 60_000; turn++) {
      await this.post(this.showing(began));
      if (turn % (SAMPLE_MS / POST_MS) === 0) this.samples.push(await heldBy(this.server, this.data, Date.now() - began));
      else (await this.screen()).end();
      await wait(Math.max(0, began + turn * POST_MS - Date.now()));
    }
    for (const screen of this.screens) screen.end();
  }

  private screen(): Promise<Watcher> {
    return Watcher.of({ url: this.server.url, hallId: 'soak', key: this.server.operatorKey });
  }

  private async post(until: number): Promise<void> {
    const first = this.next;
    while (this.next < this.events.length && Date.parse(this.events[this.next]!.time!) <= until) this.next++;
    for (let from = first; from < this.next; from += 500) {
      const body = JSON.stringify(this.events.slice(from, Math.min(this.next, from + 500)));
      const answer = await this.server.ask('halls/soak/events', { method: 'POST', type: 'application/cloudevents-batch+json', body });
      this.posted += ((await answer.json()) as { accepted: number }).accepted;
    }
    for (const screen of this.screens) screen.deltas.length = screen.beats.length = 0;
  }
}

async function soak(minutes: number): Promise<Soak & { said: string }> {
  const data = await mkdtemp(join(tmpdir(), 'hallboard-soak-'));
  const server = await ServerProcess.start(data, { node: ['--expose-gc', '--import', `data:text/javascript,${encodeURIComponent(COLLECTING)}`] });
  const run = new Soak(server, data);
  try {
    await run.run(minutes);
    return Object.assign(run, { said: server.said });
  } finally {
    await server.end('SIGKILL');
    await rm(data, { recursive: true });
  }
}

/** The first part warms up: code is compiled, rings and pools are filled. */
const warm = (samples: Held[]) => samples.slice(Math.floor(samples.length / 3));
const most = (samples: Held[], of: keyof Held) => Math.max(...samples.map((one) => one[of]));

/** What is held at night, between one day's tickets and the next: the least of each night but the first two. */
function nights(samples: Held[], of: keyof Held): number[] {
  const byNight = new Map<number, number>();
  for (const one of samples) {
    const night = Math.floor((Date.parse(BEGIN) + one.ms * SPEED + DAY_MS / 2) / DAY_MS);
    byNight.set(night, Math.min(byNight.get(night) ?? Infinity, one[of]));
  }
  return [...byNight.values()].slice(2, -1);
}

/** By how much that grows from night to night. */
function growth(samples: Held[], of: keyof Held): number {
  const found = nights(samples, of);
  return found.length < 2 ? 0 : (found.at(-1)! - found[0]!) / (found.length - 1);
}

describe('[F29] Day after day', () => {
  it('the server holds no more memory, files or timers than it did, and its journal’s log of writes stays small', async () => {
    const { samples, posted, said } = await soak(MINUTES);
    const [heap, rss, wal] = [growth(samples, 'heapMb'), growth(samples, 'rssMb'), most(samples, 'walMb')];
    const [early, late] = [warm(samples).slice(0, samples.length / 3), warm(samples).slice(samples.length / 3)];
    // sockets come and go between two samples: the middle one tells what stays
    const usual = (some: Held[], of: keyof Held) => median(some.map((one) => one[of]));
    const more = (of: keyof Held) => Math.round(usual(late, of) - usual(early, of));
    const memory = nights(samples, 'heapMb').length < 2 ? 'no two nights to compare' : `heap ${heap.toFixed(2)} MB more a day, RSS ${rss.toFixed(2)} (at night: ${nights(samples, 'rssMb').map(Math.round).join(', ')})`;
    tried({
      promise: 'F29', how: `working days at ${SPEED} × for ${MINUTES} min, ${SCREENS} screens, three a second that come and go`, cases: posted,
      outcome: `${memory}; ${more('files')} more files, ${more('resources')} more timers and sockets; at most ${wal.toFixed(1)} MB of WAL`,
    });
    expect(heap).toBeLessThanOrEqual(MORE_MB_A_DAY);
    expect(wal).toBeLessThanOrEqual(64);
    expect(more('files')).toBeLessThanOrEqual(5);
    expect(more('resources')).toBeLessThanOrEqual(10);
    expect(said).not.toContain('MaxListenersExceededWarning');
  }, (MINUTES + 2) * 60_000);

  it('the net has teeth: a megabyte more each second is seen', () => {
    const samples = Array.from({ length: 900 }, (_, second): Held => ({ ms: second * 1_000, rssMb: 200 + second, heapMb: 50 + second, files: 50, resources: 30, walMb: 1 }));
    expect(growth(samples, 'heapMb')).toBeGreaterThan(MORE_MB_A_DAY);
  });
});

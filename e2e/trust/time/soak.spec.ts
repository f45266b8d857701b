import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { demoHall } from '../../../server/domain/golden/demo-hall.js';
import { settingsOf } from '../../../server/domain/golden/hall-plan.js';
import { workingDay } from '../../../server/domain/golden/working-day.js';
import { Watcher } from '../../../server/feed/watcher.spec-kit.js';
import { ServerProcess } from '../kit/server-process.js';
import { count, tried } from '../kit/tried.js';
import { heldBy, slopeAnHour, type Held } from './process-figures.js';

/** HALLBOARD_SOAK_MINUTES makes it as long as somebody has time for. */
const MINUTES = Number(process.env['HALLBOARD_SOAK_MINUTES'] ?? count(0.2, 15));
const [SPEED, DATE, BEGIN] = [20, '2026-03-02', '2026-03-02T10:00:00+08:00'];
const [POST_MS, SAMPLE_MS, SCREENS] = [250, 2_000, 10];
/** What is collected now and then: a sample then tells what is held and not what waits to be thrown away. */
const COLLECTING = 'setInterval(() => globalThis.gc(), 1000).unref();';

/** A working day at twenty times its pace on the real server, with screens that stay and one that comes and goes. */
class Soak {
  private next = 0;
  private readonly events = workingDay({ seed: 'soak', date: DATE, plan: demoHall });
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

async function soak(minutes: number, preload = COLLECTING): Promise<Soak & { said: string }> {
  const data = await mkdtemp(join(tmpdir(), 'hallboard-soak-'));
  const server = await ServerProcess.start(data, { node: ['--expose-gc', '--import', `data:text/javascript,${encodeURIComponent(preload)}`] });
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

describe('[F29] Day after day', () => {
  it('the server holds no more memory, files or timers than it did, and its journal’s log of writes stays small', async () => {
    const { samples, posted, said } = await soak(MINUTES);
    const [early, late] = [warm(samples).slice(0, samples.length / 3), warm(samples).slice(samples.length / 3)];
    const [rss, heap, wal] = [slopeAnHour(warm(samples), 'rssMb'), slopeAnHour(warm(samples), 'heapMb'), most(samples, 'walMb')];
    console.log(JSON.stringify(samples.filter((_, index) => index % Math.ceil(samples.length / 20) === 0)));
    const grown = (of: keyof Held) => most(late, of) - most(early, of);
    tried({
      promise: 'F29', how: `a working day at ${SPEED} × for ${MINUTES} min, ${SCREENS} screens, three a second that come and go`, cases: posted,
      outcome: `heap ${heap.toFixed(1)} MB an hour, RSS ${rss.toFixed(1)}; files ${grown('files')} more, resources ${grown('resources')} more; at most ${wal.toFixed(1)} MB of WAL`,
    });
    expect(wal).toBeLessThanOrEqual(64);
    expect(grown('files')).toBeLessThanOrEqual(5);
    expect(grown('resources')).toBeLessThanOrEqual(10);
    expect(said).not.toContain('MaxListenersExceededWarning');
  }, (MINUTES + 2) * 60_000);
});

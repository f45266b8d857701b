import type { PostedEvent } from '../../../shared/events/cloud-event.js';
import { demoHall } from '../../domain/golden/demo-hall.js';
import { settingsOf } from '../../domain/golden/hall-plan.js';
import { addDays, formatLocal, localDate, localInstant, localTime } from '../../domain/golden/local-time.js';
import { workingDay } from '../../domain/golden/working-day.js';
import { realTime, type Clock } from '../../domain/calendar/clock.js';
import { demoRecords } from './demo-records.js';
import { hallApi, realWait, type HallApi, type PutHall, type Wait } from './hall-api.js';
import { playWhenDue } from './playback.js';

/**
 * The demo: keeps the hall `demo` at work for as long as the server runs, so that a new installation has something to watch
 * at once. It posts a built day through the same public intake as any ticket system, each event when the hall's own clock
 * reaches it. A restart goes on where the hall stands: the same day builds the same events, and what is stored counts once.
 * Called by the server's start when the demo is on. Promises: ends when the signal says so, never by throwing.
 */
interface Demo {
  baseUrl: string;
  /** A key of role admin. */
  key: string;
  now: () => number;
  signal: AbortSignal;
  log: (message: string) => void;
  wait?: Wait;
}

export const DEMO_HALL = 'demo';
const SEED = 'demo';
const TICK = 250;
/** A start never shows the night or an empty hall: outside these hours the clock is set to early afternoon, when the day has a curve to show and the hall is calm. */
const LIVELY = { from: '09:30', to: '16:30', otherwise: '14:12' } as const;
const MORNING = '08:55';
/** The last ticket is done by 17:30; the closed hall is shown for two minutes more, then the next morning comes. */
const DAY_OVER = '17:32';
const zone = demoHall.timezone;

interface TimedEvent {
  at: number;
  event: PostedEvent;
}
type State = NonNullable<Awaited<ReturnType<HallApi['state']>>>;

export async function runDemo(demo: Demo): Promise<void> {
  const wait = demo.wait ?? realWait(demo.signal);
  const hall = new DemoDays(hallApi({ ...demo, attempts: Infinity, wait }), { ...demo, wait });
  while (!demo.signal.aborted) {
    try {
      await hall.run();
      return;
    } catch (error) {
      if (demo.signal.aborted) return;
      demo.log(`The demo hall stumbled and tries again in 10 s: ${error instanceof Error ? error.message : String(error)}`);
      await wait(10_000).catch(() => undefined); // only the signal ends a wait early
    }
  }
}

/** Where the demo's clock is set on its first start, at this real instant. */
export function firstClock(realAt: number): { at: string; speed: number } {
  const time = localTime(realAt, zone);
  const lively = time >= LIVELY.from && time <= LIVELY.to;
  return { at: formatLocal(lively ? realAt : localInstant(localDate(realAt, zone), LIVELY.otherwise, zone), zone), speed: 1 };
}

function demoSettings(clock: { at: string; speed: number }): PutHall {
  return {
    ...settingsOf(demoHall),
    seats: 240,
    public: true,
    demo: true,
    clock,
  };
}

/** Days before the hall's own on which something was left open, because the server was down when they ended. */
export function unfinishedDays({ rows }: Pick<State, 'rows'>, today: string): string[] {
  const since = [
    ...Object.values(rows.tickets).map((ticket) => ticket.issuedAt),
    ...Object.values(rows.counters).flatMap(({ state, stateAt }) => (state === 'closed' || stateAt === null ? [] : [stateAt])),
  ];
  return [...new Set(since.map((at) => localDate(at, zone)))].filter((date) => date < today).sort();
}

class DemoDays {
  private lastBuilt: { date: string; events: TimedEvent[] } = { date: '', events: [] };

  constructor(
    private readonly api: HallApi,
    private readonly demo: Demo & { wait: Wait },
  ) {}

  async run(): Promise<void> {
    const found = await this.api.state(DEMO_HALL);
    if (found && !found.rows.hall[DEMO_HALL]?.demo) {
      this.demo.log(`The hall "${DEMO_HALL}" is not marked as a demo: it is somebody's own, and the demo leaves it alone`);
      return;
    }
    let at = found ? await this.awake(Date.parse(found.at)) : await this.setClock(firstClock(this.demo.now()).at);
    await this.keepRecords(at);
    for (;;) {
      const clock = await this.catchUp(at);
      await this.playOn(clock);
      at = await this.setClock(formatLocal(localInstant(addDays(localDate(clock.showsAt, zone), 1), MORNING, zone), zone));
    }
  }

  /** The night is skipped: a server that was off over it goes on in the middle of the next morning. */
  private async awake(at: number): Promise<number> {
    const [date, time] = [localDate(at, zone), localTime(at, zone)];
    if (time >= MORNING && time < DAY_OVER) return at;
    const next = time < MORNING ? date : addDays(date, 1);
    return this.setClock(formatLocal(localInstant(next, LIVELY.otherwise, zone), zone));
  }

  private async setClock(at: string): Promise<number> {
    await this.api.putHall(DEMO_HALL, demoSettings({ at, speed: 1 }));
    return Date.parse(at);
  }

  /** Once: what people then change or withdraw is theirs. */
  private async keepRecords(at: number): Promise<void> {
    const known = new Set((await this.api.records(DEMO_HALL)).records.map(({ id }) => id));
    for (const [id, said] of demoRecords(demoHall, at)) if (!known.has(id)) await this.api.putRecord(DEMO_HALL, id, said);
  }

  private built(date: string): TimedEvent[] {
    if (this.lastBuilt.date !== date) {
      const events = workingDay({ seed: SEED, date, plan: demoHall });
      this.lastBuilt = { date, events: events.map((event) => ({ at: Date.parse(event.time ?? ''), event })) };
    }
    return this.lastBuilt.events;
  }

  /** Brings the hall to where its clock stands: what other days left open is ended, and today is told up to now. */
  private async catchUp(at: number): Promise<Clock> {
    const today = localDate(at, zone);
    const state = await this.api.state(DEMO_HALL);
    if (!state) throw new Error(`the hall "${DEMO_HALL}" is gone`);
    const clock = { setAt: this.demo.now(), showsAt: Date.parse(state.at), speed: 1 };
    const earlier = unfinishedDays(state, today).flatMap((date) => this.built(date));
    await this.post([...earlier, ...this.built(today).filter((timed) => timed.at <= clock.showsAt)]);
    this.demo.log(`The demo hall stands at ${formatLocal(clock.showsAt, zone)}`);
    return clock;
  }

  private async playOn(clock: Clock): Promise<void> {
    const { now, wait } = this.demo;
    const date = localDate(clock.showsAt, zone);
    const events = this.built(date).filter((timed) => timed.at > clock.showsAt);
    await playWhenDue({ events, clock, now, wait, tickMs: TICK, post: (due) => this.post(due) });
    await wait(Math.max(realTime(clock, localInstant(date, DAY_OVER, zone)) - now(), 0));
  }

  private async post(timed: readonly TimedEvent[]): Promise<void> {
    if (!timed.length) return;
    const { rejected, problems } = await this.api.postEvents(DEMO_HALL, timed.map(({ event }) => event));
    if (rejected) this.demo.log(`The intake refused ${String(rejected)} demo events, the first because: ${String(problems[0]?.message)}`);
  }
}

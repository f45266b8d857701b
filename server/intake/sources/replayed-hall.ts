import { formatLocal, localTime } from '../../domain/golden/local-time.js';
import type { Clock } from '../../domain/calendar/clock.js';
import type { HallApi, PutHall, Wait } from './hall-api.js';
import { playWhenDue } from './playback.js';
import { historyOf, type RecordedDay } from './recorded-day.js';
import type { Recorded, Recording } from './recording.js';

/**
 * A recorded day on a hall of its own: sets the hall's clock to the day, tells it what came before, and then posts each
 * event when that clock reaches it. Called by `replay.ts`. Promises: never moves the clock of a hall that is not marked as a
 * demo, and leaves that clock standing where the day came to when it is done or told to stop: the wall keeps what it shows.
 */
interface Replay {
  hallId: string;
  name: string;
  recording: Recording;
  day: RecordedDay;
  /** Where on the day it begins to run, epoch ms. */
  from: number;
  speed: number;
}

interface Means {
  api: HallApi;
  now: () => number;
  wait: Wait;
  /** Told the day's time and the counts so far, now and then. */
  tell: (time: string, counts: Counts) => void;
}

export interface Counts {
  accepted: number;
  duplicates: number;
  rejected: number;
  firstProblem?: string;
}

/** No clock may stop, but this one takes years for a minute. It stands while history is told, and when the day is played. */
const STILL = 1e-7;

/** The settings to play under: those of the hall as it is, or of a new one named after the recording. */
async function hallFor({ hallId, name, day }: Pick<Replay, 'hallId' | 'name' | 'day'>, api: HallApi): Promise<PutHall> {
  const standing = await api.state(hallId);
  if (!standing) return { name, timezone: day.timezone, services: day.services, counters: day.counters, public: true, demo: true };
  const row = standing.rows.hall[hallId];
  if (!row?.demo) {
    throw new Error(`The hall "${hallId}"${row ? ` (${row.name})` : ''} is a real one, and a replay would move its clock: give --hall the id of a new hall`);
  }
  const settings = await api.settings(hallId);
  if (!settings) throw new Error(`The hall "${hallId}" is there, but its settings cannot be read: give --hall the id of a new hall`);
  return settings;
}

function adder(counts: Counts): (answer: Awaited<ReturnType<HallApi['postEvents']>>) => void {
  return ({ accepted, duplicates, rejected, problems }) => {
    counts.accepted += accepted;
    counts.duplicates += duplicates;
    counts.rejected += rejected;
    const [first] = problems;
    if (first) counts.firstProblem ??= `${first.code}: ${first.message}`;
  };
}

export async function replayDay(replay: Replay, { api, now, wait, tell }: Means): Promise<Counts> {
  const { hallId, recording, day, from, speed } = replay;
  const settings = await hallFor(replay, api);
  const counts: Counts = { accepted: 0, duplicates: 0, rejected: 0 };
  const count = adder(counts);
  const setClock = (at: number, pace: number): Promise<void> =>
    api.putHall(hallId, { ...settings, clock: { at: formatLocal(at, day.timezone), speed: pace } });

  await setClock(from, STILL);
  if (day.heldSince < from) count(await api.postLines(hallId, () => historyOf(recording, day, from)));
  tell(localTime(from, day.timezone), counts);

  await setClock(from, speed);
  const clock = await shownClock(hallId, { api, now, speed });
  const events = day.events.filter((event) => event.at >= from);
  let shown = from;
  try {
    await playWhenDue<Recorded>({
      events,
      clock,
      now,
      wait,
      // so often that an event is never more than some seconds of the day late
      tickMs: Math.min(Math.max(5000 / speed, 10), 250),
      post: async (due) => { count(await api.postLines(hallId, () => linesOf(due))); },
      onLook: (at) => {
        shown = Math.min(at, day.endAt - 1);
        tell(localTime(shown, day.timezone), counts);
      },
    });
  } finally {
    await setClock(shown, STILL);
  }
  return counts;
}

/** The hall's clock as seen from here: read from the hall, so never ahead of it. */
async function shownClock(hallId: string, { api, now, speed }: { api: HallApi; now: () => number; speed: number }): Promise<Clock> {
  const state = await api.state(hallId);
  if (!state) throw new Error(`The hall "${hallId}" is gone`);
  return { setAt: now(), showsAt: Date.parse(state.at), speed };
}

async function* linesOf(events: readonly Recorded[]): AsyncGenerator<string> {
  for (const event of events) yield event.text;
}

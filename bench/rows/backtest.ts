import { Backtest, type BacktestAnswer } from '../../shared/commands/standard.js';
import type { PostedEvent } from '../../shared/events/cloud-event.js';
import { hallOf } from '../../server/domain/golden/hall-of.js';
import { settingsOf } from '../../server/domain/golden/hall-plan.js';
import { workingDay } from '../../server/domain/golden/working-day.js';
import type { Bench, BenchRow } from '../bench.js';
import { startHallboard, type Hallboard } from '../hallboard.js';
import type { Line } from '../report.js';
import { clockMs } from '../stats.js';

/**
 * A month of a hall tried under a standard of twelve clauses, as the editor asks for it: from the request to the answer, which tells
 * also what was in force. The month is built day by day, without heartbeats, and put into the journal through the public intake.
 */
const HALL = 'month';
const plan = hallOf(12);
const DAYS = 31;
const EVENTS = 100_000;
const PER_POST = 5_000;
const HALL_TIME = '+08:00';

const clauses = [
  { id: 'wait', kind: 'ticket.wait', warnAfter: 'PT10M', breachAfter: 'PT15M' },
  { id: 'answer', kind: 'ticket.response', breachAfter: 'PT2M' },
  { id: 'service', kind: 'service.time', warnAfter: 'PT15M', breachAfter: 'PT25M' },
  { id: 'parked', kind: 'ticket.parked', breachAfter: 'PT20M' },
  { id: 'queue', kind: 'queue.length', limit: 12, breachAfter: 'PT5M' },
  { id: 'crowd', kind: 'hall.crowding', limit: 60, breachAfter: 'PT5M' },
  { id: 'idle', kind: 'counter.idle', breachAfter: 'PT5M' },
  { id: 'paused', kind: 'counter.paused', breachAfter: 'PT15M' },
  { id: 'few', kind: 'counters.open', limit: 6, breachAfter: 'PT10M' },
  { id: 'moved', kind: 'ticket.transfers', limit: 2 },
  { id: 'bad', kind: 'rating.bad', limit: 2 },
  { id: 'mean', kind: 'rating.mean', limit: 3.5, window: 10 },
].map((clause) => ({ ...clause, source: 'local' }));

async function measure(bench: Bench): Promise<Line[]> {
  const server = await startHallboard(bench);
  await server.putHall(HALL, settingsOf(plan));
  const events = bench.quick ? EVENTS / 5 : EVENTS;
  const month = monthBefore(Date.now(), events);
  await fill(server, month.events);
  const key = await server.key(HALL, 'reader');
  const seconds: number[] = [];
  let answer: BacktestAnswer | undefined;
  for (let n = 0; n < bench.repetitions; n++) {
    const begin = clockMs();
    answer = await ask(server, key, month);
    seconds.push((clockMs() - begin) / 1000);
  }
  const { warnings, breaches } = answer!.proposed.total;
  const note = `${answer!.events} events on ${Object.keys(answer!.proposed.days).length} days with an alert, ${clauses.length} clauses: ${warnings} warnings, ${breaches} breaches; beside the ${answer!.inForce.total.breaches} breaches of what was in force`;
  return [{ what: `a month of ${events.toLocaleString('en-GB')} events`, unit: 's', goal: { of: 'value', is: 'atMost', limit: 5 }, ours: seconds, note }];
}

/** So many events of the working days that ended before now, and the time they lie in. */
function monthBefore(now: number, count: number): { events: PostedEvent[]; from: string; to: string } {
  const dates = Array.from({ length: DAYS }, (_, day) => new Date(now - (DAYS + 2 - day) * 24 * 3_600_000).toISOString().slice(0, 10));
  const days = dates.flatMap((date) => workingDay({ seed: 'bench', date, plan }).filter(({ type }) => type !== 'device.heartbeat'));
  const stories = days.map((event) => ({ ...event, id: `${event.time!.slice(0, 10)}-${event.id}` }));
  if (stories.length < count) throw new Error(`the month has only ${stories.length} events`);
  return { events: stories.slice(0, count), from: `${dates[0]}T00:00:00${HALL_TIME}`, to: `${dates.at(-1)}T23:59:59${HALL_TIME}` };
}

async function fill(server: Hallboard, events: PostedEvent[]): Promise<void> {
  const key = await server.key(HALL, 'device');
  for (let n = 0; n < events.length; n += PER_POST) {
    const body = JSON.stringify(events.slice(n, n + PER_POST));
    const answer = await server.ask(`${HALL}/events`, key, { type: 'application/cloudevents-batch+json', body });
    const { accepted } = (await answer.json()) as { accepted: number };
    if (accepted !== Math.min(PER_POST, events.length - n)) throw new Error(`of ${PER_POST} events only ${accepted} were accepted`);
  }
}

async function ask(server: Hallboard, key: string, { from, to }: { from: string; to: string }): Promise<BacktestAnswer> {
  const body = JSON.stringify(Backtest.parse({ clauses, from, to }));
  const answer = await server.ask(`${HALL}/standard/backtest`, key, { type: 'application/json', body });
  return (await answer.json()) as BacktestAnswer;
}

export const backtest: BenchRow = { name: 'backtest', title: 'A standard tried on a month', measure };

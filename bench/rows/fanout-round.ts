import type { Child } from '../child.js';
import { cpuSeconds } from '../cpu.js';
import type { PaceLoad } from '../load/pace.js';
import type { Arrivals } from '../load/screens.js';
import { percentile } from '../stats.js';
import type { Side } from './fanout-side.js';

/** What one side did during a round. */
export interface Heard {
  cpu: number;
  seconds: number;
  arrivals: Arrivals;
  /** From the post to each socket, ms. */
  p50: number;
  p99: number;
  /** From the first socket that a delta reached to each of the others, ms: what the fan-out alone takes. */
  spreadP99: number;
}

export interface RoundPlan {
  hallIds: string[];
  screens: number;
  postsPerHallSecond: number;
  seconds: number;
  first: number;
}

/**
 * Posts to all sides in turn, so that each broadcasts while the others rest and whatever else the machine does hits them alike.
 * A server's CPU time is its own process's, so nothing of one side is counted at another.
 */
export async function playRound(sides: Side[], pace: Child<PaceLoad>, plan: RoundPlan): Promise<Heard[]> {
  const targets = plan.hallIds.flatMap((hallId) => sides.map(({ port, devices }) => ({ port, hallId, deviceKey: devices[hallId] ?? 'none' })));
  for (const side of sides) await side.screens.ask('listen', { watch: 'paced' });
  const before = sides.map(({ pid }) => cpuSeconds(pid));
  const begin = performance.now();
  const perSecond = targets.length * plan.postsPerHallSecond;
  const posted = await pace.ask('post', { targets, perSecond, seconds: plan.seconds, story: 'issue', first: plan.first });
  const seconds = (performance.now() - begin) / 1000;
  const heard: Heard[] = [];
  for (const [n, side] of sides.entries()) {
    const cpu = cpuSeconds(side.pid) - before[n]!;
    const arrivals = await side.screens.ask('collect', null);
    const mine = posted.filter(({ target }) => target % sides.length === n);
    const left = new Map(mine.map(({ ticketId, at }) => [Number(ticketId.slice(2)), at]));
    const [due, came] = [mine.length * plan.screens, arrivals.times.length];
    if (came !== due) throw new Error(`${side.name}: ${due} deliveries were due, ${came} came (${arrivals.closed} screens were closed)`);
    heard.push({ cpu, seconds, arrivals, ...delays(left, arrivals) });
  }
  return heard;
}

function delays(left: Map<number, number>, { tickets, times }: Arrivals): Pick<Heard, 'p50' | 'p99' | 'spreadP99'> {
  const first = new Map<number, number>();
  tickets.forEach((ticket, n) => first.set(ticket, Math.min(times[n]!, first.get(ticket) ?? Infinity)));
  const fromPost = times.map((time, n) => time - (left.get(tickets[n]!) ?? NaN));
  const fromFirst = times.map((time, n) => time - (first.get(tickets[n]!) ?? NaN));
  return { p50: percentile(fromPost, 50), p99: percentile(fromPost, 99), spreadP99: percentile(fromFirst, 99) };
}

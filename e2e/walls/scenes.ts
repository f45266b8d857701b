/**
 * The situations in which a wall is looked at: what a hall of each size has lived through by the instant of the picture. A
 * built morning as its base, and on it only what makes the situation.
 */
import type { PostedEvent } from '../../shared/events/cloud-event.js';
import { day } from '../../server/domain/golden/day-builder.js';
import { hallOf, type HallSize } from '../../server/domain/golden/hall-of.js';
import { settingsOf, type HallPlan, type ServicePlan } from '../../server/domain/golden/hall-plan.js';
import { workingDay } from '../../server/domain/golden/working-day.js';
import type { PutHall } from '../../server/intake/sources/hall-api.js';
import { paced, servedAt, settled, spokenBy, type Step } from './morning.js';

export const situations = ['calm', 'breach', 'flood', 'stale', 'disconnected', 'closed'] as const;
export type Situation = (typeof situations)[number];
/** `long`: a calm hall whose names are as long as such names get. */
export type SceneName = Situation | 'long';

export interface Scene {
  settings: PutHall;
  steps: Step[];
}

const DATE = '2026-03-02';
const MINUTE = 60_000;
export const NOW = Date.parse(`${DATE}T10:42:00+08:00`);
const EVENING = Date.parse(`${DATE}T18:05:00+08:00`);

export function sceneOf(name: SceneName, size: HallSize): Scene {
  const plan = name === 'long' ? longNames(hallOf(size)) : hallOf(size);
  const settings: PutHall = { ...settingsOf(plan), seats: 20 * plan.counters.length, public: true };
  const whole = workingDay({ seed: 'walls', date: DATE, plan }).filter(({ type }) => !type.startsWith('device.'));
  if (name === 'closed') return { settings, steps: [{ at: EVENING, events: whole }] };
  if (name === 'stale') return { settings, steps: fallenSilent(settled(whole, { now: NOW - MINUTE, plan }), plan) };
  const morning = settled(whole, { now: NOW, plan });
  const more = name === 'breach' || name === 'disconnected' ? fewBreaches(morning, plan) : name === 'flood' ? flood(plan) : [];
  const steps = paced([...morning, ...more.map((event) => ({ ...event, id: `more-${event.id}` }))], NOW);
  return { settings, steps: more.length > 0 ? judged(steps, name === 'flood' ? [NOW] : [NOW - 12 * MINUTE, NOW - 2 * MINUTE, NOW]) : steps };
}

const limitOf = ({ waitLimit }: ServicePlan): number => Number(/\d+/.exec(waitLimit)?.[0]) * MINUTE;

const byCounters = ({ services, counters }: HallPlan): ServicePlan[] => {
  const used = ({ id }: ServicePlan): number => counters.filter(({ serviceIds }) => serviceIds.includes(id)).length;
  return [...services].sort((a, b) => used(a) - used(b));
};

/** The hall is given time to raise its alerts at these instants of its clock. */
function judged(steps: readonly Step[], instants: readonly number[]): Step[] {
  return steps.map((step) => ({ ...step, judged: instants.includes(step.at) }));
}

/** One queue over its limit, two near it (one in a hall of few); a counter paused, one closed, one whose own device is broken. */
function fewBreaches(morning: readonly PostedEvent[], plan: HallPlan): PostedEvent[] {
  const extra = day(DATE).from('/queue');
  const [over, ...near] = byCounters(plan).slice(0, plan.services.length > 4 ? 3 : 2);
  if (over) extra.at(NOW - limitOf(over) - 13 * MINUTE).issue('over-1', { service: over.id, number: `${over.letter}901` });
  if (over) extra.at(NOW - limitOf(over) - 2 * MINUTE).issue('over-2', { service: over.id, number: `${over.letter}902` });
  near.forEach((service, i) => extra.at(NOW - 0.9 * limitOf(service)).issue(`near-${i}`, { service: service.id, number: `${service.letter}911` }));
  const troubled = new Set([over, ...near].flatMap((service) => plan.counters.filter(({ serviceIds }) => service && serviceIds.includes(service.id))));
  const [paused, closed, ...rest] = plan.counters.filter((counter) => !troubled.has(counter)).map(({ id }) => id);
  const broken = rest.at(-1);
  if (paused === undefined || closed === undefined || broken === undefined) throw new Error('a hall this small has no room for all looks');
  extra.at(NOW);
  for (const counter of [paused, closed]) {
    const ticket = servedAt(morning, counter);
    if (ticket !== undefined) extra.end(ticket, counter);
  }
  extra.pause(paused).close(closed).fault(broken);
  return extra.events();
}

const FLOOD = 16;

/** Many limits fell within the last ten minutes, in a few zones at once. */
function flood(plan: HallPlan): PostedEvent[] {
  const extra = day(DATE).from('/queue');
  const struck = [...plan.services].filter((_, i) => i % 3 === 1);
  for (let i = 0; i < FLOOD; i++) {
    const service = struck[i % struck.length] ?? plan.services[0]!;
    extra.at(NOW - limitOf(service) - (i / 2) * MINUTE).issue(`flood-${i}`, { service: service.id, number: `${service.letter}${920 + i}` });
  }
  return extra.events();
}

const BEAT = 5_000;

/** One zone has a gateway of its own that beats every five seconds, and then says nothing more. */
function fallenSilent(morning: readonly PostedEvent[], plan: HallPlan): Step[] {
  const zone = plan.counters[0]?.zone;
  const ids = new Set(plan.counters.filter((counter) => counter.zone === zone).map(({ id }) => id));
  const source = '/gateway-A';
  const start = NOW - MINUTE;
  const beats = [0, 1, 2].map((i) => ({ at: start + i * BEAT, events: beatAt(start + i * BEAT, source, i) }));
  return [...paced(spokenBy(morning, ids, source), start), ...beats, { at: NOW, events: [] }];
}

function beatAt(at: number, source: string, i: number): PostedEvent[] {
  return day(DATE).from(source).at(at).heartbeat('gateway-A').events().map((event) => ({ ...event, id: `beat-${i}` }));
}

/** Twenty and more characters, Han and Latin, as real lists of services have them. */
const LONG = ['城乡居民基本养老保险关系转移接续与待遇核定', 'Household registration and identity documents'];

function longNames(plan: HallPlan): HallPlan {
  const long = (name: string, i: number): string => `${name} ${LONG[i % LONG.length]}`;
  return {
    ...plan,
    name: '某某市某某区人民政府政务服务管理中心第二分中心（高新技术产业开发区）',
    services: plan.services.map((service, i) => ({ ...service, name: long(service.name, i) })),
    counters: plan.counters.map((counter, i) => ({ ...counter, name: long(counter.name, i), zone: `${counter.zone} ${LONG[plan.services.length % 2]}` })),
  };
}

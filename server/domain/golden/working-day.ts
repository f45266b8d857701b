import type { PostedEvent } from '../../../shared/events/cloud-event.js';
import { Agenda } from './agenda.js';
import { day, type DayBuilder } from './day-builder.js';
import { Floor } from './floor.js';
import type { HallPlan } from './hall-plan.js';
import { localInstant } from './local-time.js';
import { seeded, type Seeded } from './seeded.js';
import { drawShift } from './shifts.js';
import { drawVisitors } from './visitors.js';

/**
 * A believable whole working day of a hall, as its ticket system, rating pads and devices would post it: in time order, the
 * same for the same seed, date and plan. Called by the demo, by specs that want a full day, and by measurements.
 */
export function workingDay({ seed, date, plan }: { seed: string; date: string; plan: HallPlan }): PostedEvent[] {
  const chance = seeded(`${seed}/${date}`);
  const agenda = new Agenda();
  const log = day(date, plan.timezone);
  const local = (time: string): number => localInstant(date, time, plan.timezone);
  const floor = new Floor({
    agenda,
    log,
    chance: chance.branch('floor'),
    services: plan.services,
    closesAt: local(plan.closes),
  });

  for (const counter of plan.counters) {
    const shift = drawShift(plan, counter, { date, chance: chance.branch(`shift ${counter.id}`) });
    if (shift) floor.staff(counter, shift);
  }
  for (const visitor of drawVisitors(plan, date, chance.branch('visitors'))) {
    agenda.plan(visitor.issuedAt, () => { floor.arrive(visitor); });
  }
  agenda.plan(local(plan.opens), () => log.at(agenda.now).from('/queue').openHall());
  agenda.plan(local(plan.closes), () => log.at(agenda.now).from('/queue').closeHall());
  planDevices({ agenda, log, chance: chance.branch('devices'), from: local(plan.opens), to: local(plan.closes) });
  agenda.run();
  return log.events();
}

const MINUTE = 60_000;
const HEARTBEAT = 5_000;
const LIGHTS_OUT = 32 * MINUTE;

interface DevicesPlan {
  agenda: Agenda;
  log: DayBuilder;
  chance: Seeded;
  from: number;
  to: number;
}

/** A kiosk and a board of the queue system that say they live, and that it does, until the lights go out half an hour after closing; on two days of three the kiosk runs out of paper once. */
function planDevices({ agenda, log, chance, from, to }: DevicesPlan): void {
  const device = (): DayBuilder => log.at(agenda.now).from('/queue');
  for (let at = from - 15 * MINUTE; at < to + LIGHTS_OUT; at += HEARTBEAT) {
    agenda.plan(at, () => device().heartbeat('kiosk-1', 'kiosk').heartbeat('board-1', 'board'));
  }
  if (!chance.chance(2 / 3)) return;
  const faultAt = chance.between(from + 60 * MINUTE, to - 60 * MINUTE);
  agenda.plan(faultAt, () => device().fault('kiosk-1', '缺纸'));
  agenda.plan(faultAt + chance.between(3, 9) * MINUTE, () => device().recover('kiosk-1'));
}

import type { Agenda } from './agenda.js';
import type { DayBuilder } from './day-builder.js';
import { Desk } from './desk.js';
import type { CounterPlan, ServicePlan } from './hall-plan.js';
import { drawRating } from './drawn-rating.js';
import type { Seeded } from './seeded.js';
import type { Shift } from './shifts.js';
import type { Visitor } from './visitors.js';
import { WaitingRoom } from './waiting-room.js';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
/** After closing, who still waits is served for so long; then the tickets left are taken back. */
const SERVE_OUT = 24 * MINUTE;
const LAST_END = 29 * MINUTE;

interface Scene {
  agenda: Agenda;
  log: DayBuilder;
  chance: Seeded;
  services: readonly ServicePlan[];
  closesAt: number;
}

/**
 * The hall's floor for one day, as a discrete-event simulation: people come, wait, are called, walk, are served, give up or
 * never show; counters open, pause and close around them. Everything that happens is written into the day builder.
 * Promises: a counter has one ticket at a time, and every ticket ends by half an hour after closing.
 */
export class Floor {
  private readonly room = new WaitingRoom();
  private readonly desks: Desk[] = [];
  private readonly parked = new Set<Visitor>();

  constructor(private readonly scene: Scene) {
    scene.agenda.plan(scene.closesAt, () => { for (const desk of this.desks) this.release(desk); });
    scene.agenda.plan(scene.closesAt + SERVE_OUT, () => { this.clear(); });
  }

  staff(counter: CounterPlan, shift: Shift): void {
    const desk = new Desk(counter, this.scene);
    this.desks.push(desk);
    const { agenda } = this.scene;
    agenda.plan(shift.opensAt, () => { desk.open(); this.release(desk); });
    for (const pause of shift.breaks) {
      agenda.plan(pause.at, () => {
        desk.owes = pause;
        if (desk.state === 'free') this.release(desk);
      });
    }
  }

  arrive(visitor: Visitor): void {
    this.say().issue(visitor.ticketId, {
      service: visitor.service.id,
      number: visitor.number,
      class: visitor.class,
      channel: visitor.channel,
    });
    this.wait(visitor);
    this.after(visitor.patienceMs, () => {
      if (visitor.state !== 'waiting') return;
      this.end(visitor);
      this.say().leave(visitor.ticketId);
    });
  }

  private say(): DayBuilder {
    return this.scene.log.at(this.scene.agenda.now).from('/queue');
  }

  private after(ms: number, happen: () => void): void {
    this.scene.agenda.plan(this.scene.agenda.now + ms, happen);
  }

  private wait(visitor: Visitor): void {
    this.room.enter(visitor);
    const idle = this.desks.filter((desk) => desk.state === 'free' && desk.counter.serviceIds.includes(visitor.service.id));
    const longest = idle.reduce<Desk | undefined>((first, desk) => (first && first.freeAt <= desk.freeAt ? first : desk), undefined);
    if (longest) this.release(longest);
  }

  private end(visitor: Visitor): void {
    this.room.leave(visitor);
    this.parked.delete(visitor);
    visitor.state = 'ended';
  }

  /** The counter has nobody: it takes the break it owes, calls the next one, goes home, or stands free. */
  private release(desk: Desk): void {
    if (desk.state !== 'free') return;
    if (desk.owes && this.scene.agenda.now < this.scene.closesAt) {
      this.after(desk.takeBreak(desk.owes), () => { desk.comeBack(); this.release(desk); });
      return;
    }
    const back = desk.back.shift();
    if (back) {
      back();
      return;
    }
    const visitor = this.room.next(desk.counter.serviceIds);
    if (visitor) this.call(desk, visitor);
    else if (this.scene.agenda.now >= this.scene.closesAt) desk.close();
  }

  private free(desk: Desk, gapMs: number): void {
    this.after(gapMs, () => {
      desk.state = 'free';
      desk.freeAt = this.scene.agenda.now;
      this.release(desk);
    });
  }

  private call(desk: Desk, visitor: Visitor): void {
    const { chance } = this.scene;
    this.room.leave(visitor);
    visitor.state = 'called';
    desk.state = 'busy';
    this.say().call(visitor.ticketId, desk.place);
    if (!chance.chance(0.045)) {
      this.after(chance.lognormal(18, 0.45) * SECOND, () => { this.serve(desk, visitor); });
      return;
    }
    this.after(chance.between(45, 80) * SECOND, () => this.say().recall(visitor.ticketId, desk.place));
    if (chance.chance(0.35)) {
      this.after(chance.between(90, 110) * SECOND, () => { this.serve(desk, visitor); });
      return;
    }
    this.after(chance.between(115, 150) * SECOND, () => {
      this.end(visitor);
      this.say().noShow(visitor.ticketId, desk.place);
      this.free(desk, chance.between(3, 10) * SECOND);
    });
  }

  private serve(desk: Desk, visitor: Visitor): void {
    const { chance, agenda, closesAt } = this.scene;
    visitor.state = 'serving';
    this.say().start(visitor.ticketId, desk.place);
    const wanted = chance.lognormal(visitor.service.medianMinutes * MINUTE, visitor.service.sigma) * this.pace(desk);
    const length = Math.min(Math.max(wanted, 20 * SECOND), closesAt + LAST_END - agenda.now);
    const early = agenda.now < closesAt - 60 * MINUTE;
    const leadsTo = this.serviceOf(visitor.service.leadsTo);
    if (early && leadsTo && chance.chance(0.03)) {
      this.after(length * 0.4, () => { this.sendOn(desk, visitor, leadsTo); });
    } else if (early && chance.chance(0.015)) {
      this.after(length * 0.5, () => { this.park(desk, visitor, length * 0.5); });
    } else {
      this.after(length, () => { this.finish(desk, visitor); });
    }
  }

  /** Staff work faster while people wait long (Kc & Terwiesch 2009 measured it); the share is local. */
  private pace(desk: Desk): number {
    const next = this.room.next(desk.counter.serviceIds);
    return next && this.scene.agenda.now - next.turnAt > 14 * MINUTE ? 0.82 : 1;
  }

  private serviceOf(id: string | undefined): ServicePlan | undefined {
    return this.scene.services.find((service) => service.id === id);
  }

  private sendOn(desk: Desk, visitor: Visitor, service: ServicePlan): void {
    this.say().transfer(visitor.ticketId, { service: service.id }, desk.place);
    visitor.service = service;
    visitor.turnAt = this.scene.agenda.now - 8 * MINUTE;
    this.wait(visitor);
    this.free(desk, 5 * SECOND);
  }

  /** They go and fetch a missing paper; back again, they go on at the same counter as soon as it is free. */
  private park(desk: Desk, visitor: Visitor, restMs: number): void {
    this.say().park(visitor.ticketId, desk.place);
    visitor.state = 'parked';
    this.parked.add(visitor);
    this.free(desk, 5 * SECOND);
    this.after(this.scene.chance.between(5, 18) * MINUTE, () => {
      desk.back.push(() => { this.goOn(desk, visitor, restMs); });
      this.release(desk);
    });
  }

  private goOn(desk: Desk, visitor: Visitor, restMs: number): void {
    if (visitor.state !== 'parked') {
      this.release(desk);
      return;
    }
    this.parked.delete(visitor);
    visitor.state = 'serving';
    desk.state = 'busy';
    this.say().unpark(visitor.ticketId, desk.place);
    this.after(restMs, () => { this.finish(desk, visitor); });
  }

  private finish(desk: Desk, visitor: Visitor): void {
    const { chance, agenda, log } = this.scene;
    const outcome = chance.pick(['completed', 'returned', 'referred'] as const, (o) => ({ completed: 94, returned: 4, referred: 2 })[o]);
    this.end(visitor);
    this.say().end(visitor.ticketId, desk.place, outcome);
    const rating = drawRating(visitor, agenda.now, chance);
    log.from('/pads').askRating(desk.place, visitor.ticketId);
    this.after(rating.afterMs, () => {
      log.at(agenda.now).from('/pads');
      if (rating.level) log.rate(rating.level, desk.place, { ticket: visitor.ticketId, ...rating.words });
      else log.defaultRating(desk.place, visitor.ticketId);
    });
    this.free(desk, chance.lognormal(14, 0.5) * SECOND);
  }

  private clear(): void {
    for (const visitor of [...this.room.everyone(), ...this.parked]) {
      this.end(visitor);
      this.say().remove(visitor.ticketId, '闭厅未办');
    }
    for (const desk of this.desks) this.release(desk);
  }
}

import type { Agenda } from './agenda.js';
import type { DayBuilder } from './day-builder.js';
import type { CounterPlan } from './hall-plan.js';
import type { Break } from './shifts.js';

/** A counter on the floor and the staff at it: what it does now, and the break it still owes them. */
export class Desk {
  state: 'closed' | 'free' | 'busy' | 'away' = 'closed';
  freeAt = 0;
  owes: Break | undefined;
  /** Who stands at it again after they were parked. */
  readonly back: (() => void)[] = [];
  readonly place: { counter: string; staff: string };
  private closedForBreak = false;

  constructor(
    readonly counter: CounterPlan,
    private readonly scene: { agenda: Agenda; log: DayBuilder },
  ) {
    this.place = { counter: counter.id, staff: counter.staffId };
  }

  private say(): DayBuilder {
    return this.scene.log.at(this.scene.agenda.now).from('/queue');
  }

  open(): void {
    const { id, staffId, serviceIds } = this.counter;
    this.say().logOn(staffId, id).open(id, { staff: staffId, services: [...serviceIds] });
    this.stand();
  }

  close(reason?: string): void {
    this.say().close(this.counter.id, reason).logOff(this.counter.staffId, this.counter.id);
    this.state = 'closed';
  }

  /** How long the break is, now that it begins. */
  takeBreak({ lengthMs, reason, closes }: Break): number {
    this.owes = undefined;
    this.closedForBreak = closes;
    if (closes) this.close(reason);
    else this.say().pause(this.counter.id, reason);
    this.state = 'away';
    return lengthMs;
  }

  comeBack(): void {
    if (this.closedForBreak) {
      this.open();
      return;
    }
    this.say().resume(this.counter.id);
    this.stand();
  }

  private stand(): void {
    this.state = 'free';
    this.freeAt = this.scene.agenda.now;
  }
}

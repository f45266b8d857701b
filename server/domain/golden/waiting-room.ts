import type { Visitor } from './visitors.js';

/** Who waits for what, and whose turn it is. */
export class WaitingRoom {
  private readonly byService = new Map<string, Visitor[]>();

  enter(visitor: Visitor): void {
    visitor.state = 'waiting';
    const queue = this.byService.get(visitor.service.id);
    if (queue) queue.push(visitor);
    else this.byService.set(visitor.service.id, [visitor]);
  }

  leave(visitor: Visitor): void {
    const queue = this.byService.get(visitor.service.id) ?? [];
    const place = queue.indexOf(visitor);
    if (place >= 0) queue.splice(place, 1);
  }

  /** The next one for a counter of these services: the longest waiting, head starts counted. */
  next(serviceIds: readonly string[]): Visitor | undefined {
    const all = serviceIds.flatMap((id) => this.byService.get(id) ?? []);
    return all.reduce<Visitor | undefined>((first, one) => (first && first.turnAt <= one.turnAt ? first : one), undefined);
  }

  everyone(): Visitor[] {
    return [...this.byService.values()].flat();
  }
}

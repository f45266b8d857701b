/** A binary heap of deadlines, each knowing its place so that it can be taken out: what a server would keep that has one timer. */
export interface Deadline {
  at: number;
  place: number;
}

export class DeadlineHeap {
  private readonly list: Deadline[] = [];

  add(deadline: Deadline): void {
    this.list.push(deadline);
    this.rise(deadline, this.list.length - 1);
  }

  /** The deadline is another instant now. */
  move(deadline: Deadline, at: number): void {
    const later = at > deadline.at;
    deadline.at = at;
    if (later) this.sink(deadline, deadline.place);
    else this.rise(deadline, deadline.place);
  }

  get next(): number {
    return this.list[0]?.at ?? Infinity;
  }

  private rise(deadline: Deadline, from: number): void {
    let place = from;
    while (place > 0) {
      const above = (place - 1) >> 1;
      const other = this.list[above]!;
      if (other.at <= deadline.at) break;
      this.put(other, place);
      place = above;
    }
    this.put(deadline, place);
  }

  private sink(deadline: Deadline, from: number): void {
    let place = from;
    for (let below = 2 * place + 1; below < this.list.length; below = 2 * place + 1) {
      if (below + 1 < this.list.length && this.list[below + 1]!.at < this.list[below]!.at) below++;
      const other = this.list[below]!;
      if (other.at >= deadline.at) break;
      this.put(other, place);
      place = below;
    }
    this.put(deadline, place);
  }

  private put(deadline: Deadline, place: number): void {
    this.list[place] = deadline;
    deadline.place = place;
  }
}

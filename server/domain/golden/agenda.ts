/** What is still to happen, earliest first; at the same instant in the order it was planned. A binary heap. */
export class Agenda {
  private readonly heap: { at: number; order: number; happen: () => void }[] = [];
  private planned = 0;
  now = -Infinity;

  plan(at: number, happen: () => void): void {
    this.heap.push({ at: Math.max(Math.round(at), this.now), order: this.planned++, happen });
    let i = this.heap.length - 1;
    while (i > 0 && this.before(i, (i - 1) >> 1)) {
      this.swap(i, (i - 1) >> 1);
      i = (i - 1) >> 1;
    }
  }

  /** Lets everything happen, and what that plans in turn. */
  run(): void {
    for (let first = this.take(); first; first = this.take()) {
      this.now = first.at;
      first.happen();
    }
  }

  private take(): { at: number; happen: () => void } | undefined {
    const first = this.heap[0];
    const last = this.heap.pop();
    if (!first || !last || first === last) return first;
    this.heap[0] = last;
    for (let i = 0; ; ) {
      const [left, right] = [2 * i + 1, 2 * i + 2];
      const child = right < this.heap.length && this.before(right, left) ? right : left;
      if (child >= this.heap.length || !this.before(child, i)) return first;
      this.swap(i, child);
      i = child;
    }
  }

  private before(i: number, j: number): boolean {
    const [a, b] = [this.heap[i], this.heap[j]];
    return a !== undefined && b !== undefined && (a.at - b.at || a.order - b.order) < 0;
  }

  private swap(i: number, j: number): void {
    const [a, b] = [this.heap[i], this.heap[j]];
    if (a && b) [this.heap[i], this.heap[j]] = [b, a];
  }
}

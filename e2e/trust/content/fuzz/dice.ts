/** Draws that a seed repeats, and what they do to bytes. */
import { seeded } from '../../../../server/domain/golden/seeded.js';

export class Dice {
  private readonly next: () => number;

  constructor(seed: number) {
    this.next = seeded(String(seed)).next;
  }

  /** A whole number from 0 to below `below`. */
  below(below: number): number {
    return Math.floor(this.next() * below);
  }

  of<T>(list: readonly T[]): T {
    return list[this.below(list.length)]!;
  }

  /** The bytes with a few of them flipped, left away, said again, or others put between. */
  mutated(bytes: Buffer, between: readonly Buffer[]): Buffer {
    let all = bytes;
    for (let times = 1 + this.below(4); times > 0; times--) {
      const [at, length] = [this.below(all.length + 1), 1 + this.below(20)];
      const [before, after] = [all.subarray(0, at), all.subarray(at)];
      switch (this.below(5)) {
        case 0: all = Buffer.concat([before, after.subarray(length)]); break;
        case 1: all = Buffer.concat([before, this.of(between), after]); break;
        case 2: all = Buffer.concat([before, after.subarray(0, length), after]); break;
        case 3: all = before; break;
        default: all = Buffer.concat([before, Buffer.from([(after[0] ?? 0) ^ (1 << this.below(8))]), after.subarray(1)]);
      }
    }
    return all;
  }
}

/** The tape of `recorder.c`, and the disks that a loss of power may leave of what stands on it. */
import { writeSync } from 'node:fs';

/** Written, cut to a length, synced, unlinked, renamed; and `a`: these ids were acknowledged. */
export interface Op {
  op: 'w' | 't' | 's' | 'u' | 'r' | 'a';
  path: string;
  offset: number;
  bytes: Buffer;
}

const HEAD = 15;
/** What a disk writes whole or not at all. */
const SECTOR = 512;

export function readTape(tape: Buffer): Op[] {
  const ops: Op[] = [];
  for (let at = 0; at + HEAD <= tape.length; ) {
    const [from, to] = [at + HEAD, at + HEAD + tape.readUInt16LE(at + 1)];
    const end = to + tape.readUInt32LE(at + 11);
    ops.push({ op: String.fromCharCode(tape[at]!) as Op['op'], path: tape.toString('utf8', from, to), offset: Number(tape.readBigUInt64LE(at + 3)), bytes: tape.subarray(to, end) });
    at = end;
  }
  return ops;
}

/** Notes on the tape what a client was answered for, in its place among the writes. */
export function noteAcknowledged(tape: number, ids: readonly string[]): void {
  const bytes = Buffer.from(ids.join('\n'));
  const head = Buffer.alloc(HEAD);
  head.write('a');
  head.writeUInt32LE(bytes.length, 11);
  writeSync(tape, Buffer.concat([head, bytes]));
}

/**
 * The files as they may stand when the power goes after `cut` ops: what was written before its file's last sync is there; of what came
 * later each sector, cut and name is or is not. `random(2)` decides.
 */
export function imageAt(ops: readonly Op[], cut: number, random: (below: number) => number): Map<string, Buffer> {
  const sure = new Map<string, number>();
  let anySync = -1;
  ops.slice(0, cut).forEach(({ op, path }, index) => {
    if (op !== 's') return;
    sure.set(path, index);
    anySync = index;
  });
  const files = new Files();
  for (let index = 0; index < cut; index++) {
    const { op, path, offset, bytes } = ops[index]!;
    const isSure = index < (op === 'u' || op === 'r' ? anySync : (sure.get(path) ?? -1));
    const happens = () => isSure || random(2) === 1;
    if (op === 'w') {
      for (let from = 0; from < bytes.length; ) {
        const to = Math.min(bytes.length, from + SECTOR - ((offset + from) % SECTOR));
        if (happens()) files.write(path, offset + from, bytes.subarray(from, to));
        from = to;
      }
    } else if (op === 't' && happens()) files.cut(path, offset);
    else if (op === 'u' && happens()) files.unlink(path);
    else if (op === 'r' && happens()) files.rename(path, bytes.toString());
  }
  return files.all();
}

class Files {
  private readonly byPath = new Map<string, { bytes: Buffer; length: number }>();

  write(path: string, offset: number, bytes: Buffer): void {
    const file = this.grown(path, offset + bytes.length);
    bytes.copy(file.bytes, offset);
  }

  cut(path: string, length: number): void {
    const file = this.grown(path, length);
    file.bytes.fill(0, length);
    file.length = length;
  }

  unlink(path: string): void {
    this.byPath.delete(path);
  }

  rename(from: string, to: string): void {
    const file = this.byPath.get(from);
    if (!file) return;
    this.byPath.delete(from);
    this.byPath.set(to, file);
  }

  all(): Map<string, Buffer> {
    return new Map([...this.byPath].map(([path, { bytes, length }]) => [path, bytes.subarray(0, length)]));
  }

  private grown(path: string, length: number): { bytes: Buffer; length: number } {
    const file = this.byPath.get(path) ?? { bytes: Buffer.alloc(1 << 16), length: 0 };
    this.byPath.set(path, file);
    if (length > file.bytes.length) file.bytes = Buffer.concat([file.bytes, Buffer.alloc(length * 2 - file.bytes.length)]);
    file.length = Math.max(file.length, length);
    return file;
  }
}

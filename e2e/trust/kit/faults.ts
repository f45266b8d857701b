/** Faults of the disk made to order: fault.c, preloaded under the server, numbers its writes and strikes one of them. */
import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { skip } from './tried.js';

const SOURCE = fileURLToPath(new URL('../../../../e2e/trust/kit/fault.c', import.meta.url));

export interface Strike {
  /** The number of the write that is struck; none, where there are fewer. */
  at: number;
  /** kill: the process, before the write; torn: after half of it; EIO: the write fails. */
  fault: 'kill' | 'torn' | 'EIO';
  /** What is numbered: these calls alone, on files with this in their name. */
  calls?: string;
  file?: string;
}

export interface Write {
  call: string;
  file: string;
}

export class Faults {
  private constructor(private readonly folder: string) {}

  /** A spec without a C compiler, or on another system, is pending and says so. */
  static async make(promise: string): Promise<Faults> {
    if (process.platform !== 'linux') skip(promise, 'writes are struck on Linux only');
    const faults = new Faults(await mkdtemp(join(tmpdir(), 'hallboard-fault-')));
    try {
      execFileSync('cc', ['-O1', '-shared', '-fPIC', '-o', faults.library, SOURCE, '-ldl'], { stdio: 'pipe' });
    } catch (error) {
      skip(promise, `no C compiler makes the library that strikes writes: ${(error as Error).message}`);
    }
    return faults;
  }

  /** The environment of a server on that folder; its writes are numbered anew. */
  env(data: string, { at, fault, calls, file }: Strike): Record<string, string> {
    rmSync(this.logOf(data), { force: true });
    const chosen = { ...(calls && { FAULT_CALLS: calls }), ...(file && { FAULT_FILE: file }) };
    return { LD_PRELOAD: this.library, FAULT_UNDER: data, FAULT_LOG: this.logOf(data), FAULT: fault, FAULT_AT: String(at), ...chosen };
  }

  /** The writes since then, in their order: the n-th has the number n. */
  writes(data: string): Write[] {
    const lines = readFileSync(this.logOf(data), 'utf8').split('\n').filter(Boolean);
    return lines.map((line) => {
      const [, call, file] = line.split(' ') as [string, string, string];
      return { call, file };
    });
  }

  async clear(): Promise<void> {
    await rm(this.folder, { recursive: true });
  }

  private get library(): string {
    return join(this.folder, 'fault.so');
  }

  private logOf(data: string): string {
    return join(this.folder, basename(data));
  }
}

import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Line } from './report.js';

/** One run of the bench: its switches, its temporary folder, and every process it has to end. */
export class Bench {
  readonly folder = mkdtempSync(join(tmpdir(), 'hallboard-bench-'));
  private readonly started: { stop(): Promise<void> }[] = [];
  private number = 0;

  constructor(
    readonly options: { quick: boolean; repetitions: number; server: string; profiles: string | undefined },
    readonly say: (line: string) => void,
  ) {}

  get quick(): boolean {
    return this.options.quick;
  }
  get repetitions(): number {
    return this.options.repetitions;
  }
  /** The server's built main file. */
  get server(): string {
    return this.options.server;
  }
  /** Where the server's CPU profiles go; undefined without --profile. */
  get profiles(): string | undefined {
    return this.options.profiles;
  }

  nextNumber(): number {
    return ++this.number;
  }

  /** Remembers what has to be stopped at the end of the row, whatever happens in it. */
  keep<T extends { stop(): Promise<void> }>(started: T): T {
    this.started.push(started);
    return started;
  }

  async stopAll(): Promise<void> {
    await Promise.all(this.started.splice(0).map((one) => one.stop()));
  }

  /** Where the servers of this run write what they say. */
  get logFile(): string {
    return join(this.folder, 'server.log');
  }

  serverLog(): string {
    return existsSync(this.logFile) ? readFileSync(this.logFile, 'utf8') : '';
  }

  removeFolder(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** A row of the table: its name on the command line, and what it measures. */
export interface BenchRow {
  name: string;
  title: string;
  measure(bench: Bench): Promise<Line[]>;
}

/** A screen as the contract describes it, over a real socket: it puts and removes rows, and says hello again when it missed something. */
import { setTimeout as wait } from 'node:timers/promises';
import { io, type Socket } from 'socket.io-client';
import { applyDelta } from '../../shared/messages/delta.js';
import type { Beat, Delta, Hello, Refused, Snapshot } from '../../shared/messages/messages.js';
import type { Rows } from '../../shared/rows/rows.js';
import { emptyRows } from '../../shared/rows/tables.js';

export interface Watch {
  url: string;
  hallId: string;
  key?: string;
  /** What it already holds. */
  held?: Pick<Watcher, 'epoch' | 'seq' | 'rows'>;
  /** Does not apply each so-manieth delta, and does not notice: a bug that a spec plants. */
  deafToEach?: number;
  headers?: Record<string, string>;
}

export class Watcher {
  readonly snapshots: Snapshot[] = [];
  readonly deltas: Delta[] = [];
  readonly beats: Beat[] = [];
  readonly refusals: Refused[] = [];
  rows: Rows = emptyRows();
  epoch = '';
  seq = -1;
  hellosAgain = 0;
  readonly socket: Socket;

  constructor(private readonly watch: Watch) {
    const { url, key, held } = watch;
    if (held) Object.assign(this, { epoch: held.epoch, seq: held.seq, rows: structuredClone(held.rows) });
    this.socket = io(`${url}/live`, {
      transports: ['websocket'], reconnection: false, forceNew: true,
      auth: key === undefined ? {} : { key },
      ...(watch.headers ? { extraHeaders: watch.headers } : {}),
    });
    this.socket.on('connect', () => this.hello());
    this.socket.on('snapshot', (snapshot: Snapshot) => this.take(snapshot));
    this.socket.on('delta', (delta: Delta) => this.apply(delta));
    this.socket.on('beat', (beat: Beat) => this.beats.push(beat));
    this.socket.on('refused', (refused: Refused) => this.refusals.push(refused));
  }

  /** Connected, and up to date for the first time. */
  static async of(watch: Watch): Promise<Watcher> {
    const watcher = new Watcher(watch);
    await until(() => watcher.snapshots.length + watcher.beats.length + watcher.refusals.length > 0);
    return watcher;
  }

  hello(message?: unknown): void {
    const held: Partial<Hello> = this.epoch ? { epoch: this.epoch, seq: this.seq } : {};
    this.socket.emit('hello', message ?? { protocol: 1, hallId: this.watch.hallId, ...held });
  }

  get lastHash(): Beat | undefined {
    return this.beats.findLast(({ hash }) => hash !== undefined);
  }

  end(): void {
    this.socket.disconnect();
  }

  private take(snapshot: Snapshot): void {
    this.snapshots.push(snapshot);
    Object.assign(this, { epoch: snapshot.epoch, seq: snapshot.seq, rows: structuredClone(snapshot.rows) });
  }

  private apply(delta: Delta): void {
    this.deltas.push(delta);
    if (delta.epoch !== this.epoch || delta.prev !== this.seq) {
      this.hellosAgain++;
      return this.hello();
    }
    this.seq = delta.seq;
    if (this.watch.deafToEach && this.deltas.length % this.watch.deafToEach === 0) return;
    applyDelta(this.rows, delta);
  }
}

/** Waits for what comes over a real wire; fails after five seconds. */
export async function until(holds: () => boolean): Promise<void> {
  for (const began = performance.now(); !holds(); await wait(2)) {
    if (performance.now() - began > 5_000) throw new Error(`it did not come to hold: ${holds.toString()}`);
  }
}

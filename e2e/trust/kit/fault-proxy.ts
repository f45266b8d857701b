/**
 * A bad network between a client and a server on this machine: latency with jitter, little bandwidth, bytes one by one, a cut in
 * the middle of a frame, a reset, a black hole. What it does may be changed while connections stand; its chance is drawn from a seed.
 */
import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { seeded, type Seeded } from '../../../server/domain/golden/seeded.js';

export interface Weather {
  latencyMs: number;
  /** So much more or less, drawn for each chunk; the order of bytes stands. */
  jitterMs: number;
  /** 0: as fast as they come. */
  bytesPerSecond: number;
  /** Written so many at a time; 0: as they come. */
  chunkBytes: number;
  /** Takes everything in and carries nothing on, new connections as well; what it swallowed it never gives back. */
  blackhole: boolean;
}

const CALM: Weather = { latencyMs: 0, jitterMs: 0, bytesPerSecond: 0, chunkBytes: 0, blackhole: false };

interface Pair {
  near: Socket;
  far: Socket;
  /** Swallowed something: what would follow is no stream any more. */
  torn: boolean;
  /** Bytes that may still go to the client before the cut. */
  left: number;
}

export class FaultProxy {
  private weather = CALM;
  private readonly pairs = new Set<Pair>();
  private readonly draw: Seeded;

  private constructor(
    private readonly server: Server,
    /** Where the server listens; it may move. */
    public target: number,
    seed: string,
  ) {
    this.draw = seeded(seed);
    server.on('connection', (near) => this.join(near));
  }

  static async start(target: number, seed = 'proxy'): Promise<FaultProxy> {
    const server = createServer({ noDelay: true });
    const proxy = new FaultProxy(server, target, seed);
    await once(server.listen(0, '127.0.0.1'), 'listening');
    return proxy;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  get connections(): number {
    return this.pairs.size;
  }

  /** From now on, for what stands and what comes; what is not named is calm. */
  turn(weather: Partial<Weather>): void {
    this.weather = { ...CALM, ...weather };
  }

  /** Every connection that stands ends after so many more bytes to its client: most likely in the middle of a frame. */
  cutAfter(bytes: number): void {
    for (const pair of this.pairs) pair.left = bytes;
  }

  /** Every connection that stands is torn off, at both ends. */
  reset(): void {
    for (const { near, far } of this.pairs) {
      near.resetAndDestroy();
      far.resetAndDestroy();
    }
  }

  async end(): Promise<void> {
    for (const { near, far } of this.pairs) {
      near.destroy();
      far.destroy();
    }
    this.server.close();
    await once(this.server, 'close');
  }

  private join(near: Socket): void {
    const far = connect({ port: this.target, host: '127.0.0.1', noDelay: true });
    const pair = { near, far, torn: false, left: Infinity };
    this.pairs.add(pair);
    const over = (): void => {
      if (near.destroyed && far.destroyed) this.pairs.delete(pair);
      if (this.weather.blackhole || pair.torn) return; // neither end hears that the other has gone
      near.destroy();
      far.destroy();
    };
    for (const end of [near, far]) end.on('error', () => undefined).on('close', over); // torn off: `close` follows
    void this.carry(pair, near, far);
    void this.carry(pair, far, near);
  }

  private async carry(pair: Pair, from: Socket, to: Socket): Promise<void> {
    try {
      for await (const bytes of from as AsyncIterable<Buffer>) await this.pass(pair, bytes, to);
    } catch {
      // torn off on the way
    }
  }

  private async pass(pair: Pair, bytes: Buffer, to: Socket): Promise<void> {
    const { latencyMs, jitterMs, bytesPerSecond, chunkBytes } = this.weather;
    const delay = latencyMs + jitterMs * (2 * this.draw.next() - 1);
    if (delay > 0) await wait(delay);
    const step = chunkBytes || bytes.length;
    for (let at = 0; at < bytes.length; at += step) {
      const part = bytes.subarray(at, at + step);
      if (bytesPerSecond > 0) await wait((1_000 * part.length) / bytesPerSecond);
      if (pair.torn ||= this.weather.blackhole) continue;
      const kept = to === pair.near ? part.subarray(0, pair.left) : part;
      if (to === pair.near) pair.left -= kept.length;
      if (!to.write(kept)) await Promise.race([once(to, 'drain'), once(to, 'close')]);
      if (pair.left === 0) to.destroy();
    }
  }
}

/**
 * One screen's view of one hall. What it has not yet taken off the wire is bounded: over the budget it is sent nothing more
 * until it has drained, then one snapshot; a screen that lags for ten seconds is cut off.
 */
import type { Socket } from 'socket.io';
import type { Refused } from '../../shared/messages/messages.js';
import type { Caller, Credentials } from '../access/caller.js';
import { audienceOf, type Audience } from './audience.js';
import { connectionOf, frameOf } from './frame.js';

export const NAMESPACE = '/live';
const BUDGET_BYTES = 256 * 1024;
const LAG_MS = 10_000;

export class Screen {
  readonly audience: Audience;
  private laggingSince: number | null = null;

  constructor(
    private readonly socket: Socket,
    readonly viewer: Caller,
    readonly credentials: Credentials,
  ) {
    this.audience = audienceOf(viewer);
  }

  get lagging(): boolean {
    return this.laggingSince !== null;
  }

  /** Writes a frame, which may come in pieces; false when the screen lags and must get a snapshot once it has drained. */
  write(frame: Buffer | readonly Buffer[], now: number): boolean {
    const connection = connectionOf(this.socket);
    if (!connection || this.laggingSince !== null) return false;
    if (connection.writableLength > BUDGET_BYTES) {
      this.laggingSince = now;
      return false;
    }
    connection.cork();
    for (const bytes of [frame].flat()) connection.write(bytes);
    connection.uncork();
    return true;
  }

  /** What to do about a screen that lags: wait, catch up by a snapshot, or cut it off. */
  lag(now: number): 'none' | 'wait' | 'drained' | 'cut' {
    if (this.laggingSince === null) return 'none';
    if ((connectionOf(this.socket)?.writableLength ?? 0) === 0) {
      this.laggingSince = null;
      return 'drained';
    }
    return now - this.laggingSince > LAG_MS ? 'cut' : 'wait';
  }

  refuse(refusal: Refused): void {
    connectionOf(this.socket)?.write(frameOf(NAMESPACE, 'refused', JSON.stringify(refusal)));
    this.socket.disconnect(true);
    this.socket.conn.close(true); // also where its queue does not drain
  }
}

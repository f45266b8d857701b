import { Subject } from 'rxjs';
import type { Delta, Hello, ScreenStatus } from '../../shared/messages/messages.js';
import type { Rows } from '../../shared/rows/rows.js';
import type { FeedGround } from './feed/hall-feed';
import type { LiveLink, LiveMessage } from './feed/live-socket';
import { NOW } from './spec-rows';

/** A line and a clock that a spec turns by hand: nothing in it waits. */
export class ManualGround implements FeedGround {
  readonly ticks = new Subject<void>();
  readonly hellos: Hello[] = [];
  readonly statuses: ScreenStatus[] = [];
  readonly keys: (string | null)[] = [];
  /** For each line: the instant it was opened for, null for now. */
  readonly instants: (string | null)[] = [];
  closed = 0;
  reopened = 0;
  private messages = new Subject<LiveMessage>();
  private passedMs = 0;

  open(key: string | null, at: () => string | null = () => null): LiveLink {
    this.keys.push(key);
    this.instants.push(at());
    this.messages = new Subject();
    return { messages: this.messages, hello: (hello) => this.hellos.push(hello), status: (status) => this.statuses.push(status), reopen: () => this.reopened++, close: () => this.closed++ };
  }

  elapsed(): number {
    return this.passedMs;
  }

  /** Lets time pass, second by second, with nothing said by the server. */
  pass(seconds: number): void {
    for (let i = 0; i < seconds; i++) {
      this.passedMs += 1_000;
      this.ticks.next();
    }
  }

  say(message: LiveMessage): void {
    this.messages.next(message);
  }

  /** The line opens and the server answers the hello with everything. */
  begin(rows: Rows, seq = 10): void {
    this.say({ kind: 'opened' });
    this.snapshot(rows, seq);
  }

  snapshot(rows: Rows, seq = 10): void {
    this.say({ kind: 'snapshot', body: { hallId: 'h1', epoch: 'e1', seq, at: at(this.passedMs), build: 'main-NEW', rows: structuredClone(rows) } });
  }

  delta(prev: number, seq: number, change: Partial<Pick<Delta, 'put' | 'remove'>> = {}): void {
    this.say({ kind: 'delta', body: { hallId: 'h1', epoch: 'e1', prev, seq, at: at(this.passedMs), put: {}, remove: {}, ...change } });
  }

  beat(seq: number, hash?: string): void {
    this.say({ kind: 'beat', body: { hallId: 'h1', epoch: 'e1', seq, now: at(this.passedMs), ...(hash ? { hash } : {}) } });
  }
}

function at(passedMs: number): string {
  return new Date(NOW + passedMs).toISOString();
}

/** A screen at the end of a wire that loses, repeats and mixes up what it carries: the server's own Screen on this side, the client's own Follower on the other. */
import { createHash } from 'node:crypto';
import type { Socket } from 'socket.io';
import { WebSocket } from 'ws';
import { applyDelta } from '../../../shared/messages/delta.js';
import { Follower, type HelloReason } from '../../../shared/messages/follower.js';
import type { Beat, Delta, Hello, Snapshot } from '../../../shared/messages/messages.js';
import { emptyRows } from '../../../shared/rows/tables.js';
import type { Caller } from '../../../server/access/caller.js';
import { canonicalRows } from '../../../server/feed/canonical-rows.js';
import { Screen } from '../../../server/feed/screen.js';
import type { MemoryHall } from './memory-hall.spec-kit.js';

export type Message = ['snapshot', Snapshot] | ['delta', Delta] | ['beat', Beat] | ['refused', object];
type Held = Partial<Pick<Hello, 'epoch' | 'seq'>>;

export class LossyScreen {
  readonly rows = emptyRows();
  readonly reasons: Partial<Record<HelloReason, number>> = {};
  private toScreen: Message[] = [];
  private toServer: Held[] = [];
  private waitingBytes = 0;
  private screen: Screen | null = null;
  private open = false;
  private silentSeconds = 0;
  readonly follower: Follower;

  constructor(
    private readonly hall: MemoryHall,
    private readonly role: Caller['role'],
    /** What a bug makes of a message before it is taken; a spec plants it. */
    private readonly bent: (message: Message, screen: LossyScreen) => Message | null = (message) => message,
  ) {
    const rows = {
      replace: (all: Snapshot['rows']) => void Object.assign(this.rows, emptyRows(), all),
      apply: (change: Pick<Delta, 'put' | 'remove'>) => applyDelta(this.rows, change),
      hash: () => createHash('sha256').update(canonicalRows(this.rows)).digest('hex'),
    };
    this.follower = new Follower({ rows, hello: (held, reason) => this.hello(held, reason), answered: () => undefined });
  }

  get canonical(): string {
    return canonicalRows(this.rows);
  }

  connect(): void {
    if (this.open) return;
    this.open = true;
    this.silentSeconds = 0;
    this.follower.hello('opened');
  }

  /** The line breaks: what was on its way, either way, is gone. */
  cut(): void {
    if (this.screen) this.hall.feed.leave(this.screen);
    Object.assign(this, { open: false, screen: null, toScreen: [], toServer: [], waitingBytes: 0 });
  }

  /** So many messages arrive, all of them where no number is said. */
  deliver(most = Infinity): void {
    for (const held of this.toServer.splice(0)) this.join(held);
    for (let n = 0; n < most && this.toScreen.length > 0; n++) this.take(this.toScreen.shift()!);
    if (this.toScreen.length === 0) this.waitingBytes = 0;
  }

  /** As the client does: a line that says nothing for ten seconds is given up for another. */
  second(): void {
    if (!this.open || ++this.silentSeconds < 10) return;
    this.cut();
    this.connect();
  }

  lose(): void {
    if (this.toServer.length > 0) this.toServer.shift();
    else this.toScreen.shift();
  }

  repeat(): void {
    if (this.toScreen.length > 0) this.toScreen.unshift(structuredClone(this.toScreen[0]!));
    this.toServer.push(...this.toServer.slice(0, 1));
  }

  mixUp(): void {
    this.toScreen.reverse();
  }

  private hello(held: Held, reason: HelloReason): void {
    this.reasons[reason] = (this.reasons[reason] ?? 0) + 1;
    if (this.open) this.toServer.push(held);
  }

  /** As the gateway does. */
  private join(held: Held): void {
    if (this.screen?.lagging) return;
    if (this.screen) this.hall.feed.leave(this.screen);
    this.screen = new Screen(this.socket(), { role: this.role, hallIds: ['m'], name: 'spec' }, {});
    this.hall.feed.join(this.screen, held);
  }

  /** As much of a socket as the server's side of a screen writes to. Its budget is met by the sixteenth part of its bytes. */
  private socket(): Socket {
    let frame: Buffer[] = [];
    const cork = (): void => void (frame = []);
    const write = (bytes: Buffer): void => void frame.push(bytes);
    const uncork = (): void => {
      const whole = Buffer.concat(frame);
      this.waitingBytes += whole.length;
      this.toScreen.push(messageOf(whole));
    };
    const waiting = (): number => this.waitingBytes * 16;
    const tcp = { cork, write, uncork, get writableLength() { return waiting(); } };
    const cut = (): void => this.cut();
    return { conn: { transport: { name: 'websocket', socket: { readyState: WebSocket.OPEN, _socket: tcp } }, close: () => undefined }, disconnect: cut } as unknown as Socket;
  }

  private take(message: Message): void {
    const taken = this.bent(message, this);
    if (!taken) return;
    this.silentSeconds = 0;
    const [name, body] = taken;
    if (name === 'snapshot') this.follower.snapshot(body);
    if (name === 'delta') this.follower.delta(body);
    if (name === 'beat') this.follower.beat(body);
  }
}

/** An unmasked frame's length takes 0, 2 or 8 bytes more; `42/live,` stands before the JSON. */
function messageOf(frame: Buffer): Message {
  const head = 2 + ({ 126: 2, 127: 8 }[frame[1]!] ?? 0);
  return JSON.parse(frame.toString('utf8', head + '42/live,'.length)) as Message;
}

/** A screen over a real socket through a bad network: socket.io's client, the client's own Follower, and a hand that reopens the line. */
import { io } from 'socket.io-client';
import { applyDelta } from '../../../shared/messages/delta.js';
import { Follower, type HelloReason } from '../../../shared/messages/follower.js';
import { hashRows } from '../../../shared/messages/hash.js';
import type { Beat, Delta, Refused, Snapshot } from '../../../shared/messages/messages.js';
import { emptyRows } from '../../../shared/rows/tables.js';
import { canonicalRows } from '../../../server/feed/canonical-rows.js';

const REOPEN_MS = 20;
const SILENT_SECONDS = 10;

export interface Seat {
  url: string;
  hallId: string;
  key: string;
  /** A bug that a spec plants: each so-manieth delta is taken for read. */
  deafToEach?: number;
}

export class ProxiedScreen {
  readonly refusals: Refused[] = [];
  readonly reasons: Partial<Record<HelloReason, number>> = {};
  private readonly rows = emptyRows();
  private readonly follower: Follower;
  private readonly socket;
  private silentSeconds = 0;
  private deltas = 0;
  private provenSeq = -1;
  private ended = false;

  constructor(seat: Seat) {
    const rows = {
      replace: (all: Snapshot['rows']) => void Object.assign(this.rows, emptyRows(), all),
      apply: (change: Pick<Delta, 'put' | 'remove'>) => (seat.deafToEach && ++this.deltas % seat.deafToEach === 0 ? undefined : applyDelta(this.rows, change)),
      hash: () => hashRows(this.rows),
    };
    this.socket = io(`${seat.url}/live`, { transports: ['websocket'], forceNew: true, reconnection: false, timeout: 2_000, auth: { key: seat.key } });
    this.follower = new Follower({
      rows,
      answered: () => undefined,
      hello: (held, reason) => {
        this.reasons[reason] = (this.reasons[reason] ?? 0) + 1;
        if (this.socket.connected) this.socket.emit('hello', { protocol: 1, hallId: seat.hallId, ...held });
      },
    });
    this.listen();
  }

  get canonical(): string {
    return canonicalRows(this.rows);
  }

  /** A beat has vouched for its rows at this place. */
  isAt({ epoch, seq }: Pick<Beat, 'epoch' | 'seq'>): boolean {
    return this.follower.place?.epoch === epoch && this.follower.place.seq === seq && this.provenSeq === seq;
  }

  /** A second of the hall's clock has gone by: a line that says nothing for ten of them is given up. */
  second(): void {
    if (++this.silentSeconds < SILENT_SECONDS) return;
    this.silentSeconds = 0;
    if (this.socket.io.engine.readyState === 'open') this.socket.io.engine.close();
  }

  end(): void {
    this.ended = true;
    this.socket.disconnect();
  }

  private listen(): void {
    const { socket, follower } = this;
    const reopen = (): void => void (this.ended || setTimeout(() => this.ended || socket.connect(), REOPEN_MS));
    socket.on('connect', () => follower.hello('opened')).on('disconnect', reopen).on('connect_error', reopen);
    socket.on('snapshot', (snapshot: Snapshot) => follower.snapshot(snapshot));
    socket.on('delta', (delta: Delta) => follower.delta(delta));
    socket.on('beat', (beat: Beat) => {
      if (follower.beat(beat)) this.provenSeq = beat.seq;
    });
    socket.on('refused', (refused: Refused) => this.refusals.push(refused));
    socket.onAny(() => (this.silentSeconds = 0));
  }
}

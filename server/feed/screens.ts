/**
 * The screens of one hall as they last spoke of themselves, here or gone. In memory: a screen that lives says it again within
 * a minute. A connection is one screen, and a hall keeps so many, so that nobody fills the memory by talking.
 */
import type { Socket } from 'socket.io';
import type { ScreenEntry } from '../../shared/commands/screens.js';
import type { Reload, ScreenStatus } from '../../shared/messages/messages.js';

const MOST = 500;
const KEPT_MS = 7 * 24 * 3_600_000;

interface Known {
  entry: Omit<ScreenEntry, 'connected'>;
  socket: Socket | null;
}

export class Screens {
  private readonly byId = new Map<string, Known>();

  /** A screen spoke: only what the contract names is kept. */
  heard(status: ScreenStatus, { socket, who, now }: { socket: Socket; who: string; now: number }): void {
    const { screenId, page, name, build, width, height, ratio, upMs, heapBytes } = status;
    for (const [id, known] of this.byId) if (known.socket === socket && id !== screenId) this.byId.delete(id);
    const before = this.byId.get(screenId);
    if (!before && !this.makeRoom(now)) return;
    const connectedAt = before?.socket === socket ? before.entry.connectedAt : now;
    const said = { screenId, page, build, width, height, ratio, upMs, heapBytes, ...(name === undefined ? {} : { name }) };
    this.byId.set(screenId, { entry: { ...said, connectedAt, lastSeenAt: now, who, address: socket.handshake.address }, socket });
  }

  /** Its connection ended. */
  left(socket: Socket, now: number): void {
    for (const known of this.byId.values()) {
      if (known.socket !== socket) continue;
      known.socket = null;
      known.entry.lastSeenAt = now;
    }
  }

  /** Tells a screen to load its page anew; false when none of this id is connected. */
  reload(screenId: string): boolean {
    const socket = this.byId.get(screenId)?.socket;
    socket?.emit('reload', { screenId } satisfies Reload);
    return socket != null;
  }

  list(now: number): ScreenEntry[] {
    this.forget(now);
    return [...this.byId.values()].map(({ entry, socket }) => ({ ...entry, connected: socket !== null }));
  }

  private forget(now: number): void {
    for (const [id, { entry, socket }] of this.byId) if (!socket && now - entry.lastSeenAt > KEPT_MS) this.byId.delete(id);
  }

  /** Whoever has been gone for longest makes room; those who are here never do. */
  private makeRoom(now: number): boolean {
    this.forget(now);
    if (this.byId.size < MOST) return true;
    const gone = [...this.byId.values()].filter(({ socket }) => !socket).map(({ entry }) => entry);
    const oldest = gone.reduce<(typeof gone)[number] | null>((old, one) => (old && old.lastSeenAt <= one.lastSeenAt ? old : one), null);
    return oldest !== null && this.byId.delete(oldest.screenId);
  }
}

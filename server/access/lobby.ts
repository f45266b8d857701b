/**
 * Sockets that were not let in: whoever shows nothing within five seconds is shown out, and whoever was let in and no longer
 * would be, within one. Asked by the gateways, for Nest's guards never see a connection.
 */
const PATIENCE_MS = 5_000;
/** Twice in the second that a revocation may take. */
const LOOK_MS = 500;

interface Guest {
  readonly handshake: { readonly issued: number };
  readonly conn: { close(discard: boolean): unknown };
  disconnect(close: boolean): unknown;
}

export class Lobby<T extends Guest> {
  private readonly timer: NodeJS.Timeout;
  private readonly inside = new WeakSet<T>();

  constructor(
    private readonly guests: () => Iterable<T>,
    private readonly isIn: (guest: T) => boolean,
  ) {
    this.timer = setInterval(() => this.look(Date.now()), LOOK_MS).unref();
  }

  close(): void {
    clearInterval(this.timer);
  }

  private look(now: number): void {
    for (const guest of this.guests()) {
      if (this.isIn(guest)) this.inside.add(guest);
      else if (this.inside.has(guest) || now - guest.handshake.issued > PATIENCE_MS - LOOK_MS) {
        guest.disconnect(true);
        guest.conn.close(true); // also where its queue does not drain
      }
    }
  }
}

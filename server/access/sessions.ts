import { LessThan, Not, type Repository } from 'typeorm';
import type { SessionEntry } from '../../shared/commands/people.js';
import { newSecret, sha256 } from './secret.js';
import type { StoredSession } from './session.entity.js';

const HOUR = 3_600_000;
/** A log-in ends after this long without a request, and after a week in any case (local; a choice, not a norm). */
export const IDLE_MS = 12 * HOUR;
export const LONGEST_MS = 7 * 24 * HOUR;
/** How stale the stored `seenAt` may be: a request every second must not be a write every second. */
const STALE_MS = 5 * 60_000;

interface Session {
  readonly username: string;
  readonly createdAt: number;
  seenAt: number;
  storedAt: number;
}

/** Log-ins by opaque token: revocable at once, and still there after a restart. */
export class Sessions {
  readonly #byHash = new Map<string, Session>();
  #writing: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly table: Repository<StoredSession>,
    private readonly now: () => number,
  ) {}

  async load(): Promise<void> {
    await this.#sweep();
    for (const { hash, username, createdAt, seenAt } of await this.table.find()) {
      this.#byHash.set(hash, { username, createdAt, seenAt, storedAt: seenAt });
    }
  }

  async start(username: string): Promise<string> {
    await this.#sweep();
    const token = newSecret();
    const hash = hashOf(token);
    const at = this.now();
    await this.table.insert({ hash, username, createdAt: at, seenAt: at });
    this.#byHash.set(hash, { username, createdAt: at, seenAt: at, storedAt: at });
    return token;
  }

  /** Whose token it is, null when nobody's any more. Being asked keeps it alive. */
  username(token: string): string | null {
    const hash = hashOf(token);
    const session = this.#byHash.get(hash);
    if (!session) return null;
    const at = this.now();
    if (hasEnded(session, at)) {
      this.#byHash.delete(hash);
      return null;
    }
    session.seenAt = at;
    if (at - session.storedAt > STALE_MS) this.#keep(hash, session);
    return session.username;
  }

  async end(token: string): Promise<void> {
    const hash = hashOf(token);
    this.#byHash.delete(hash);
    await this.table.delete({ hash });
  }

  /** Every log-in of a person ends, but for the one that `kept` is the token of. */
  async endAll(username: string, kept?: string): Promise<void> {
    const keptHash = kept === undefined ? '' : hashOf(kept);
    for (const [hash, session] of this.#byHash) if (session.username === username && hash !== keptHash) this.#byHash.delete(hash);
    await this.table.delete({ username, hash: Not(keptHash) });
  }

  /** The log-ins of a person that are open, the one used last first; `own` is the token of whoever asks. */
  of(username: string, own?: string): SessionEntry[] {
    const [at, ownHash] = [this.now(), own === undefined ? '' : hashOf(own)];
    return [...this.#byHash].filter(([, session]) => session.username === username && !hasEnded(session, at))
      .map(([hash, { createdAt, seenAt }]) => ({ id: idOf(hash), username, createdAt, seenAt, current: hash === ownHash }))
      .sort((a, b) => b.seenAt - a.seenAt);
  }

  /** Ends the log-in of that id, if it is this person's (null: whosever it is); false when there is none. */
  async endOne(id: string, username: string | null): Promise<boolean> {
    const [hash] = [...this.#byHash].find(([key, session]) => idOf(key) === id && (username === null || session.username === username)) ?? [];
    if (hash === undefined) return false;
    this.#byHash.delete(hash);
    await this.table.delete({ hash });
    return true;
  }

  /** When everything asked of the table has been written. */
  async settled(): Promise<void> {
    await this.#writing;
  }

  #keep(hash: string, session: Session): void {
    session.storedAt = session.seenAt;
    const { seenAt } = session;
    this.#writing = this.#writing
      .then(() => this.table.update({ hash }, { seenAt }))
      .catch(() => undefined); // A full disk: the session goes on in memory, and after a restart ends a little earlier.
  }

  async #sweep(): Promise<void> {
    const at = this.now();
    for (const [hash, session] of this.#byHash) if (hasEnded(session, at)) this.#byHash.delete(hash);
    // Here the stored `seenAt` counts, which may lag: an hour's grace, so that no session still alive in memory is lost.
    await this.table.delete({ seenAt: LessThan(at - IDLE_MS - HOUR) });
    await this.table.delete({ createdAt: LessThan(at - LONGEST_MS) });
  }
}

function hasEnded(session: Session, at: number): boolean {
  return at - session.seenAt >= IDLE_MS || at - session.createdAt >= LONGEST_MS;
}

/** What a log-in is called: enough of its hash to tell it from the others, and nothing that opens a door. */
function idOf(hash: string): string {
  return hash.slice(0, 16);
}

function hashOf(token: string): string {
  return sha256(token).toString('hex');
}

import type { DataSource } from 'typeorm';
import type { KeyEntry, KeyRole } from '../../shared/commands/hall.js';
import type { ChangePerson, PersonEntry, SessionEntry } from '../../shared/commands/people.js';
import { Problem } from '../problem.js';
import type { Caller, Credentials } from './caller.js';
import { openDatabase } from './database.js';
import { Keys, type NewKey } from './keys.js';
import { StoredKey } from './key.entity.js';
import { accountOf, PasswordDoor, type Try } from './password-door.js';
import { writeOperatorKey } from './operator-key.js';
import { People } from './people.js';
import { Person } from './person.entity.js';
import { StoredSession } from './session.entity.js';
import { Sessions } from './sessions.js';
import { alreadySetUp, SetUpToken } from './set-up-token.js';

/** The first administrator's name. */
export const ADMIN = 'admin';

export interface AccessOptions {
  /** The data folder; its owner must hold the folder's lock, for the operator's key is written there. */
  readonly data: string;
  readonly now: () => number;
  /** Makes the first administrator when there is none yet. */
  readonly adminPassword?: string | undefined;
}

/**
 * Who is asking, and what they may do (`may`, in caller.ts). Promises: `caller` answers from memory, without waiting, one Map
 * look-up for a known key; what is revoked or logged out is unknown to the very next call; a secret is shown once and stored
 * as a hash; no account exists that nobody set up. Called by everything that lets someone in: intake, feed, and the
 * controllers here.
 */
export class Access {
  readonly #database: DataSource;
  readonly people: People;
  readonly #now: () => number;
  readonly #keys: Keys;
  readonly #sessions: Sessions;
  readonly #door: PasswordDoor;
  #setUp: SetUpToken | null = null;

  /** Use `openAccess`. */
  constructor(database: DataSource, now: () => number) {
    this.#database = database;
    this.people = new People(database.getRepository(Person), now);
    this.#now = now;
    this.#keys = new Keys(database.getRepository(StoredKey), now);
    this.#sessions = new Sessions(database.getRepository(StoredSession), now);
    this.#door = new PasswordDoor(now);
  }

  async load({ data, adminPassword }: AccessOptions): Promise<void> {
    await this.#keys.load();
    await this.#sessions.load();
    await this.people.load();
    if (!this.people.hasAdmin()) {
      if (adminPassword === undefined) this.#setUp = new SetUpToken(this.#now);
      else await this.#createAdmin(adminPassword);
    }
    await writeOperatorKey(data, this.#keys.createFleeting({ role: 'admin', hallIds: null, name: 'operator' }));
  }

  /** Who shows these; null for nobody known. A key that is wrong is not made good by a session. */
  caller({ bearer, session }: Credentials): Caller | null {
    if (bearer !== undefined) return this.#keys.caller(bearer);
    const username = this.username({ session });
    return username === null ? null : this.people.caller(username);
  }

  /** Whose log-in it is; null for a key, which belongs to nobody. */
  username({ bearer, session }: Credentials): string | null {
    return bearer !== undefined || session === undefined ? null : this.#sessions.username(session);
  }

  createKey(hallId: string, role: KeyRole, name?: string): Promise<NewKey> {
    return this.#keys.create(hallId, role, name);
  }

  /** A key of the server's own that reads every hall, for as long as this process lives. */
  createOwnKey(name: string): string {
    return this.#keys.createFleeting({ role: 'reader', hallIds: null, name });
  }

  /** False when the hall has no such key. */
  revokeKey(hallId: string, id: string): Promise<boolean> {
    return this.#keys.revoke(hallId, id);
  }

  keysOf(hallId: string): Promise<KeyEntry[]> {
    return this.#keys.of(hallId);
  }

  /** The token of a new session; a `Problem` 401 or 429 otherwise. `from` is the address it comes from. */
  async logIn(username: string, password: string, from?: string): Promise<string> {
    const attempt: Try = { username, password, from };
    const account = accountOf(username);
    await this.#door.demand(attempt, this.people.passwordHash(account));
    return this.#sessions.start(account);
  }

  logOut(token: string): Promise<void> {
    return this.#sessions.end(token);
  }

  sessionsOf(username: string, own?: string): SessionEntry[] {
    return this.#sessions.of(username, own);
  }

  /** `username` null: whosever it is. False when there is no such log-in. */
  endSession(id: string, username: string | null): Promise<boolean> {
    return this.#sessions.endOne(id, username);
  }

  /** With another password every log-in of theirs ends, but for the one it was changed from. */
  async changePerson(username: string, change: ChangePerson, session?: string): Promise<PersonEntry> {
    const entry = await this.people.change(username, change);
    if (change.password !== undefined) await this.#sessions.endAll(username, session);
    return entry;
  }

  /** Before somebody changes their own password: that it is they who sit there. */
  async demandOwnPassword(username: string, password: string | undefined): Promise<void> {
    if (password === undefined) throw new Problem(422, 'currentPassword', 'The new password was refused: say the present one too, as currentPassword.', { field: 'currentPassword' });
    await this.#door.demand({ username, password }, this.people.passwordHash(username)).catch((error: unknown) => {
      if (!(error instanceof Problem) || error.code !== 'wrongLogIn') throw error;
      throw new Problem(401, 'currentPassword', 'The new password was refused: currentPassword is not the present one.', { field: 'currentPassword' });
    });
  }

  async removePerson(username: string): Promise<void> {
    await this.people.remove(username);
    await this.#sessions.endAll(username);
  }

  /** To be printed for whoever started the server; null when an administrator exists, or the half hour is over. */
  get setUpToken(): string | null {
    return this.#setUp?.shown ?? null;
  }

  /** Makes the first administrator and logs in as that one: the token of the session. */
  async setUp(token: string, password: string): Promise<string> {
    if (!this.#setUp) throw alreadySetUp();
    this.#setUp.take(token);
    try {
      await this.#createAdmin(password);
    } catch (error) {
      this.#setUp.giveBack(); // a password refused, or a full disk
      throw error;
    }
    return this.#sessions.start(ADMIN);
  }

  async close(): Promise<void> {
    await this.#sessions.settled();
    await this.#database.destroy();
  }

  async #createAdmin(password: string): Promise<void> {
    await this.people.create({ username: ADMIN, role: 'admin', hallIds: null, password });
  }
}

export async function openAccess(options: AccessOptions): Promise<Access> {
  const database = await openDatabase(options.data);
  try {
    const access = new Access(database, options.now);
    await access.load(options);
    return access;
  } catch (error) {
    await database.destroy();
    throw error;
  }
}

import type { DataSource, Repository } from 'typeorm';
import type { KeyEntry, KeyRole } from '../../shared/commands/hall.js';
import type { Caller, Credentials } from './caller.js';
import { openDatabase } from './database.js';
import { Keys, type NewKey } from './keys.js';
import { StoredKey } from './key.entity.js';
import { accountOf, PasswordDoor, type Try } from './password-door.js';
import { writeOperatorKey } from './operator-key.js';
import { hashPassword } from './password.js';
import { demandPassword } from './password-rules.js';
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
  readonly #people: Repository<Person>;
  readonly #now: () => number;
  readonly #keys: Keys;
  readonly #sessions: Sessions;
  readonly #door: PasswordDoor;
  readonly #accounts = new Map<string, { readonly caller: Caller; readonly passwordHash: string }>();
  #setUp: SetUpToken | null = null;

  /** Use `openAccess`. */
  constructor(database: DataSource, now: () => number) {
    this.#database = database;
    this.#people = database.getRepository(Person);
    this.#now = now;
    this.#keys = new Keys(database.getRepository(StoredKey), now);
    this.#sessions = new Sessions(database.getRepository(StoredSession), now);
    this.#door = new PasswordDoor(now);
  }

  async load({ data, adminPassword }: AccessOptions): Promise<void> {
    await this.#keys.load();
    await this.#sessions.load();
    for (const person of await this.#people.find()) this.#know(person);
    if (!this.#hasAdmin()) {
      if (adminPassword === undefined) this.#setUp = new SetUpToken(this.#now);
      else await this.#createAdmin(adminPassword);
    }
    await writeOperatorKey(data, this.#keys.createFleeting({ role: 'admin', hallId: null, name: 'operator' }));
  }

  /** Who shows these; null for nobody known. A key that is wrong is not made good by a session. */
  caller({ bearer, session }: Credentials): Caller | null {
    if (bearer !== undefined) return this.#keys.caller(bearer);
    if (session === undefined) return null;
    const username = this.#sessions.username(session);
    return username === null ? null : (this.#accounts.get(username)?.caller ?? null);
  }

  createKey(hallId: string, role: KeyRole, name?: string): Promise<NewKey> {
    return this.#keys.create(hallId, role, name);
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
    await this.#door.demand(attempt, this.#accounts.get(account)?.passwordHash);
    return this.#sessions.start(account);
  }

  logOut(token: string): Promise<void> {
    return this.#sessions.end(token);
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
    demandPassword(password);
    const passwordHash = await hashPassword(password);
    const person: Person = { username: ADMIN, role: 'admin', passwordHash, createdAt: this.#now() };
    await this.#people.insert(person);
    this.#know(person);
  }

  #know({ username, role, passwordHash }: Person): void {
    this.#accounts.set(username, { caller: Object.freeze({ role, hallId: null, name: username }), passwordHash });
  }

  #hasAdmin(): boolean {
    return [...this.#accounts.values()].some(({ caller }) => caller.role === 'admin');
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

/**
 * The people who log in: in memory to be answered at once, in the table to last. Changes come one after the other, so that of
 * two administrators who remove each other one stays.
 */
import type { Repository } from 'typeorm';
import type { ChangePerson, ColleaguesAnswer, CreatePerson, PersonEntry } from '../../shared/commands/people.js';
import { Problem } from '../problem.js';
import { may, type Act, type Caller } from './caller.js';
import { accountOf } from './password-door.js';
import { hashPassword } from './password.js';
import { demandPassword } from './password-rules.js';
import type { Person } from './person.entity.js';

interface Account {
  readonly person: Person;
  readonly caller: Caller;
}

/** The name of the operator's key: a person of that name would speak with its voice. */
const RESERVED = 'operator';

export class People {
  readonly #accounts = new Map<string, Account>();
  #turn: Promise<unknown> = Promise.resolve();
  /** Hears of each person who is no more. */
  removed: (username: string) => void = () => undefined;

  constructor(
    private readonly table: Repository<Person>,
    private readonly now: () => number,
  ) {}

  async load(): Promise<void> {
    for (const person of await this.table.find()) this.#know(person);
  }

  caller(username: string): Caller | null {
    return this.#accounts.get(username)?.caller ?? null;
  }

  passwordHash(account: string): string | undefined {
    return this.#accounts.get(account)?.person.passwordHash;
  }

  hasAdmin(): boolean {
    return this.#admins().length > 0;
  }

  list(): PersonEntry[] {
    return [...this.#accounts.values()].map(({ person }) => entryOf(person)).sort((a, b) => (a.username < b.username ? -1 : 1));
  }

  /** Who may do this in a hall. */
  colleagues(hallId: string, act: Act = 'alerts.act'): ColleaguesAnswer['people'] {
    const able = this.list().filter(({ username }) => may(this.caller(username), act, hallId));
    return able.map(({ username, name, role, staffNumber }) => ({ username, name, role, staffNumber }));
  }

  /** Nobody's case is nobody's to answer for: refuses as its owner whoever may not do this in the hall. `field`: where the owner was said. */
  demandOwner(hallId: string, owner: string, { field = 'owner', act = 'cases.act' }: { field?: string; act?: Act } = {}): void {
    if (may(this.caller(owner), act, hallId)) return;
    const others = this.colleagues(hallId, act).map(({ username }) => username);
    throw new Problem(422, 'owner', `${field}: "${owner}" may not act on hall ${hallId}; these may: ${others.slice(0, 20).join(', ') || 'nobody yet'}.`, { field });
  }

  /** What a wall shows in place of a person's name. */
  staffNumber(username: string): string | null {
    return this.#accounts.get(username)?.person.staffNumber ?? null;
  }

  async create({ username, password, role, hallIds, name = null, staffNumber = null }: Nullable<CreatePerson>): Promise<PersonEntry> {
    const account = accountOf(username);
    if (account === RESERVED) throw new Problem(422, 'username', `The username ${RESERVED} was refused: it is the name of the operator's key.`, { field: 'username' });
    demandPassword(password);
    const passwordHash = await hashPassword(password);
    return this.#inTurn(async () => {
      if (this.#accounts.has(account)) throw new Problem(409, 'usernameTaken', `There is a person "${account}" already; take another username.`, { field: 'username' });
      const person: Person = { username: account, role, passwordHash, hallIds, name, staffNumber, createdAt: this.now() };
      await this.table.insert(person);
      return this.#know(person);
    });
  }

  async change(username: string, { password, name, role, hallIds, staffNumber }: Omit<ChangePerson, 'currentPassword'>): Promise<PersonEntry> {
    if (password !== undefined) demandPassword(password);
    const said = { name, role, hallIds, staffNumber, passwordHash: password === undefined ? undefined : await hashPassword(password) };
    const changes = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)) as Partial<Person>;
    return this.#inTurn(async () => {
      const person = { ...this.#demand(username), ...changes };
      if (!isAdmin(person)) this.#refuseIfLast(username);
      if (Object.keys(changes).length > 0) await this.table.update({ username }, changes);
      return this.#know(person);
    });
  }

  remove(username: string): Promise<void> {
    return this.#inTurn(async () => {
      this.#demand(username);
      this.#refuseIfLast(username);
      await this.table.delete({ username });
      this.#accounts.delete(username);
      this.removed(username);
    });
  }

  #demand(username: string): Person {
    const account = this.#accounts.get(username);
    if (!account) throw new Problem(404, 'unknownPerson', `There is no person "${username.slice(0, 64)}": GET /api/v1/people lists them.`);
    return account.person;
  }

  #admins(): Person[] {
    return [...this.#accounts.values()].map(({ person }) => person).filter(isAdmin);
  }

  #refuseIfLast(username: string): void {
    const admins = this.#admins();
    if (admins.length !== 1 || admins[0]!.username !== username) return;
    throw new Problem(409, 'lastAdmin', `${username} is the last administrator of every hall: make another one first.`);
  }

  #know(person: Person): PersonEntry {
    const { username, role, hallIds } = person;
    this.#accounts.set(username, { person, caller: Object.freeze({ role, hallIds, name: username }) });
    return entryOf(person);
  }

  #inTurn<T>(change: () => Promise<T>): Promise<T> {
    const mine = this.#turn.then(change);
    this.#turn = mine.catch(() => undefined); // its own caller is told
    return mine;
  }
}

type Nullable<T> = { [K in keyof T]: undefined extends T[K] ? T[K] | null : T[K] };

function isAdmin({ role, hallIds }: Person): boolean {
  return role === 'admin' && hallIds === null;
}

function entryOf({ username, name, role, hallIds, staffNumber, createdAt }: Person): PersonEntry {
  return { username, name: name ?? username, role: role as PersonEntry['role'], hallIds, staffNumber, createdAt };
}

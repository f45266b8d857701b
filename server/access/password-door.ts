import { Problem } from '../problem.js';
import { Attempts } from './attempts.js';
import { decoyHash, isPassword } from './password.js';

/** One account, however it is typed. */
export function accountOf(username: string): string {
  return username.normalize('NFKC').trim().toLowerCase();
}

const SECOND = 1000;
/** Password checks that may wait for their turn; each takes about 40 ms and 19 MiB. */
const MOST_WAITING = 8;

export interface Try {
  readonly username: string;
  readonly password: string;
  /** The address it comes from, where that is known. */
  readonly from?: string | undefined;
}

/**
 * The door for passwords. To a wrong password and to an unknown name it gives the same answer after the same work, and it
 * counts both alike: whoever knocks does not learn who lives here. One check at a time: knocking must not starve the hall.
 */
export class PasswordDoor {
  readonly #decoy = decoyHash();
  readonly #byAccount: Attempts;
  readonly #byAddress: Attempts;
  #turn: Promise<unknown> = Promise.resolve();
  #waiting = 0;

  constructor(now: () => number) {
    // Local: five typing errors are free; a whole office behind one address has ten, and never waits more than a minute.
    this.#byAccount = new Attempts(now, { free: 5, longestMs: 5 * 60 * SECOND });
    this.#byAddress = new Attempts(now, { free: 10, longestMs: 60 * SECOND });
  }

  /** Returns when the password is right; `kept` is the account's hash, undefined for a name nobody bears. */
  async demand({ username, password, from }: Try, kept: string | undefined): Promise<void> {
    const account = accountOf(username);
    this.#refuseIfEarly(account, from);
    this.#byAccount.count(account);
    if (from !== undefined) this.#byAddress.count(from);
    const isRight = await this.#inTurn(() => isPassword(password, kept ?? this.#decoy));
    if (!isRight || kept === undefined) {
      throw new Problem(401, 'wrongLogIn', 'The log-in was refused: no account has this name and this password.');
    }
    this.#byAccount.forget(account);
    if (from !== undefined) this.#byAddress.takeBack(from);
  }

  #refuseIfEarly(account: string, from: string | undefined): void {
    const wait = Math.max(this.#byAccount.waitMs(account), from === undefined ? 0 : this.#byAddress.waitMs(from));
    if (wait > 0) throw tooMany('too many have failed under this name or from this address', wait);
    if (this.#waiting >= MOST_WAITING) throw tooMany('too many are being checked just now', SECOND);
  }

  async #inTurn<T>(check: () => Promise<T>): Promise<T> {
    this.#waiting += 1;
    const mine = this.#turn.then(check).finally(() => (this.#waiting -= 1));
    this.#turn = mine.catch(() => undefined); // Its own caller is told; the next in turn does not care.
    return mine;
  }
}

function tooMany(why: string, waitMs: number): Problem {
  const retryAfterSeconds = Math.ceil(waitMs / SECOND);
  const text = `The log-in was not tried: ${why}. Try again in ${retryAfterSeconds} s.`;
  return new Problem(429, 'tooManyLogIns', text, { retryAfterSeconds });
}

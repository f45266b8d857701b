import { Problem } from '../problem.js';
import { isSecret, newSecret, sha256 } from './secret.js';

const LIFE_MS = 30 * 60_000;

/** Lets whoever reads the server's console make the first administrator: once, and within half an hour. */
export class SetUpToken {
  readonly #token = newSecret();
  readonly #hash = sha256(this.#token);
  readonly #madeAt: number;
  #isTaken = false;

  constructor(private readonly now: () => number) {
    this.#madeAt = now();
  }

  /** To be printed; null once it is of no use. */
  get shown(): string | null {
    return this.#isTaken || this.#isOver() ? null : this.#token;
  }

  /** Takes the token, so that of two at once only one goes on. */
  take(token: string): void {
    if (!isSecret(token, this.#hash)) {
      throw refusal('this is not the token that the server printed at its start');
    }
    if (this.#isTaken) throw alreadySetUp();
    if (this.#isOver()) {
      throw refusal('its link is valid for 30 minutes. Start the server again for a new one');
    }
    this.#isTaken = true;
  }

  /** What it was taken for failed: it may be taken again. */
  giveBack(): void {
    this.#isTaken = false;
  }

  #isOver(): boolean {
    return this.now() - this.#madeAt >= LIFE_MS;
  }
}

function refusal(why: string): Problem {
  return new Problem(403, 'setUpToken', `The set-up was refused: ${why}.`, { field: 'token' });
}

export function alreadySetUp(): Problem {
  return new Problem(409, 'alreadySetUp', 'The set-up was refused: there is an administrator already. Log in as that one.');
}

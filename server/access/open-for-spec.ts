import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Problem } from '../problem.js';
import { type Access, openAccess } from './access.js';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;

/** An `Access` in a folder of its own, on a clock that stands until a spec moves it. */
export class Place {
  at = Date.UTC(2026, 10, 23, 1, 30);
  readonly now = (): number => this.at;
  #open: Access | null = null;

  private constructor(readonly data: string) {}

  static async make(): Promise<Place> {
    return new Place(await mkdtemp(join(tmpdir(), 'hallboard-access-')));
  }

  /** Opens it; a second time as after a restart of the server. */
  async open(adminPassword?: string): Promise<Access> {
    await this.#open?.close();
    this.#open = null;
    this.#open = await openAccess({ data: this.data, now: this.now, adminPassword });
    return this.#open;
  }

  async clear(): Promise<void> {
    await this.#open?.close();
    await rm(this.data, { recursive: true });
  }
}

/** The `Problem` it was refused with. */
export async function refusalOf(act: () => unknown): Promise<Problem> {
  try {
    await act();
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
  throw new Error('It should have been refused, and was not.');
}

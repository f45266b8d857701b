import { computed, Injectable, signal } from '@angular/core';
import type { Kept } from './sheet';

const NAME = 'hallboard.rounds';
const ROUNDS = 'rounds';

/** Rounds that this phone keeps, photos and all: those to be walked, so that they can be without a line, and those the server has not got yet. */
@Injectable({ providedIn: 'root' })
export class Phone {
  private readonly held = signal<ReadonlyMap<string, Kept>>(new Map());
  private readonly lost = signal(false);
  private readonly opened = signal(false);
  private readonly store = openStore();

  readonly rounds = computed(() => [...this.held().values()]);
  /** Nothing is said of a round before this. */
  readonly read = this.opened.asReadonly();
  /** This browser keeps nothing: what is not sent goes with the page. */
  readonly forgets = this.lost.asReadonly();

  constructor() {
    void this.readAll();
  }

  get(hallId: string, caseId: string): Kept | undefined {
    return this.held().get(keyOf({ hallId, caseId }));
  }

  keep(kept: Kept): void {
    this.held.update((held) => new Map(held).set(keyOf(kept.sheet), kept));
    void this.write((rounds) => rounds.put(kept, keyOf(kept.sheet)));
  }

  drop({ sheet }: Kept): void {
    this.held.update((held) => new Map([...held].filter(([key]) => key !== keyOf(sheet))));
    void this.write((rounds) => rounds.delete(keyOf(sheet)));
  }

  private async readAll(): Promise<void> {
    const kept = await this.write((rounds) => rounds.getAll() as IDBRequest<Kept[]>);
    // what was answered while the store opened is the newer
    this.held.update((held) => new Map([...(kept ?? []).map((one) => [keyOf(one.sheet), one] as const), ...held]));
    this.opened.set(true);
  }

  private async write<T>(act: (rounds: IDBObjectStore) => IDBRequest<T>): Promise<T | null> {
    try {
      return await done(act((await this.store).transaction(ROUNDS, 'readwrite').objectStore(ROUNDS)));
    } catch {
      this.lost.set(true); // a private window, or a full phone (DOMException)
      return null;
    }
  }
}

function keyOf({ hallId, caseId }: { hallId: string; caseId: string }): string {
  return `${hallId} ${caseId}`;
}

async function openStore(): Promise<IDBDatabase> {
  const request = indexedDB.open(NAME, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(ROUNDS);
  return done(request);
}

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((fulfil, reject) => {
    request.onsuccess = () => fulfil(request.result);
    request.onerror = () => reject(request.error!);
  });
}

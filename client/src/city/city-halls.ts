import { DestroyRef, inject, Injectable, signal } from '@angular/core';
import { exhaustMap, timer } from 'rxjs';
import type { HallEntry } from '../../../shared/commands/hall.js';
import { answered, ask } from '../feed/ask';
import { hallsWithKey } from '../feed/keys';

const EVERY_MS = 30_000;

/** A hall that has its place on the city page, before a word of its own feed. */
export interface CityHall {
  id: string;
  name: string;
}

/** Which halls stand on the page: all that the caller may see, and those that this machine holds a wall's key of. */
@Injectable()
export class CityHalls {
  private readonly list = signal<CityHall[] | null>(null, { equal: sameHalls });
  private readonly gone = signal(false);

  /** In their places; null before the first answer. */
  readonly halls = this.list.asReadonly();
  readonly away = this.gone.asReadonly();

  constructor() {
    const asking = timer(0, EVERY_MS)
      .pipe(exhaustMap(() => this.refresh()))
      .subscribe();
    inject(DestroyRef).onDestroy(() => asking.unsubscribe());
  }

  private async refresh(): Promise<void> {
    const answer = await ask<{ halls: HallEntry[] }>('GET', '/api/v1/halls');
    this.gone.set(answer.kind === 'away' || (answer.kind === 'problem' && answer.status >= 500));
    if (!this.gone()) this.list.set(inPlace(answered(answer)?.halls ?? [], hallsWithKey()));
    else this.list.update((held) => held ?? keptHalls()); // the keys alone let the walls try by themselves
  }
}

function keptHalls(): CityHall[] | null {
  const kept = hallsWithKey();
  return kept.length > 0 ? inPlace([], kept) : null;
}

/** By name, and by nothing that changes during the day: people find a hall by where it stands. */
export function inPlace(listed: readonly CityHall[], keptIds: readonly string[]): CityHall[] {
  const known = new Set(listed.map(({ id }) => id));
  const halls = [...listed, ...keptIds.filter((id) => !known.has(id)).map((id) => ({ id, name: id }))];
  return halls
    .map(({ id, name }) => ({ id, name }))
    .sort((a, b) => a.name.localeCompare(b.name, 'zh', { numeric: true }) || (a.id < b.id ? -1 : 1));
}

function sameHalls(a: CityHall[] | null, b: CityHall[] | null): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

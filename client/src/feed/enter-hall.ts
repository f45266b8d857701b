import { computed, effect, inject, untracked, type Signal } from '@angular/core';
import { HallDoor } from './hall-door';
import { HallFeed } from './hall-feed';
import { Session } from './session';

/** What the page of one hall does first: looks who is logged in here, opens the hall's door, and follows its feed as that person. */
export function enterHall(asked: Signal<string>): void {
  const [door, feed, session] = [inject(HallDoor), inject(HallFeed), inject(Session)];
  const username = computed(() => session.who()?.username);
  void session.look();
  effect(() => {
    const [hallId, who] = [asked(), username()];
    door.open(hallId);
    if (who !== undefined) untracked(() => feed.watch(hallId, null));
  });
}

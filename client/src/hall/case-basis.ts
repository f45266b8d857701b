import { computed, inject, type Signal } from '@angular/core';
import { HallDoor } from '../feed/hall-door';
import { HallFeed } from '../feed/hall-feed';
import { Session } from '../feed/session';
import { HallAnswers } from './hall-answers';

/**
 * What answers about a hall's cases and records rest on: in which hall, who asks, how often they have changed, and how often the
 * line to the server came back. Another one is a reason to ask again; undefined until all is known.
 */
export function caseBasis(): Signal<string | undefined> {
  const [door, feed, session, answers] = [inject(HallDoor), inject(HallFeed), inject(Session), inject(HallAnswers)];
  return computed(() => {
    const [hallId, who, hall] = [door.hallId(), session.who(), answers.hall()];
    return hallId && who && hall ? JSON.stringify([hallId, who.username, hall.cases.changes, feed.tally().hellos]) : undefined;
  });
}

import { computed, inject, Injectable } from '@angular/core';
import { toObservable, toSignal } from '@angular/core/rxjs-interop';
import { debounceTime, from, of, switchMap } from 'rxjs';
import type { AlertStory } from '../../../shared/commands/alert.js';
import type { Answer } from '../feed/ask';
import { HallDoor } from '../feed/hall-door';
import { HallFeed } from '../feed/hall-feed';
import { Inbox } from './inbox';

/** Keys held down pass many alerts: only the one they stop at is asked about. */
const PAUSE_MS = 150;

/** The story of the chosen alert, asked for anew whenever its row has changed. */
@Injectable()
export class Story {
  private readonly inbox = inject(Inbox);
  private readonly door = inject(HallDoor);
  private readonly feed = inject(HallFeed);

  private readonly wanted = computed(() => {
    const id = this.inbox.chosen();
    return { id, row: id === null ? undefined : this.feed.rows.alerts()[id] };
  }, { equal: (a, b) => a.id === b.id && a.row === b.row });
  private readonly answer = toSignal(
    toObservable(this.wanted).pipe(
      debounceTime(PAUSE_MS),
      switchMap(({ id }) => (id === null ? of(null) : from(this.read(id)))),
    ),
    { initialValue: null },
  );

  /** null while it is not known. */
  readonly told = computed(() => {
    const answer = this.answer();
    return answer?.id === this.inbox.chosen() && answer?.story.kind === 'ok' ? answer.story.body : null;
  });
  /** The hall knows no such alert. */
  readonly unknown = computed(() => {
    const answer = this.answer();
    return answer?.id === this.inbox.chosen() && answer?.story.kind === 'problem' && answer.story.status === 404;
  });

  private async read(id: string): Promise<{ id: string; story: Answer<AlertStory> }> {
    return { id, story: await this.door.ask<AlertStory>('GET', `alerts/${encodeURIComponent(id)}/story`) };
  }
}

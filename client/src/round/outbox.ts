import { effect, inject, Injectable, signal, untracked } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { fromEvent, interval, merge } from 'rxjs';
import type { CaseAnswer } from '../../../shared/commands/cases.js';
import type { Answer } from '../feed/ask';
import { HallDoor } from '../feed/hall-door';
import { HallFeed } from '../feed/hall-feed';
import { Session } from '../feed/session';
import { problemOf } from '../ui/problem-of';
import { Phone } from './phone';
import { isTaken, stepOf, type Kept } from './sheet';

const AGAIN_MS = 5_000;

/** Hands in what waits on this phone as soon as there is a line. A round is taken once, however often it is sent: the server refuses the second. */
@Injectable()
export class Outbox {
  private readonly door = inject(HallDoor);
  private readonly session = inject(Session);
  private readonly phone = inject(Phone);
  private readonly busy = signal(false);

  private readonly given = signal<ReadonlyMap<string, CaseAnswer>>(new Map());

  readonly sending = this.busy.asReadonly();
  /** As they stood once the server had taken them, by id. */
  readonly taken = this.given.asReadonly();

  constructor() {
    const feed = inject(HallFeed);
    merge(fromEvent(window, 'online'), interval(AGAIN_MS)).pipe(takeUntilDestroyed()).subscribe(() => void this.send());
    effect(() => {
      if (feed.freshness() === 'live' && this.session.who() && this.phone.read()) untracked(() => void this.send());
    });
  }

  async send(): Promise<void> {
    if (this.busy()) return;
    if (this.session.who() === undefined) await this.session.look(); // the page was opened without a line
    if (this.busy() || !this.session.who()) return;
    this.busy.set(true);
    for (const kept of this.phone.rounds()) {
      if (kept.waits && kept.sheet.hallId === this.door.hallId() && !(await this.handIn(kept))) break;
    }
    this.busy.set(false);
  }

  /** False: there is no line, or the server takes nothing now; it stays where it is. */
  private async handIn(kept: Kept): Promise<boolean> {
    const ids: string[] = [];
    for (const { file } of kept.answers.photos) {
      const answer = await this.door.attach(file);
      if (answer.kind !== 'ok') return this.stays(kept, answer);
      ids.push(answer.body.id);
    }
    const path = `cases/${encodeURIComponent(kept.sheet.caseId)}`;
    const said = stepOf(kept.answers, ids);
    const answer = await this.door.ask<CaseAnswer>('POST', `${path}/steps`, said);
    const stands = answer.kind === 'problem' && answer.code === 'notNow' ? await this.door.ask<CaseAnswer>('GET', path) : answer;
    if (answer.kind === 'ok' || (stands.kind === 'ok' && isTaken(stands.body, said, this.session.who()?.username ?? ''))) return this.took(kept, stands);
    return this.stays(kept, answer);
  }

  private took(kept: Kept, answer: Answer<CaseAnswer>): boolean {
    if (answer.kind === 'ok') this.given.update((given) => new Map(given).set(kept.sheet.caseId, answer.body));
    this.phone.drop(kept);
    return true;
  }

  private stays(kept: Kept, answer: Exclude<Answer<unknown>, { kind: 'ok' }>): boolean {
    if (answer.kind === 'away' || answer.status === 401 || answer.status === 429 || answer.status >= 500) return false;
    this.phone.keep({ ...kept, waits: false, refusal: problemOf(answer) });
    return true;
  }
}

import { computed, inject, Injectable, linkedSignal, resource, untracked } from '@angular/core';
import type { PutRecord, RecordsAnswer } from '../../../shared/commands/records.js';
import { answered } from '../feed/ask';
import { Colleagues } from '../feed/colleagues';
import { HallDoor } from '../feed/hall-door';
import { HallFeed } from '../feed/hall-feed';
import { kept } from '../feed/kept';
import { caseBasis } from '../hall/case-basis';
import { HallAnswers } from '../hall/hall-answers';
import { localText } from '../hall/local-time';
import { problemOf } from '../ui/problem-of';
import { entriesOf } from './entries';

const MINUTE_MS = 60_000;

/** The records of one hall with all their versions: asked for again whenever the hall's own row says that one has changed. */
@Injectable()
export class RegisterStore {
  private readonly door = inject(HallDoor);
  private readonly feed = inject(HallFeed);
  private readonly answers = inject(HallAnswers);
  private readonly colleagues = inject(Colleagues);

  private readonly asked = resource({ params: caseBasis(), loader: () => this.door.ask<RecordsAnswer>('GET', 'records?versions=all') });
  private readonly told = kept(this.asked);
  private readonly versions = computed(() => {
    const told = this.told();
    return answered(told)?.records ?? null;
  });
  /** The screen's clock goes by the second and may lie behind what the answer tells: what is on record has happened. */
  private readonly toldAt = linkedSignal({
    source: this.versions,
    computation: (versions) => Math.max(untracked(this.answers.now) ?? 0, ...(versions ?? []).map(({ putAt, withdrawnAt }) => withdrawnAt ?? putAt)),
  });

  /** Why the last question failed; empty when it did not. */
  readonly problem = computed(() => problemOf(this.told() ?? { kind: 'ok' }) || (this.feed.refused()?.message ?? ''));
  readonly read = computed(() => this.versions() !== null);
  /** The hall's minute, or when the answer came: what is told by it need not be told anew each second. */
  readonly now = computed(() => Math.max(this.toldAt(), Math.floor((this.answers.now() ?? 0) / MINUTE_MS) * MINUTE_MS));
  readonly hall = this.answers.hall;
  readonly timezone = this.answers.timezone;
  readonly services = this.feed.rows.services;
  readonly counters = this.feed.rows.counters;
  readonly entries = computed(() => entriesOf(this.versions() ?? [], this.now()));
  readonly mayPut = this.door.mayAct;
  readonly people = this.colleagues.people;
  readonly approvers = this.colleagues.approvers;

  /** The server's refusal; empty where the version was taken. */
  async put(id: string, said: PutRecord): Promise<string> {
    return problemOf(await this.door.ask('PUT', `records/${encodeURIComponent(id)}`, said));
  }

  async withdraw(id: string, reason: string): Promise<string> {
    return problemOf(await this.door.ask('POST', `records/${encodeURIComponent(id)}/withdraw`, { reason }));
  }

  reload(): void {
    this.asked.reload();
  }

  nameOf(username: string): string {
    return this.colleagues.nameOf(username);
  }

  /** A date of the hall's calendar. */
  date(at: number): string {
    return localText(at, this.timezone()).slice(0, 10);
  }
}

import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { CaseEntry } from '../../../shared/commands/cases.js';
import { outcomeOf, roundFigures } from '../../../shared/rounds.js';
import { Colleagues } from '../feed/colleagues';
import { HallDoor } from '../feed/hall-door';
import { HallAnswers } from '../hall/hall-answers';
import { timeNear } from '../hall/local-time';
import { langInAddress, t } from '../ui/lang';
import { outcomeWords } from './outcome-words';
import { Phone } from './phone';
import { RoundStore } from './round-store';
import type { Sheet } from './sheet';

const MOST_DONE = 50;

/** One round in the list. */
interface Line {
  id: string;
  planned: boolean;
  title: string;
  place: string;
  /** When it is due, or how it went. */
  words: string;
  tone: string;
  held: string;
}

/** The rounds to be walked, those overdue first, and what came of those that were; without a line those that the phone keeps. */
@Component({ selector: 'hb-round-list', imports: [RouterLink], templateUrl: './round-list.html', styleUrl: './round-list.css' })
export class RoundList {
  protected readonly door = inject(HallDoor);
  protected readonly store = inject(RoundStore);
  private readonly phone = inject(Phone);
  private readonly answers = inject(HallAnswers);
  private readonly colleagues = inject(Colleagues);
  protected readonly t = t;
  protected readonly langInAddress = langInAddress;

  protected readonly everyone = signal(false);
  private readonly now = computed(() => this.answers.now() ?? 0);
  private readonly shown = computed(() => this.store.rounds()?.filter(({ owner }) => this.everyone() || owner === this.store.me()) ?? []);
  protected readonly open = computed(() => this.shown().filter(({ closedAt }) => closedAt === null).sort((a, b) => a.dueAt! - b.dueAt!));
  private readonly overdue = computed(() => this.open().filter(({ dueAt }) => dueAt! <= this.now()).map((one) => this.lineOf(one, 'over')));
  private readonly toDo = computed(() => this.open().filter(({ dueAt }) => dueAt! > this.now()).map((one) => this.lineOf(one, '')));
  private readonly done = computed(() => this.shown().filter(({ closedAt }) => closedAt !== null).sort((a, b) => b.closedAt! - a.closedAt!).slice(0, MOST_DONE).map((one) => this.doneLine(one)));
  /** What the phone keeps, while the server has told nothing. */
  private readonly kept = computed(() => this.phone.rounds().filter(({ sheet }) => sheet.hallId === this.door.hallId()).sort((a, b) => a.sheet.dueAt - b.sheet.dueAt).map(({ sheet }) => this.keptLine(sheet)));
  protected readonly read = computed(() => this.store.rounds() !== null);
  protected readonly parts = computed(() => {
    const parts = this.read() ? [{ word: t().roundsOverdue, lines: this.overdue() }, { word: t().roundsToDo, lines: this.toDo() }, { word: t().roundsDone, lines: this.done() }] : [{ word: '', lines: this.kept() }];
    return parts.filter(({ lines }) => lines.length > 0);
  });
  protected readonly figures = computed(() => {
    const { due, done, late, failedItems } = roundFigures(this.store.ofMonth().filter(({ owner }) => this.everyone() || owner === this.store.me()), this.now());
    return [{ word: t().roundsMonth(due, done), tone: '' }, { word: t().roundsLate(late), tone: late > 0 ? 'over' : '' }, { word: t().roundsFailed(failedItems), tone: failedItems > 0 ? 'near' : '' }];
  });

  private lineOf(one: CaseEntry, tone: string): Line {
    return { ...this.about(one), words: t().roundDue(this.answers.timeNear(one.dueAt!)), tone };
  }

  private doneLine(one: CaseEntry): Line {
    const words = [this.answers.timeNear(one.closedAt!), ...outcomeWords(one)];
    return { ...this.about(one), words: words.join(' · '), tone: outcomeOf(one)?.failed.length ? 'near' : '' };
  }

  private about(one: CaseEntry) {
    const { id, title, owner, plan } = one;
    const place = this.store.sheetOf(one).place;
    return { id, planned: plan !== null, title, place: [place, this.everyone() ? this.colleagues.nameOf(owner) : ''].filter(Boolean).join(' · '), held: this.heldOf(id) };
  }

  private keptLine({ caseId, title, place, dueAt, timezone }: Sheet): Line {
    return { id: caseId, planned: true, title, place, words: t().roundDue(timeNear(dueAt, { day: '', timezone })), tone: '', held: this.heldOf(caseId) };
  }

  private heldOf(id: string): string {
    const held = this.phone.get(this.door.hallId(), id);
    if (!held) return '';
    if (held.waits) return t().roundWaitsShort;
    return Object.keys(held.answers.scores).length > 0 ? t().roundBegun : '';
  }
}

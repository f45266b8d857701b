import { Component, computed, effect, ElementRef, inject, input, signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import { debounceTime, Subject, tap } from 'rxjs';
import type { CaseEntry } from '../../../shared/commands/cases.js';
import { caseKinds, caseStates } from '../../../shared/glossary/cases.js';
import { Colleagues } from '../feed/colleagues';
import { HallDoor } from '../feed/hall-door';
import { HallFeed } from '../feed/hall-feed';
import { Session } from '../feed/session';
import { HallAnswers } from '../hall/hall-answers';
import { natural } from '../hall/natural';
import { label, langInAddress, t } from '../ui/lang';
import { filterOf, isNarrowed, queryOf, statuses } from './case-filter';
import { CaseNames } from './case-names';
import { isTyping } from './keys';
import { LedgerCases } from './ledger-cases';

const PAGE = 100;
const PAUSE_MS = 250;

/** The cases of one ledger, those due first, first; what narrows the list stands in the address. */
@Component({ selector: 'hb-case-list', imports: [RouterLink], templateUrl: './case-list.html', styleUrl: './case-list.css', host: { '(document:keydown)': 'press($event)' } })
export class CaseList {
  /** From the address. */
  readonly kind = input<string>();
  readonly status = input<string>();
  readonly mine = input<string>();
  readonly counter = input<string>();
  readonly staff = input<string>();
  readonly from = input<string>();
  readonly to = input<string>();
  readonly q = input<string>();

  protected readonly cases = inject(LedgerCases);
  protected readonly door = inject(HallDoor);
  private readonly feed = inject(HallFeed);
  private readonly session = inject(Session);
  private readonly answers = inject(HallAnswers);
  private readonly names = inject(CaseNames);
  private readonly colleagues = inject(Colleagues);
  private readonly router = inject(Router);
  private readonly route = inject(ActivatedRoute);
  private readonly page: HTMLElement = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly t = t;
  protected readonly langInAddress = langInAddress;
  protected readonly statuses = statuses;

  protected readonly filter = computed(() => filterOf({
    kind: this.kind(), status: this.status(), mine: this.mine(), counter: this.counter(), staff: this.staff(), from: this.from(), to: this.to(), q: this.q(),
  }));
  protected readonly kindWord = computed(() => label(caseKinds[this.filter().kind]));
  protected readonly narrowed = computed(() => isNarrowed(this.filter()));
  protected readonly nothing = computed(() => (this.narrowed() || this.filter().status !== 'open' ? t().noCasesFound : t().noCases(this.kindWord())));
  protected readonly counters = computed(() => Object.entries(this.feed.rows.counters()).map(([id, { name }]) => ({ id, name })).sort((a, b) => natural(a.name, b.name)));
  protected readonly staffIds = computed(() => {
    const atWork = Object.values(this.feed.rows.counters()).flatMap(({ staffId }) => staffId ?? []);
    const named = this.cases.open().flatMap(({ staffId }) => staffId ?? []);
    return [...new Set([...atWork, ...named, this.filter().staffId])].filter(Boolean).sort(natural);
  });

  /** In the hand the filters are folded away until they are asked for. */
  protected readonly whole = signal(false);
  protected readonly room = signal(PAGE);
  protected readonly lines = computed(() => this.cases.listed()?.slice(0, this.room()).map((entry) => this.lineOf(entry)) ?? null);
  protected readonly hidden = computed(() => Math.min(PAGE, (this.cases.listed()?.length ?? 0) - (this.lines()?.length ?? 0)));
  protected readonly words = new Subject<string>();

  constructor() {
    effect(() => this.cases.kind.set(this.filter().kind));
    effect(() => this.cases.asked.set(queryOf(this.filter(), { me: this.session.who()?.username ?? '', timezone: this.answers.timezone() })));
    toSignal(this.words.pipe(debounceTime(PAUSE_MS), tap((q) => this.narrow({ q }))));
  }

  /** What is empty leaves the address. */
  protected narrow(part: Record<string, string>): void {
    const said = Object.fromEntries(Object.entries(part).map(([name, value]) => [name, value.trim() || null]));
    this.room.set(PAGE);
    void this.router.navigate([], { relativeTo: this.route, queryParams: { ...said, lang: langInAddress() }, queryParamsHandling: 'merge', replaceUrl: true });
  }

  protected clear(): void {
    this.narrow({ mine: '', counter: '', staff: '', from: '', to: '', q: '' });
  }

  protected press(event: KeyboardEvent): void {
    if (event.key === 'Escape' && event.target === this.search()) return this.search()?.blur();
    if (isTyping(event)) return;
    const move = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 }[event.key];
    if (move !== undefined) this.step(move);
    else if (event.key === '/') this.search()?.focus();
    else if (event.key === 'n' && this.door.mayAct()) void this.router.navigate(['/ledger', this.door.hallId(), 'new'], { queryParams: { kind: this.filter().kind }, queryParamsHandling: 'merge' });
    else return;
    event.preventDefault();
  }

  private step(move: number): void {
    const links = [...this.page.querySelectorAll<HTMLElement>('.case')];
    const at = links.indexOf(document.activeElement as HTMLElement);
    links[Math.min(links.length - 1, Math.max(0, at + move))]?.focus();
  }

  private search(): HTMLInputElement | null {
    return this.page.querySelector('[type=search]');
  }

  private lineOf(entry: CaseEntry) {
    return {
      id: entry.id,
      title: entry.title,
      about: this.names.about(entry).join(' · '),
      state: label(caseStates[entry.state]),
      appealed: entry.appealedAt !== null,
      owner: this.colleagues.nameOf(entry.owner),
      due: this.names.due(entry, this.cases.minute()),
      closed: entry.closedAt === null ? '' : t().closedOn(this.names.time(entry.closedAt)),
      dueAt: entry.dueAt === null ? '' : this.names.dueTime(entry.dueAt),
      opened: this.names.time(entry.openedAt),
    };
  }
}

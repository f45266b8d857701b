import { Component, computed, effect, ElementRef, inject, input, resource, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { caseCategories, caseChannels, caseKinds } from '../../../shared/glossary/cases.js';
import { answered } from '../feed/ask';
import { Colleagues } from '../feed/colleagues';
import { HallDoor } from '../feed/hall-door';
import { HallFeed } from '../feed/hall-feed';
import { Session } from '../feed/session';
import { HallAnswers } from '../hall/hall-answers';
import { natural } from '../hall/natural';
import { Attach } from '../ui/attach';
import { label, langInAddress, t } from '../ui/lang';
import type { Proof } from '../ui/proof';
import { problemOf } from '../ui/problem-of';
import { kindOf, kinds } from './case-filter';
import { isTyping } from './keys';
import { LedgerCases } from './ledger-cases';
import { bodyOf, dueDateOf, openings, type Filled } from './open-case';

/** A new case: as little to fill in as its kind takes; whoever opens it owns it, unless they say who does. */
@Component({ selector: 'hb-open-form', imports: [Attach, RouterLink], templateUrl: './open-form.html', styleUrl: './open-form.css', host: { '(document:keydown.escape)': 'leave($event)' } })
export class OpenForm {
  /** From the address. */
  readonly kind = input<string>();
  readonly parentId = input<string>();
  readonly title = input<string>();
  readonly text = input<string>();
  readonly channel = input<string>();
  readonly counterId = input<string>();
  readonly staffId = input<string>();

  protected readonly door = inject(HallDoor);
  protected readonly session = inject(Session);
  protected readonly colleagues = inject(Colleagues);
  private readonly feed = inject(HallFeed);
  private readonly answers = inject(HallAnswers);
  private readonly cases = inject(LedgerCases);
  private readonly router = inject(Router);
  private readonly page: HTMLElement = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly t = t;
  protected readonly langInAddress = langInAddress;

  protected readonly chosen = computed(() => kindOf(this.kind()));
  protected readonly opening = computed(() => openings[this.chosen()]);
  protected readonly tabs = computed(() => kinds.map((kind) => ({ kind, word: label(caseKinds[kind]) })));
  protected readonly channels = computed(() => Object.entries(caseChannels).map(([id, word]) => ({ id, word: label(word) })));
  protected readonly categories = computed(() => Object.entries(caseCategories).map(([id, word]) => ({ id, word: label(word) })));
  protected readonly counters = computed(() => Object.entries(this.feed.rows.counters()).map(([id, { name }]) => ({ id, name })).sort((a, b) => natural(a.name, b.name)));
  protected readonly services = computed(() => Object.entries(this.feed.rows.services()).map(([id, { name }]) => ({ id, name })));
  protected readonly staffIds = computed(() => [...new Set(Object.values(this.feed.rows.counters()).flatMap(({ staffId }) => staffId ?? []))].sort(natural));
  protected readonly today = computed(() => this.answers.hall()?.day ?? '');
  protected readonly dueDate = computed(() => (this.today() ? dueDateOf(this.chosen(), this.today()) : null));

  private readonly origin = resource({ params: () => this.parentId() || undefined, loader: async ({ params }) => this.cases.read(params) });
  /** The case that leads to this one; null where none does, or while it is asked for. */
  protected readonly parent = computed(() => {
    const answer = this.origin.hasValue() ? this.origin.value() : undefined;
    return answered(answer);
  });
  /** What stands in the form beforehand: what the address says, else what the parent is about. */
  protected readonly begun = computed(() => {
    const parent = this.parent();
    const counterId = this.counterId() ?? (this.staffId() ? null : parent?.counterId);
    const staffId = this.staffId() ?? (this.counterId() ? null : parent?.staffId);
    return {
      title: this.title() ?? (parent ? t().rectifyTitle(parent.title) : ''), text: this.text() ?? '', channel: this.channel() ?? this.opening().channel,
      category: parent?.category ?? '', counterId: counterId ?? '', staffId: staffId ?? '', serviceId: parent?.serviceId ?? '',
    };
  });
  protected readonly waiting = computed(() => this.origin.isLoading());
  protected readonly proof = signal<readonly Proof[]>([]);
  protected readonly attaching = signal(false);
  protected readonly keep = (file: Blob) => this.door.attach(file);
  protected readonly address = (id: string) => this.door.attachmentAt(id);
  protected readonly sending = signal(false);
  protected readonly problem = signal('');

  constructor() {
    effect(() => this.cases.kind.set(this.chosen()));
  }

  protected async submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const filled = Object.fromEntries(new FormData(event.target as HTMLFormElement)) as Filled;
    this.sending.set(true);
    const answer = await this.cases.begin(bodyOf(filled, { kind: this.chosen(), timezone: this.answers.timezone(), parentId: this.parent()?.id ?? null, proof: this.proof() }));
    this.sending.set(false);
    this.problem.set(answer.kind === 'ok' ? '' : problemOf(answer));
    if (answer.kind === 'ok') await this.router.navigate(['/ledger', this.door.hallId(), answer.body.id], { queryParams: { kind: this.chosen(), lang: langInAddress() }, replaceUrl: true });
    else if (answer.kind === 'problem' && answer.field) this.page.querySelector<HTMLElement>(`[name="${answer.field}"]`)?.focus();
  }

  protected leave(event: Event): void {
    if (!isTyping(event as KeyboardEvent)) void this.router.navigate(['/ledger', this.door.hallId()], { queryParams: { kind: this.chosen(), lang: langInAddress() } });
  }
}

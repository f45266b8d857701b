import { Component, computed, effect, inject, input, linkedSignal, resource, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { CaseAnswer, CaseEntry, StepCase } from '../../../shared/commands/cases.js';
import { caseKinds, caseStates, caseSteps } from '../../../shared/glossary/cases.js';
import { answered } from '../feed/ask';
import { Colleagues } from '../feed/colleagues';
import { HallDoor } from '../feed/hall-door';
import { kept } from '../feed/kept';
import { Session } from '../feed/session';
import { label, langInAddress, t } from '../ui/lang';
import { problemOf } from '../ui/problem-of';
import { CaseFacts } from './case-facts';
import { CaseStory } from './case-story';
import { isTyping } from './keys';
import { LedgerCases } from './ledger-cases';
import { StepForm } from './step-form';
import { inOrder, waitsFor, type Step } from './step-needs';

/** One case: what it is about, what was done, and what may be done next. It shows a step when the server has told of it. */
@Component({
  selector: 'hb-case-page',
  imports: [CaseFacts, CaseStory, RouterLink, StepForm],
  templateUrl: './case-page.html',
  styleUrl: './case-page.css',
  host: { '(document:keydown.escape)': 'leave($event)' },
})
export class CasePage {
  /** From the address. */
  readonly caseId = input.required<string>();

  protected readonly door = inject(HallDoor);
  private readonly cases = inject(LedgerCases);
  private readonly colleagues = inject(Colleagues);
  private readonly session = inject(Session);
  private readonly router = inject(Router);
  protected readonly t = t;
  protected readonly langInAddress = langInAddress;

  private readonly asked = computed(() => (this.cases.basis() ? { basis: this.cases.basis(), caseId: this.caseId() } : undefined));
  private readonly answer = kept(resource({ params: () => this.asked(), loader: ({ params: { caseId } }) => this.cases.read(caseId) }));
  private readonly latest = linkedSignal(() => {
    const answer = this.answer();
    return answered(answer);
  });
  protected readonly one = computed(() => (this.latest()?.id === this.caseId() ? this.latest() : null));
  protected readonly missing = computed(() => {
    const answer = this.answer();
    return answer === null ? '' : problemOf(answer);
  });

  private readonly around = kept(resource({ params: () => (this.one() ? { basis: this.cases.basis(), id: this.one()!.id, parentId: this.one()!.parentId } : undefined), loader: ({ params }) => this.readAround(params) }));
  protected readonly related = computed(() => (this.around()?.id === this.caseId() ? this.around()! : { parents: [], children: [] }));

  protected readonly steps = computed(() => inOrder(this.one()?.next ?? []).filter((step) => step !== 'submit' || (!this.one()?.plan && !this.one()?.appraisal)).map((step) => ({ step, word: label(caseSteps[step]) })));
  protected readonly waits = computed(() => {
    const [one, me] = [this.one(), this.session.who()?.username ?? ''];
    const whom = one && this.door.mayAct() ? waitsFor(one, me) : null;
    return one && whom ? t().waitsForWords[whom](this.colleagues.nameOf(one.owner)) : '';
  });
  /** Which step's form is open; with another case, none. */
  protected readonly step = linkedSignal<string, Step | null>({ source: this.caseId, computation: () => null });
  protected readonly sending = signal(false);
  protected readonly problem = linkedSignal({ source: this.caseId, computation: () => '' });

  constructor() {
    effect(() => {
      const one = this.one();
      if (one) this.cases.kind.set(one.kind);
    });
  }

  protected lineOf({ id, kind, title, state }: CaseEntry) {
    return { id, kind, title, words: `${label(caseKinds[kind])} · ${label(caseStates[state])}` };
  }

  protected choose(step: Step | null): void {
    this.problem.set('');
    this.step.set(step);
  }

  protected async take(said: StepCase): Promise<void> {
    const { id } = this.one()!;
    this.sending.set(true);
    const answer = await this.cases.step(id, said);
    this.sending.set(false);
    if (answer.kind === 'ok') {
      this.show(answer.body);
      this.choose(null);
    } else {
      this.problem.set(problemOf(answer));
      if (answer.kind === 'problem' && answer.code === 'notNow') await this.readAgain(id);
    }
  }

  protected leave(event: Event): void {
    if (isTyping(event as KeyboardEvent)) return;
    if (this.step() !== null) return this.choose(null);
    void this.router.navigate(['/ledger', this.door.hallId()], { queryParams: { kind: this.one()?.kind, lang: langInAddress() }, queryParamsHandling: 'merge' });
  }

  private async readAgain(id: string): Promise<void> {
    const answer = await this.cases.read(id);
    if (answer.kind === 'ok') this.show(answer.body);
  }

  private show(one: CaseAnswer): void {
    if (one.id === this.caseId()) this.latest.set(one);
  }

  private async readAround({ id, parentId }: { id: string; parentId: string | null }) {
    const [parent, children] = await Promise.all([parentId === null ? null : this.cases.read(parentId), this.cases.list(`status=all&parentId=${encodeURIComponent(id)}`)]);
    return {
      id,
      parents: parent?.kind === 'ok' ? [this.lineOf(parent.body)] : [],
      children: children.kind === 'ok' ? children.body.cases.map((one) => this.lineOf(one)) : [],
    };
  }
}

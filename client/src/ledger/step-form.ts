import { afterRenderEffect, Component, computed, ElementRef, inject, input, linkedSignal, output, signal } from '@angular/core';
import type { CaseEntry, StepCase } from '../../../shared/commands/cases.js';
import { caseCategories, caseSteps } from '../../../shared/glossary/cases.js';
import { ratingLevels } from '../../../shared/glossary/states.js';
import { Colleagues } from '../feed/colleagues';
import { HallDoor } from '../feed/hall-door';
import { Attach } from '../ui/attach';
import { label, t } from '../ui/lang';
import type { Proof } from '../ui/proof';
import { needsOf, type Step } from './step-needs';

type Verdict = NonNullable<StepCase['verdict']>;

/** What a step needs to be told, and no more. */
@Component({ selector: 'hb-step-form', imports: [Attach], templateUrl: './step-form.html', styleUrl: './step-form.css', host: { '(keydown.escape)': 'left.emit()' } })
export class StepForm {
  readonly one = input.required<CaseEntry>();
  readonly step = input.required<Step>();
  readonly sending = input(false);
  readonly given = output<StepCase>();
  readonly left = output();

  private readonly colleagues = inject(Colleagues);
  private readonly door = inject(HallDoor);
  protected readonly t = t;
  protected readonly verdicts = ['yes', 'no'] as const;
  protected readonly needs = computed(() => needsOf(this.step(), this.one().kind));
  protected readonly verdict = linkedSignal<Step, Verdict | null>({ source: this.step, computation: () => null });
  protected readonly text = linkedSignal({ source: this.step, computation: () => '' });
  protected readonly undecided = signal(false);
  protected readonly proof = linkedSignal<Step, readonly Proof[]>({ source: this.step, computation: () => [] });
  protected readonly unproven = linkedSignal({ source: () => [this.step(), this.proof()], computation: () => false });
  protected readonly attaching = signal(false);
  protected readonly keep = (file: Blob) => this.door.attach(file);
  protected readonly address = (id: string) => this.door.attachmentAt(id);
  protected readonly textLabel = computed(() => (t().textLabels[this.step()] ?? t().textLabel) + (this.needs().text === 'free' ? t().optional : ''));
  protected readonly categories = computed(() => Object.entries(caseCategories).map(([id, word]) => ({ id, word: label(word) })));
  protected readonly levels = computed(() => [5, 4, 3, 2, 1].map((level) => ({ level, word: label(ratingLevels[level as 5]) })));
  protected readonly others = computed(() => this.colleagues.people().filter(({ username }) => username !== this.one().owner));

  constructor() {
    const form = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    afterRenderEffect(() => {
      this.step();
      form.querySelector<HTMLElement>('.verdicts button, select, textarea')?.focus();
    });
  }

  protected submit(event: SubmitEvent): void {
    event.preventDefault();
    const said = Object.fromEntries(new FormData(event.target as HTMLFormElement)) as Record<string, string>;
    const [step, verdict, text] = [this.step(), this.verdict(), this.text().trim()];
    this.undecided.set(this.needs().verdict === true && verdict === null);
    this.unproven.set(this.needs().proven === true && this.proof().length === 0 && !said['reference']?.trim());
    if (this.undecided() || this.unproven() || (this.needs().final && !confirm(t().finalAsk(label(caseSteps[step]))))) return;
    this.given.emit({
      step,
      ...(text && { text }),
      ...(verdict && { verdict }),
      ...(said['category'] && { category: said['category'] as keyof typeof caseCategories }),
      ...(said['owner'] && { owner: said['owner'] }),
      ...(this.proof().length > 0 && { proof: [...this.proof()] }),
      ...(said['reference']?.trim() && { reference: said['reference'].trim() }),
      ...(said['level'] && { scores: { level: Number(said['level']) } }),
    });
  }
}

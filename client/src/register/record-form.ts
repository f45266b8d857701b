import { Component, computed, inject, input, output, signal } from '@angular/core';
import { noticeTopics, recordKinds } from '../../../shared/glossary/records.js';
import { roundTemplates, type RoundTemplate } from '../../../shared/glossary/round-templates.js';
import { endsAt } from '../../../shared/record-versions.js';
import { instantAt } from '../hall/local-time';
import { label, t } from '../ui/lang';
import { idFor, type Entry } from './entries';
import { RegisterStore } from './register-store';
import { PlanFields } from './plan-fields';
import { emptyPlan, planFrom } from './round-plan';
import { contentOf, datesOf, fieldsOf, type Fields, type Kind } from './said';

/** A new record, or the next version of one with what the last one said. */
@Component({ selector: 'hb-record-form', imports: [PlanFields], templateUrl: './record-form.html', styleUrl: './record-form.css' })
export class RecordForm {
  readonly kind = input.required<Kind>();
  readonly entry = input<Entry>();
  /** The id of what was put. */
  readonly done = output<string>();
  readonly left = output();

  protected readonly store = inject(RegisterStore);
  protected readonly t = t;
  protected readonly problem = signal('');
  protected readonly sending = signal(false);
  protected readonly topics = Object.entries(noticeTopics);
  protected readonly label = label;
  /** What a new round plan begins from. */
  protected readonly template = signal<RoundTemplate | null>(null);
  protected readonly templates: readonly RoundTemplate[] = Object.values(roundTemplates);
  private readonly last = computed(() => this.entry()?.versions.at(-1));
  protected readonly was = computed<Fields>(() => (this.last() ? fieldsOf(this.last()!) : this.template() ? { title: label(this.template()!.name) } : {}));
  protected readonly plan = computed(() => {
    const content = this.last()?.content;
    if (content?.kind === 'roundPlan') return content;
    return this.template() ? planFrom(this.template()!) : emptyPlan;
  });
  protected readonly heading = computed(() => `${this.entry() ? t().recordNewVersion : t().recordNew} · ${label(recordKinds[this.kind()])}`);
  protected readonly services = computed(() => Object.entries(this.store.services()).map(([id, { name }]) => ({ id, name })));
  protected readonly today = computed(() => this.store.date(this.store.now()));
  /** The last version's end where it is still to come. */
  protected readonly until = computed(() => {
    const ends = this.entry() ? endsAt(this.entry()!.versions.at(-1)!) : Infinity;
    return ends === Infinity || ends <= this.store.now() ? '' : this.store.date(ends - 1);
  });

  protected async submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const fields = Object.fromEntries(new FormData(event.target as HTMLFormElement)) as Fields;
    const { from = '', until = '', title = '', approvedBy = '' } = fields;
    const begins = instantAt(`${from || this.today()}T00:00`, this.store.timezone());
    this.problem.set(until !== '' && instantAt(`${until}T00:00`, this.store.timezone()) < Math.max(begins, instantAt(`${this.today()}T00:00`, this.store.timezone())) ? t().recordDatesWrong : '');
    if (this.problem() !== '') return;
    const content = contentOf(this.kind(), fields);
    const id = this.entry()?.id ?? idFor(content, new Set(this.store.entries().map(({ id }) => id)));
    this.sending.set(true);
    this.problem.set(await this.store.put(id, { title: title.trim(), content, approvedBy, ...datesOf({ from, until }, this.store.timezone()) }));
    this.sending.set(false);
    if (this.problem() === '') this.done.emit(id);
  }
}

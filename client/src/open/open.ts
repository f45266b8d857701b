/**
 * What a hall makes public, `/open/{hallId}`, for anybody with a phone or a printer: how each service is done, what it costs,
 * where to complain. Large type, no log-in in a public hall; `?service=` is the link of one guide.
 */
import { Component, computed, effect, inject, input, linkedSignal, resource } from '@angular/core';
import { Title } from '@angular/platform-browser';
import type { DisclosureAnswer } from '../../../shared/commands/records.js';
import { noticeTopics } from '../../../shared/glossary/records.js';
import { answered, ask } from '../feed/ask';
import { localText } from '../hall/local-time';
import { label, t } from '../ui/lang';
import { LangSwitch } from '../ui/lang-switch';
import { problemOf } from '../ui/problem-of';

type Published = Pick<DisclosureAnswer['guides'][number], 'version' | 'effectiveFromAt' | 'expiresAt' | 'approvedBy'>;

@Component({ selector: 'hb-open', imports: [LangSwitch], templateUrl: './open.html', styleUrl: './open.css' })
export class Open {
  readonly hallId = input.required<string>();
  readonly service = input<string>();

  protected readonly t = t;
  private readonly answer = resource({ params: () => this.hallId(), loader: ({ params }) => ask<DisclosureAnswer>('GET', `/api/v1/halls/${encodeURIComponent(params)}/disclosure`) });
  protected readonly told = computed(() => {
    const answer = this.answer.value();
    return answered(answer);
  });
  protected readonly problem = computed(() => {
    const answer = this.answer.value();
    if (!answer) return '';
    return answer.kind === 'problem' && answer.status !== 404 ? t().disclosureNoKey : problemOf(answer);
  });
  protected readonly search = linkedSignal(() => this.service() ?? '');
  protected readonly guides = computed(() => (this.told()?.guides ?? []).filter(({ title, service, content }) => {
    const text = [title, service, content.serviceId, ...content.materials, content.basis].join(' ').toLowerCase();
    return this.search().toLowerCase().trim().split(/\s+/).every((word) => text.includes(word));
  }));
  protected readonly notices = computed(() => (this.told()?.notices ?? []).map((notice) => ({ ...notice, topic: label(noticeTopics[notice.content.topic]) })));
  protected readonly heading = computed(() => t().disclosureOf(this.told()?.hall.name ?? this.hallId()));

  constructor() {
    const title = inject(Title);
    effect(() => title.setTitle(this.heading()));
  }

  protected stand({ version, effectiveFromAt, expiresAt, approvedBy }: Published): string {
    const date = (at: number): string => localText(at, this.told()?.hall.timezone ?? 'UTC').slice(0, 10);
    return [
      t().disclosureSince(version, date(effectiveFromAt)),
      ...(expiresAt === null ? [] : [t().disclosureUntil(date(expiresAt - 1))]),
      ...(approvedBy === null ? [] : [t().disclosureApproved(approvedBy)]),
    ].join(' · ');
  }

  protected print(): void {
    print();
  }
}

import { computed, inject, Injectable, signal } from '@angular/core';
import type { z } from 'zod';
import type { Clause, PutStandard, StandardVersion } from '../../../../shared/commands/standard.js';
import type { StateAnswer } from '../../../../shared/rows/rows.js';
import { formatInstant } from '../../../../shared/instant.js';
import { ask, type Answer } from '../../feed/ask';
import { Session } from '../../feed/session';
import type { Refusal } from '../draft';
import { problemOf } from '../../ui/problem-of';
import { hallView, type HallView } from './hall-view';
import { instantOf } from './zone-time';
import { t } from '../words';

/** What a version says, without when and by whom. */
export type Content = Pick<PutStandard, 'name' | 'source' | 'clauses'>;

/** No version that was put is in force so early. */
const BEFORE_ALL = '1970-01-01T00:00:00Z';

interface Known {
  hall: HallView;
  /** What the settings say, version 0, and then those that were put, in the order of their coming. */
  versions: StandardVersion[];
  inForce: StandardVersion;
}

/**
 * A hall's standard while somebody changes it. It promises that nothing is put before `save`, that a save puts the whole of
 * it as a new version, and that it knows whether anything would be lost.
 */
@Injectable()
export class StandardDraft {
  private readonly session = inject(Session);
  private hallId = '';
  private readonly read = signal<Known | null>(null);
  private readonly written = signal<Content | null>(null);
  private readonly refused = signal<Refusal | null>(null);
  private readonly removed = signal<{ clause: Clause; index: number } | null>(null);
  private readonly state = signal<'clean' | 'saving' | 'saved'>('clean');

  /** Null before it was read; `current` is the same for those who stand only afterwards. */
  readonly known = this.read.asReadonly();
  readonly current = computed(() => this.read()!);
  readonly content = computed(() => this.written()!);
  readonly newest = computed(() => this.current().versions.at(-1)!);
  /** The hall's local time from which the next version is to be in force; null: from its saving on. */
  readonly effectiveFrom = signal<string | null>(null);
  readonly refusal = this.refused.asReadonly();
  /** What was just taken out, and can be put back. */
  readonly undoable = this.removed.asReadonly();
  readonly saving = computed(() => this.state() === 'saving');
  readonly justSaved = computed(() => this.state() === 'saved');
  readonly changed = computed(() => this.read() !== null && JSON.stringify(contentOf(this.newest())) !== JSON.stringify(this.written()));

  /** Reads a hall's standard, unless it is being changed here already. */
  async open(hallId: string): Promise<void> {
    if (hallId === this.hallId && this.read()) return;
    this.hallId = hallId;
    this.read.set(null);
    await this.look();
  }

  change(part: Partial<Content>): void {
    this.state.set('clean');
    this.removed.set(null);
    this.written.update((content) => content && { ...content, ...part });
  }

  changeClause(index: number, part: Partial<Clause>): void {
    this.change({ clauses: this.content().clauses.map((clause, at) => (at === index ? { ...clause, ...part } : clause)) });
  }

  remove(index: number): void {
    const { clauses } = this.content();
    this.change({ clauses: clauses.toSpliced(index, 1) });
    this.removed.set({ clause: clauses[index]!, index });
  }

  undo(): void {
    const { clause, index } = this.removed()!;
    this.change({ clauses: this.content().clauses.toSpliced(index, 0, clause) });
  }

  /** Takes what another version says; asks first where something would be lost. */
  startFrom({ name, source, clauses }: Content): boolean {
    if (this.changed() && !confirm(t().startFromAsk)) return false;
    this.refused.set(null);
    this.change({ name, source, clauses });
    return true;
  }

  discard(): void {
    this.begin();
  }

  async save(): Promise<void> {
    const local = this.effectiveFrom();
    const at = local === null ? null : instantOf(local, this.current().hall.timezone);
    if (Number.isNaN(at)) return this.refused.set({ field: 'effectiveFrom', detail: '' });
    this.state.set('saving');
    const answer = await ask('PUT', this.path('standard'), { ...this.content(), ...(at === null ? {} : { effectiveFrom: formatInstant(at) }) });
    this.state.set('clean');
    if (answer.kind !== 'ok') return this.refuse(answer);
    await this.look();
    this.state.set('saved');
  }

  /** Why this very field was refused: what it takes, in the page's language, or else the server's words. */
  problemAt(field: string): string {
    const refusal = this.refused();
    return refusal?.field === field ? (t().standardRules[field.split('.').at(-1) ?? ''] ?? refusal.detail) : '';
  }

  /** Marks what the server refused of it. */
  refuse(answer: Exclude<Answer<unknown>, { kind: 'ok' }>): void {
    const problem = answer.kind === 'problem' ? answer : null;
    this.refused.set({ field: problem?.field ?? '', detail: problemOf(answer) });
    if (problem?.status === 401) void this.session.look(); // the log-in has run out: it is asked for, and the draft stays
  }

  private async look(): Promise<void> {
    const [hall, inForce, settings, standards] = await Promise.all([
      ask<z.infer<typeof StateAnswer>>('GET', this.path('state')),
      ask<StandardVersion>('GET', this.path('standard')),
      ask<StandardVersion>('GET', this.path(`standard?at=${BEFORE_ALL}`)),
      ask<{ standards: StandardVersion[] }>('GET', this.path('standards')),
    ]);
    if (hall.kind !== 'ok') return this.refuse(hall);
    if (inForce.kind !== 'ok') return this.refuse(inForce);
    if (settings.kind !== 'ok') return this.refuse(settings);
    if (standards.kind !== 'ok') return this.refuse(standards);
    this.read.set({ hall: hallView(hall.body), inForce: inForce.body, versions: [settings.body, ...standards.body.standards] });
    this.begin();
  }

  private begin(): void {
    this.written.set(contentOf(this.newest()));
    this.effectiveFrom.set(null);
    this.refused.set(null);
    this.removed.set(null);
    this.state.set('clean');
  }

  private path(part: string): string {
    return `/api/v1/halls/${encodeURIComponent(this.hallId)}/${part}`;
  }
}

function contentOf({ name, source, clauses }: StandardVersion): Content {
  return { name, source, clauses };
}

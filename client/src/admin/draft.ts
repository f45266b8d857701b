import { computed, inject, Injectable, signal } from '@angular/core';
import type { HallSettings } from '../../../shared/commands/hall.js';
import { ask, type Answer } from '../feed/ask';
import { Session } from '../feed/session';
import { problemOf } from '../ui/problem-of';

export interface Refusal {
  /** The path of what was refused, such as `counters.0.id`; empty for none of the fields. */
  field: string;
  /** In the server's words. */
  detail: string;
}

/**
 * A hall's settings while somebody changes them. It promises that nothing is written before `save`, that a save writes the
 * whole of it (fields that this page does not know included), and that it knows whether anything would be lost.
 */
@Injectable()
export class Draft {
  private readonly session = inject(Session);
  private hallId = '';
  private readonly stored = signal<HallSettings | null>(null);
  private readonly written = signal<HallSettings | null>(null);
  private readonly refused = signal<Refusal | null>(null);
  private readonly state = signal<'clean' | 'saving' | 'saved'>('clean');

  /** As it stands on the server. */
  readonly saved = this.stored.asReadonly();
  /** As it stands on this page; null before it was read. */
  readonly settings = this.written.asReadonly();
  /** The same, for the sections: they stand only once it was read. */
  readonly current = computed(() => this.written()!);
  readonly refusal = this.refused.asReadonly();
  readonly saving = computed(() => this.state() === 'saving');
  readonly justSaved = computed(() => this.state() === 'saved');
  readonly changed = computed(() => JSON.stringify(this.stored()) !== JSON.stringify(this.written()));

  /** Reads a hall's settings, unless they are being changed here already. */
  async open(hallId: string): Promise<void> {
    if (hallId === this.hallId && this.written()) return;
    this.hallId = hallId;
    this.keep(null);
    const answer = await ask<HallSettings>('GET', this.path());
    if (answer.kind === 'ok') this.keep(answer.body);
    else this.refuse(answer);
  }

  change(part: Partial<HallSettings>): void {
    this.state.set('clean');
    this.written.update((settings) => settings && { ...settings, ...part });
  }

  discard(): void {
    this.keep(this.stored());
  }

  async save(): Promise<void> {
    this.state.set('saving');
    const answer = await ask<HallSettings>('PUT', this.path(), this.written());
    if (answer.kind === 'ok') {
      this.keep(answer.body);
      this.state.set('saved');
    } else {
      this.state.set('clean');
      this.refuse(answer);
    }
  }

  /** What the server refused of this very field. */
  problemAt(field: string): string {
    const refusal = this.refused();
    return refusal?.field === field ? refusal.detail : '';
  }

  /** Ids that are registered now and would not be after a save. */
  idsLost(list: 'services' | 'counters'): string[] {
    const kept = new Set(this.written()?.[list].map(({ id }) => id));
    return (this.stored()?.[list] ?? []).flatMap(({ id }) => (kept.has(id) ? [] : [id]));
  }

  private keep(settings: HallSettings | null): void {
    this.stored.set(settings);
    this.written.set(settings);
    this.refused.set(null);
    this.state.set('clean');
  }

  private refuse(answer: Exclude<Answer<unknown>, { kind: 'ok' }>): void {
    const problem = answer.kind === 'problem' ? answer : null;
    this.refused.set({ field: problem?.field ?? '', detail: problemOf(answer) });
    if (problem?.status === 401) void this.session.look(); // the log-in has run out: it is asked for, and the draft stays
  }

  private path(): string {
    return `/api/v1/halls/${encodeURIComponent(this.hallId)}`;
  }
}

/**
 * The register 档案 of a hall, `/register/{hallId}`: guides, notices, certificates and training, what of them is in force and
 * until when, every version there was, and the next one. `?kind=&record=` say which is looked at.
 */
import { Component, computed, effect, ElementRef, inject, input, linkedSignal, viewChild } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { Router, RouterLink } from '@angular/router';
import { recordKinds } from '../../../shared/glossary/records.js';
import { Colleagues } from '../feed/colleagues';
import { enterHall } from '../feed/enter-hall';
import { HallDoor } from '../feed/hall-door';
import { HallFeed } from '../feed/hall-feed';
import { Session } from '../feed/session';
import { HallAnswers } from '../hall/hall-answers';
import { Account } from '../ui/account';
import { label, t } from '../ui/lang';
import { LangSwitch } from '../ui/lang-switch';
import { LogIn, type NameAndPassword } from '../ui/log-in';
import { holds, standings, type Standing } from './entries';
import { ImportSheet } from './import-sheet';
import { RecordDetail } from './record-detail';
import { RecordForm } from './record-form';
import { RegisterStore } from './register-store';
import { kinds, type Kind } from './said';
import { StaffServing } from './staff-serving';

@Component({
  selector: 'hb-register',
  imports: [Account, ImportSheet, LangSwitch, LogIn, RecordDetail, RecordForm, RouterLink, StaffServing],
  providers: [HallFeed, HallAnswers, HallDoor, Colleagues, RegisterStore],
  templateUrl: './register.html',
  styleUrls: ['./register.css', './register-list.css'],
  host: { '(document:keydown)': 'press($event)' },
})
export class Register {
  readonly hallId = input.required<string>();
  readonly kind = input<string>();
  readonly record = input<string>();

  protected readonly store = inject(RegisterStore);
  protected readonly session = inject(Session);
  private readonly router = inject(Router);
  protected readonly t = t;
  protected readonly kinds = kinds;

  protected readonly heading = computed(() => t().registerOf(this.store.hall()?.name ?? this.hallId()));
  /** A link may name a record alone. */
  private readonly kindOfRecord = computed(() => kinds.find((one) => one === this.store.entries().find(({ id }) => id === this.record())?.shown.content.kind));
  protected readonly tab = computed<Kind>(() => kinds.find((one) => one === this.kind()) ?? this.kindOfRecord() ?? 'guide');
  protected readonly search = linkedSignal({ source: this.tab, computation: () => '' });
  protected readonly only = linkedSignal<Kind, Standing | null>({ source: this.tab, computation: () => null });
  /** What is done beside the list, if not reading. */
  protected readonly doing = linkedSignal<unknown, 'new' | 'import' | null>({ source: () => [this.tab(), this.record()], computation: () => null });

  protected readonly ofKind = computed(() => this.store.entries().filter(({ shown }) => shown.content.kind === this.tab()));
  protected readonly entries = computed(() => this.ofKind().filter((entry) => (this.only() === null || entry.standing === this.only()) && holds(entry, this.search().trim())));
  protected readonly filters = computed(() => standings.map((standing) => ({ standing, count: this.ofKind().filter((entry) => entry.standing === standing).length })).filter(({ count }) => count > 0));
  protected readonly opened = computed(() => this.ofKind().find(({ id }) => id === this.record()) ?? null);
  private readonly searchField = viewChild<ElementRef<HTMLInputElement>>('searchField');

  constructor() {
    const title = inject(Title);
    effect(() => title.setTitle(`${this.heading()} · ${t().product}`));
    enterHall(this.hallId);
  }

  protected kindWord(kind: Kind): string {
    return label(recordKinds[kind]);
  }

  protected async logIn({ username, password }: NameAndPassword): Promise<void> {
    await this.session.logIn(username, password);
  }

  protected look(record: string | null): Promise<boolean> {
    return this.router.navigate([], { queryParams: { kind: this.tab(), record }, queryParamsHandling: 'merge' });
  }

  /** Something was put or withdrawn: that record is shown. */
  protected async changed(record: string): Promise<void> {
    this.store.reload();
    this.doing.set(null);
    await this.look(record);
  }

  protected press(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Escape') {
      (document.activeElement as HTMLElement | null)?.blur();
      if (this.doing()) this.doing.set(null);
      else if (this.record()) void this.look(null);
      return;
    }
    if ((event.target as Element).closest('input, textarea, select, button, dialog, a')) return;
    const act = { j: () => this.step(1), ArrowDown: () => this.step(1), k: () => this.step(-1), ArrowUp: () => this.step(-1), n: () => this.begin(), '/': () => this.searchField()?.nativeElement.focus() }[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  }

  private begin(): void {
    if (this.store.mayPut()) this.doing.set('new');
  }

  private step(by: number): void {
    const list = this.entries();
    const at = list.findIndex(({ id }) => id === this.record());
    const next = list[Math.min(Math.max(at + by, 0), list.length - 1)];
    if (next) void this.look(next.id);
  }
}

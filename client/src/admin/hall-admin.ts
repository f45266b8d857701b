/**
 * One hall's settings, `/admin/{hallId}/{section}`. All sections write into one draft, the standard into its own; nothing is
 * lost without a question.
 * What is not a setting (keys, screens) acts at once.
 */
import { Component, computed, effect, inject, input, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Session } from '../feed/session';
import { AdminFrame } from './admin-frame';
import { BasicSection } from './basic-section';
import { ChannelsSection } from './channels/channels-section';
import { CountersSection } from './counters-section';
import { Draft } from './draft';
import { HoursSection } from './hours-section';
import { Keys } from './keys';
import { KeysSection } from './keys-section';
import { SaveBar } from './save-bar';
import { sections, type Section } from './sections';
import { ScreensSection } from './screens-section';
import { ServicesSection } from './services-section';
import { StandardDraft } from './standard/standard-draft';
import { StandardSection } from './standard/standard-section';
import { WallsSection } from './walls-section';
import { t } from './words';

/** What is not only an administrator's. */
const forSupervisors: readonly string[] = ['standard', 'screens', 'channels'] satisfies Section['id'][];

@Component({
  selector: 'hb-hall-admin',
  imports: [AdminFrame, BasicSection, ChannelsSection, CountersSection, HoursSection, KeysSection, RouterLink, SaveBar, ScreensSection, ServicesSection, StandardSection, WallsSection],
  providers: [Draft, Keys, StandardDraft],
  templateUrl: './hall-admin.html',
  host: { '(window:beforeunload)': 'warn($event)' },
})
export class HallAdmin {
  /** From the address. */
  readonly hallId = input.required<string>();
  readonly section = input.required<string>();

  protected readonly session = inject(Session);
  protected readonly draft = inject(Draft);
  private readonly standard = inject(StandardDraft);
  private readonly changed = computed(() => this.draft.changed() || this.standard.changed());
  protected readonly t = t;
  protected readonly isAdmin = computed(() => this.session.who()?.role === 'admin');
  protected readonly tabs = computed(() => sections().filter(({ id }) => this.isAdmin() || forSupervisors.includes(id)));

  constructor() {
    effect(() => {
      const [hallId, isAdmin] = [this.hallId(), this.isAdmin()];
      if (isAdmin) untracked(() => void this.draft.open(hallId));
    });
  }

  mayLeave(): boolean {
    return !this.changed() || confirm(t().leaveUnsaved);
  }

  protected warn(event: BeforeUnloadEvent): void {
    if (this.changed()) event.preventDefault();
  }
}

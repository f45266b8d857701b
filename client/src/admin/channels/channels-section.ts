import { Component, computed, DestroyRef, inject, input, signal } from '@angular/core';
import { toObservable } from '@angular/core/rxjs-interop';
import { exhaustMap, switchMap, timer } from 'rxjs';
import type { ChannelEntry, PutChannel } from '../../../../shared/commands/channel.js';
import { severities } from '../../../../shared/glossary/states.js';
import { Session } from '../../feed/session';
import { label } from '../../ui/lang';
import { Refusals } from '../refusals';
import { ChannelForm } from './channel-form';
import { Channels } from './channels';
import { Deliveries } from './deliveries';
import { t } from '../words';

const EVERY_MS = 5_000;

/** Who is told of alerts outside the hall, and whether the messages arrive. */
@Component({
  selector: 'hb-channels-section',
  imports: [ChannelForm, Deliveries],
  providers: [Channels, Refusals],
  templateUrl: './channels-section.html',
  styleUrl: './channels-section.css',
})
export class ChannelsSection {
  readonly hallId = input.required<string>();

  protected readonly channels = inject(Channels);
  protected readonly refusals = inject(Refusals);
  protected readonly t = t;
  private readonly session = inject(Session);
  protected readonly isAdmin = computed(() => this.session.who()?.role === 'admin');
  /** The channel whose form is open, as it stood then; null in it: a new one. */
  protected readonly open = signal<{ channel: ChannelEntry | null } | null>(null);

  constructor() {
    const asking = toObservable(this.hallId)
      .pipe(switchMap((hallId) => {
        void this.channels.open(hallId);
        return timer(0, EVERY_MS).pipe(exhaustMap(() => this.channels.read()));
      }))
      .subscribe();
    inject(DestroyRef).onDestroy(() => asking.unsubscribe());
  }

  protected hears({ severities: heard }: ChannelEntry): string {
    return heard.map((severity) => label(severities[severity])).join(t().comma);
  }

  protected whose({ person }: ChannelEntry): string {
    return person === null ? '' : (this.channels.colleagues().find(({ username }) => username === person)?.name ?? person);
  }

  protected turn(to: { channel: ChannelEntry | null } | null): void {
    this.refusals.clear();
    this.open.set(to);
  }

  protected async put(channel: ChannelEntry | null, put: PutChannel): Promise<void> {
    if (await this.channels.put(channel, put)) this.open.set(null);
  }

  protected async remove(channel: ChannelEntry): Promise<void> {
    if (!confirm(t().removeChannelAsk(channel.name))) return;
    this.turn(null);
    await this.channels.remove(channel);
  }
}

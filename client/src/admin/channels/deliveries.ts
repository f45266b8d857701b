import { Component, computed, input, output, signal } from '@angular/core';
import type { ChannelEntry, DeliveryEntry } from '../../../../shared/commands/channel.js';
import { lang } from '../../ui/lang';
import { t } from '../words';

type State = DeliveryEntry['state'];

const AT_ONCE = 50;

/** What became of the messages, the newest first: how often each was tried, why it failed, and one more try for what was given up. */
@Component({
  selector: 'hb-deliveries',
  templateUrl: './deliveries.html',
  host: { class: 'part' },
})
export class Deliveries {
  readonly deliveries = input.required<readonly DeliveryEntry[]>();
  readonly channels = input.required<readonly ChannelEntry[]>();
  readonly again = output<DeliveryEntry>();

  protected readonly t = t;
  protected readonly states: readonly State[] = ['pending', 'sent', 'dropped', 'dead'];
  protected readonly wanted = signal('');
  private readonly names = computed(() => new Map(this.channels().map(({ id, name }) => [id, name])));
  protected readonly shown = computed(() => this.deliveries().filter(({ state }) => !this.wanted() || state === this.wanted()).slice(0, AT_ONCE));

  protected channelOf({ channelId }: DeliveryEntry): string {
    return this.names().get(channelId) ?? '';
  }

  protected timeOf(at: number): string {
    return new Intl.DateTimeFormat(lang() === 'zh' ? 'zh-CN' : 'en-GB', { dateStyle: 'medium', timeStyle: 'medium' }).format(at);
  }
}

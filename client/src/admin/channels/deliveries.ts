import { Component, computed, input, output, signal } from '@angular/core';
import type { ChannelEntry, DeliveriesAnswer, DeliveryEntry } from '../../../../shared/commands/channel.js';
import { lang } from '../../ui/lang';
import { t } from '../words';

const AT_ONCE = 50;

/** What became of the messages, the newest first: how often each was tried, why it failed, and one more try for what was given up. */
@Component({
  selector: 'hb-deliveries',
  templateUrl: './deliveries.html',
  host: { class: 'part' },
})
export class Deliveries {
  readonly answer = input.required<DeliveriesAnswer>();
  /** The state that they are all in; empty: any. */
  readonly wanted = input.required<string>();
  readonly channels = input.required<readonly ChannelEntry[]>();
  readonly want = output<string>();
  readonly again = output<DeliveryEntry>();

  protected readonly t = t;
  protected readonly states: readonly DeliveryEntry['state'][] = ['pending', 'sent', 'dropped', 'dead'];
  private readonly room = signal(AT_ONCE);
  private readonly names = computed(() => new Map(this.channels().map(({ id, name }) => [id, name])));
  protected readonly shown = computed(() => this.answer().deliveries.slice(0, this.room()));
  protected readonly hidden = computed(() => this.answer().deliveries.length - this.shown().length);

  protected show(): void {
    this.room.set(Infinity);
  }

  protected turnTo(state: string): void {
    this.room.set(AT_ONCE);
    this.want.emit(state);
  }

  protected channelOf({ channelId }: DeliveryEntry): string {
    return this.names().get(channelId) ?? '';
  }

  protected timeOf(at: number): string {
    return new Intl.DateTimeFormat(lang() === 'zh' ? 'zh-CN' : 'en-GB', { dateStyle: 'medium', timeStyle: 'medium' }).format(at);
  }
}

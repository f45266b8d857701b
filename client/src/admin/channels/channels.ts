import { inject, Injectable, signal } from '@angular/core';
import type { ChannelEntry, ChannelsAnswer, DeliveriesAnswer, DeliveryEntry, PutChannel, TestAnswer } from '../../../../shared/commands/channel.js';
import type { ColleaguesAnswer } from '../../../../shared/commands/people.js';
import { ask } from '../../feed/ask';
import { problemOf } from '../../ui/problem-of';
import { Refusals } from '../refusals';
import { t } from '../words';

const NONE: DeliveriesAnswer = { deliveries: [], more: 0 };

export interface Tested extends TestAnswer {
  channelId: string;
}

/** The channels of one hall that are one's to look after, and what became of their messages. What is done here is done at once. */
@Injectable()
export class Channels {
  private readonly refusals = inject(Refusals);
  private hallId = '';
  private readonly answer = signal<ChannelsAnswer | null>(null);
  private readonly sent = signal<DeliveriesAnswer>(NONE);
  private readonly wanted = signal('');
  private readonly staff = signal<ColleaguesAnswer['people']>([]);
  private readonly lastTest = signal<Tested | null>(null);
  private readonly underTest = signal<string | null>(null);
  private readonly unread = signal('');

  /** Why they could not be read just now. */
  readonly problem = this.unread.asReadonly();
  /** Null before they were read. */
  readonly answered = this.answer.asReadonly();
  readonly deliveries = this.sent.asReadonly();
  /** The state of the deliveries that are asked for; empty: all. */
  readonly wantedState = this.wanted.asReadonly();
  readonly colleagues = this.staff.asReadonly();
  readonly tested = this.lastTest.asReadonly();
  /** The channel whose test is under way. */
  readonly testing = this.underTest.asReadonly();

  async open(hallId: string): Promise<void> {
    this.hallId = hallId;
    this.answer.set(null);
    this.sent.set(NONE);
    const colleagues = await ask<ColleaguesAnswer>('GET', this.path('people'));
    if (colleagues.kind === 'ok') this.staff.set(colleagues.body.people);
  }

  async read(): Promise<void> {
    const wanted = this.wanted();
    const query = wanted ? `?status=${wanted}` : '';
    const [channels, deliveries] = await Promise.all([ask<ChannelsAnswer>('GET', this.path('channels')), ask<DeliveriesAnswer>('GET', this.path(`deliveries${query}`))]);
    this.unread.set(problemOf(channels));
    if (channels.kind === 'ok') this.answer.set(channels.body);
    if (deliveries.kind === 'ok' && wanted === this.wanted()) this.sent.set(deliveries.body);
  }

  async want(state: string): Promise<void> {
    this.wanted.set(state);
    await this.read();
  }

  /** A new one where none is named. */
  async put(channel: ChannelEntry | null, put: PutChannel): Promise<boolean> {
    const answer = channel ? await ask('PUT', this.path(`channels/${channel.id}`), put) : await ask('POST', this.path('channels'), put);
    return this.done(answer, t().channelKept(put.name));
  }

  async remove({ id, name }: ChannelEntry): Promise<void> {
    await this.done(await ask('DELETE', this.path(`channels/${id}`)), t().channelRemoved(name));
  }

  async test({ id }: ChannelEntry): Promise<void> {
    this.lastTest.set(null);
    this.underTest.set(id);
    const answer = await ask<TestAnswer>('POST', this.path(`channels/${id}/test`));
    this.underTest.set(null);
    if (answer.kind === 'ok') this.lastTest.set({ channelId: id, ...answer.body });
    await this.done(answer, '');
  }

  async retry({ id }: DeliveryEntry): Promise<void> {
    await this.done(await ask('POST', this.path(`deliveries/${id}/retry`)), t().triedAgain);
  }

  private async done(answer: Awaited<ReturnType<typeof ask>>, said: string): Promise<boolean> {
    const isDone = this.refusals.take(answer, said);
    if (isDone) await this.read();
    return isDone;
  }

  private path(rest: string): string {
    return `/api/v1/halls/${encodeURIComponent(this.hallId)}/${rest}`;
  }
}

/** What became of the messages: how often each was tried, why it failed, and one more try for what was given up. */
import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { deliveryStates, type DeliveriesAnswer, type DeliveryEntry } from '../../shared/commands/channel.js';
import type { Caller } from '../access/caller.js';
import { CallerOf, Demand } from '../access/rules.js';
import { knownHall } from '../known-hall.js';
import { Halls } from '../live/halls.js';
import { Problem } from '../problem.js';
import { isOwn } from './own.js';
import { Notify } from './notify.js';

@Controller('api/v1/halls/:hallId/deliveries')
export class DeliveriesController {
  constructor(
    private readonly halls: Halls,
    private readonly notify: Notify,
  ) {}

  @Get()
  @Demand('channels.manage')
  list(@Param('hallId') hallId: string, @Query() { status }: { status?: string }, @CallerOf() caller: Caller): DeliveriesAnswer {
    knownHall(this.halls, hallId);
    const channelIds = this.notify.channels.of(hallId).filter((channel) => isOwn(caller, channel)).map(({ id }) => id);
    return this.notify.deliveries({ hallId, channelIds, state: stateOf(status) });
  }

  @Post(':deliveryId/retry')
  @Demand('channels.manage')
  @HttpCode(202)
  retry(@Param('hallId') hallId: string, @Param('deliveryId') deliveryId: string, @CallerOf() caller: Caller): void {
    knownHall(this.halls, hallId);
    const delivery = this.notify.delivery(hallId, deliveryId);
    if (!delivery || !this.mayRead(caller, delivery)) {
      throw new Problem(404, 'unknownDelivery', `Hall ${hallId} has no delivery "${deliveryId.slice(0, 64)}": GET …/deliveries lists them.`);
    }
    if (!this.notify.retry(delivery.id)) throw new Problem(409, 'notDead', `Delivery ${delivery.id} is ${delivery.state}; only one that was given up (dead) is tried again.`);
  }

  private mayRead(caller: Caller, { channelId }: Pick<DeliveryEntry, 'channelId'>): boolean {
    const channel = this.notify.channels.get(channelId);
    return channel !== undefined && isOwn(caller, channel);
  }
}

function stateOf(status: string | undefined): DeliveryEntry['state'] | null {
  if (status === undefined || status === '') return null;
  const state = deliveryStates.find((one) => one === status);
  if (!state) throw new Problem(400, 'status', `status=${status.slice(0, 40)} was refused: it must be one of ${deliveryStates.join(', ')}.`, { field: 'status' });
  return state;
}

/** `GET …/devices/availability?from=2026-11-01&to=2026-11-30`: how long devices were up, from the days' snapshots. */
import { Controller, Get, Param, Query } from '@nestjs/common';
import { devicesTogether } from '../../shared/devices.js';
import type { Daily, DevicesAnswer } from '../../shared/rows/daily.js';
import { Demand } from '../access/rules.js';
import { knownHall } from '../known-hall.js';
import { Halls } from '../live/halls.js';
import { Problem } from '../problem.js';
import { demandDate } from '../range.js';
import { Dailies } from './dailies.js';

const MOST_DAYS = 92;

@Controller('api/v1/halls/:hallId/devices')
export class DevicesController {
  constructor(
    private readonly halls: Halls,
    private readonly dailies: Dailies,
  ) {}

  /** Of this month so far where nothing is said. */
  @Get('availability')
  @Demand('daily.read', { dear: true })
  async availability(@Param('hallId') hallId: string, @Query() asked: { from?: string; to?: string }): Promise<DevicesAnswer> {
    const { day } = knownHall(this.halls, hallId).entry();
    const { to = day } = asked;
    demandDate('to', to);
    const { from = `${to.slice(0, 8)}01` } = asked;
    demandDate('from', from);
    const { length } = await this.dailies.list(hallId, { from, to });
    if (length > MOST_DAYS) throw new Problem(400, 'to', `The range was refused: it may hold at most ${MOST_DAYS} days; ask for one part after the other.`, { field: 'to' });
    const days: NonNullable<Daily['devices']>[] = [];
    for await (const { devices } of this.dailies.days(hallId, { from, to })) if (devices) days.push(devices);
    return { from, to, days: days.length, devices: devicesTogether(days) };
  }
}

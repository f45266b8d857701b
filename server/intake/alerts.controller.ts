/** The alerts of a hall and what people do about them. Every answer comes after the commit; nothing is done in advance. */
import { Controller, Get, HttpCode, Param, Post, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { AssignAlert, CommentAlert, ResolveAlert, SilenceAlert, type AlertEntry, type AlertsAnswer, type AlertStory } from '../../shared/commands/alert.js';
import { formatInstant, parseInstant } from '../../shared/instant.js';
import { acceptBody } from '../access/accept-body.js';
import { Access } from '../access/access.js';
import { may, type Caller } from '../access/caller.js';
import { withoutRater } from '../access/rater.js';
import { CallerOf, Demand } from '../access/rules.js';
import { knownHall } from '../known-hall.js';
import { Halls } from '../live/halls.js';
import type { LiveAlerts } from '../live/live-alerts.js';
import { Problem } from '../problem.js';
import { rangeOf } from '../range.js';

const MOST = 5_000;
const DAY_MS = 24 * 3_600_000;
const MOST_DAYS = 31;

interface Asked {
  hallId: string;
  alertId: string;
}

@Controller('api/v1/halls/:hallId/alerts')
export class AlertsController {
  constructor(
    private readonly halls: Halls,
    private readonly access: Access,
  ) {}

  @Get()
  @Demand('alerts.read')
  async list(@Param('hallId') hallId: string, @CallerOf() caller: Caller, @Query() query: { status?: string; from?: string; to?: string }): Promise<AlertsAnswer> {
    const { alerts } = knownHall(this.halls, hallId);
    const found = await this.found(hallId, alerts, query);
    const shown = found.slice(0, MOST);
    return { alerts: may(caller, 'ratings.read', hallId) ? shown : shown.map(withoutRater), more: Math.max(0, found.length - MOST) };
  }

  private async found(hallId: string, alerts: LiveAlerts, { status = 'open', from, to }: { status?: string; from?: string; to?: string }): Promise<AlertEntry[]> {
    if (status === 'open' && from === undefined && to === undefined) return alerts.open();
    if (status !== 'open' && status !== 'all') throw new Problem(400, 'status', `status=${status.slice(0, 40)} was refused: it must be open or all.`, { field: 'status' });
    const range = rangeOf({ from, to }, { standard: alerts.today(), mostDays: MOST_DAYS });
    if (status === 'all') return this.halls.alertsBetween(hallId, range);
    return alerts.open().filter(({ raisedAt }) => raisedAt >= range.from && raisedAt < range.to);
  }

  @Get(':alertId/story')
  @Demand('alerts.read')
  async story(@Param() { hallId, alertId }: Asked, @CallerOf() caller: Caller): Promise<AlertStory> {
    knownHall(this.halls, hallId);
    const story = (await this.halls.alertStory(hallId, alertId)) ?? unknown(hallId, alertId);
    if (story.alert.kind !== 'rating.bad' || may(caller, 'ratings.read', hallId)) return story;
    return { ...story, alert: withoutRater(story.alert), events: [] };
  }

  @Post(':alertId/acknowledge')
  @Demand('alerts.act')
  @HttpCode(200)
  async acknowledge(@Param() asked: Asked, @CallerOf() { name: by }: Caller): Promise<AlertEntry> {
    const hall = knownHall(this.halls, asked.hallId);
    const { done, alert } = (await hall.alerts.acknowledge(asked.alertId, by)) ?? unknown(asked.hallId, asked.alertId);
    if (done) return alert;
    throw new Problem(409, 'alreadyAcknowledged', `${alert.acknowledgedBy} acknowledged alert ${alert.id} first, at ${formatInstant(alert.acknowledgedAt!)}; assign it or comment on it instead.`);
  }

  @Post(':alertId/assign')
  @Demand('alerts.act')
  @HttpCode(200)
  async assign(@Param() asked: Asked, @CallerOf() { name: by }: Caller, @Req() request: FastifyRequest): Promise<AlertEntry> {
    const hall = knownHall(this.halls, asked.hallId);
    const { to } = acceptBody(AssignAlert, request);
    if (!may(this.access.people.caller(to), 'alerts.act', asked.hallId)) {
      const others = this.access.people.colleagues(asked.hallId).map(({ username }) => username);
      throw new Problem(422, 'assignee', `to: "${to}" may not act on hall ${asked.hallId}; these may: ${others.slice(0, 20).join(', ') || 'nobody yet'}.`, { field: 'to' });
    }
    return (await hall.alerts.assign(asked.alertId, by, to)) ?? unknown(asked.hallId, asked.alertId);
  }

  @Post(':alertId/comment')
  @Demand('alerts.act')
  @HttpCode(200)
  async comment(@Param() asked: Asked, @CallerOf() { name: by }: Caller, @Req() request: FastifyRequest): Promise<AlertEntry> {
    const hall = knownHall(this.halls, asked.hallId);
    const { text } = acceptBody(CommentAlert, request);
    return (await hall.alerts.comment(asked.alertId, by, text)) ?? unknown(asked.hallId, asked.alertId);
  }

  @Post(':alertId/resolve')
  @Demand('alerts.act')
  @HttpCode(200)
  async resolve(@Param() asked: Asked, @CallerOf() { name: by }: Caller, @Req() request: FastifyRequest): Promise<AlertEntry> {
    const hall = knownHall(this.halls, asked.hallId);
    const { reason } = acceptBody(ResolveAlert, request);
    const { done, alert } = (await hall.alerts.resolve(asked.alertId, by, reason)) ?? unknown(asked.hallId, asked.alertId);
    if (done) return alert;
    const ended = alert.resolvedBy === null ? 'ended by itself' : `was resolved by ${alert.resolvedBy}`;
    throw new Problem(409, 'alreadyResolved', `Alert ${alert.id} ${ended} at ${formatInstant(alert.resolvedAt!)}; comment on it instead.`);
  }

  @Post(':alertId/silence')
  @Demand('alerts.act')
  @HttpCode(200)
  async silence(@Param() asked: Asked, @CallerOf() { name: by }: Caller, @Req() request: FastifyRequest): Promise<AlertEntry> {
    const hall = knownHall(this.halls, asked.hallId);
    const { until, reason } = acceptBody(SilenceAlert, request);
    const [untilAt, now] = [parseInstant(until), hall.now()];
    if (untilAt <= now || untilAt > now + DAY_MS) {
      throw new Problem(422, 'until', `until: ${until} was refused: it must lie after now, ${formatInstant(now)}, and at most 24 hours ahead; POST …/silences takes longer pauses.`, { field: 'until' });
    }
    return (await hall.alerts.silence(asked.alertId, by, { untilAt, reason })) ?? unknown(asked.hallId, asked.alertId);
  }
}

function unknown(hallId: string, alertId: string): never {
  throw new Problem(404, 'unknownAlert', `Hall ${hallId} knows no alert "${alertId.slice(0, 64)}" of today: GET …/alerts?status=all lists those of a range.`);
}

/** Appraisals 考核 of a hall: the forms that a plan asks for in a month, the cards that come of them, and their freezing. */
import { Controller, Get, HttpCode, Param, Post, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { FreezeAppraisal, OpenAppraisal, type AppraisalAnswer, type AppraisalsAnswer } from '../../shared/commands/appraisals.js';
import { formatInstant } from '../../shared/instant.js';
import { acceptBody } from '../access/accept-body.js';
import { Access } from '../access/access.js';
import type { Caller } from '../access/caller.js';
import { CallerOf, Demand } from '../access/rules.js';
import { Dailies } from '../daily/dailies.js';
import { knownHall } from '../known-hall.js';
import { Halls } from '../live/halls.js';
import type { LiveHall } from '../live/live-hall.js';
import { Problem } from '../problem.js';
import { entryOf, knownForms, liveCards, subjectsOf, toldMonth } from './month.js';
import { revisionIn } from './revision.js';
import { formsFor } from './who-answers.js';

/** The snapshot of a month's last day is made within minutes after it. */
const SETTLED_MS = 3_600_000;

interface Asked {
  hallId: string;
  planId: string;
  month: string;
}

@Controller('api/v1/halls/:hallId/appraisals')
export class AppraisalsController {
  constructor(
    private readonly halls: Halls,
    private readonly dailies: Dailies,
    private readonly access: Access,
  ) {}

  @Get()
  @Demand('cases.read')
  list(@Param('hallId') hallId: string): AppraisalsAnswer {
    const hall = knownHall(this.halls, hallId);
    const entries = [...hall.appraisals.periods().values()].map((of) => {
      const { plan, forms, ...entry } = entryOf(hall, of);
      void [plan, forms];
      return entry;
    });
    return { appraisals: entries.sort((a, b) => (a.month === b.month ? a.openedAt - b.openedAt : a.month < b.month ? 1 : -1)) };
  }

  @Post()
  @Demand('cases.act', { name: 'appraisals.open', dear: true })
  async open(@Param('hallId') hallId: string, @CallerOf() caller: Caller, @Req() request: FastifyRequest): Promise<AppraisalAnswer> {
    const hall = knownHall(this.halls, hallId);
    const said = acceptBody(OpenAppraisal, request);
    const { planId, month } = said;
    // a month stays with the version of the plan that it began with
    const begun = hall.appraisals.forms(planId, month)[0]?.appraisal?.version;
    const plan = hall.appraisals.plan(planId, begun);
    if (!plan) throw new Problem(422, 'planId', `planId: "${planId}" is no appraisal plan in force: GET …/records?kind=appraisalPlan lists them.`, { field: 'planId' });
    const known = await subjectsOf(this.dailies, hall, { month, of: plan.content.of });
    const subjects = (said.subjects ?? [...known.keys()]).map((id) => ({ id, name: known.get(id)?.name ?? id }));
    if (subjects.length === 0) throw new Problem(422, 'subjects', `subjects: no snapshot of ${month} names anybody yet; say whom it is about.`, { field: 'subjects' });
    await hall.appraisals.open(plan, { month, by: caller.name, forms: formsFor(this.access.people, { hallId, plan, subjects, owners: said.owners ?? {}, by: caller.name }) });
    return toldMonth(this.dailies, hall, { planId, month, revision: null });
  }

  @Get(':planId/:month')
  @Demand('cases.read', { dear: true })
  read(@Param() { hallId, planId, month }: Asked, @Query('revision') asked?: string): Promise<AppraisalAnswer> {
    return toldMonth(this.dailies, knownHall(this.halls, hallId), { planId, month, revision: revisionIn(asked) });
  }

  @Post(':planId/:month/freeze')
  @Demand('cases.act', { name: 'appraisals.freeze', dear: true })
  @HttpCode(200)
  async freeze(@Param() { hallId, planId, month }: Asked, @CallerOf() { name: by }: Caller, @Req() request: FastifyRequest): Promise<AppraisalAnswer> {
    const hall = knownHall(this.halls, hallId);
    const { reason = null } = acceptBody(FreezeAppraisal, request);
    demandFreezable(hall, { planId, month, by, reason });
    const cards = await liveCards(this.dailies, hall, knownForms(hall, planId, month));
    if (!(await hall.appraisals.freeze({ planId, month }, { cards, by, reason }))) throw new Problem(409, 'frozenMeanwhile', `The appraisal of ${month} was frozen by somebody else just now: look at it first.`);
    return toldMonth(this.dailies, hall, { planId, month, revision: hall.appraisals.frozen(planId, month).length });
  }
}

/** M6: over, complete or told why not, and by somebody who neither opened it nor scored in it. */
function demandFreezable(hall: LiveHall, { planId, month, by, reason }: Omit<Asked, 'hallId'> & { by: string; reason: string | null }): void {
  const forms = knownForms(hall, planId, month);
  const { endsAt, expected, done } = entryOf(hall, forms);
  if (hall.now() < endsAt + SETTLED_MS) throw new Problem(409, 'monthRuns', `The appraisal of ${month} was not frozen: its figures are complete from ${formatInstant(endsAt + SETTLED_MS)} on.`);
  const took = forms.some(({ openedBy, deeds }) => openedBy === by || deeds.some((deed) => deed.step === 'submit' && deed.by === by));
  if (took) throw new Problem(403, 'ownAppraisal', `The appraisal of ${month} was not frozen: ${by} opened it or scored in it, and who did does not freeze it; somebody else must.`);
  const revision = hall.appraisals.frozen(planId, month).length + 1;
  if (reason !== null || (done === expected && revision === 1)) return;
  const why = revision > 1 ? `revision ${revision} follows what was frozen before` : `${expected - done} of ${expected} forms are missing`;
  throw new Problem(422, 'reason', `reason: ${why}, so say why.`, { field: 'reason' });
}

/** The ledgers 台账 of a hall: complaints, return visits, rectifications, requests, rounds and appraisals, each a case with its steps. */
import { Controller, Get, HttpCode, Param, Post, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { OpenCase, StepCase, type CaseAnswer, type CaseEntry, type CasesAnswer } from '../../shared/commands/cases.js';
import { formatInstant, parseInstant } from '../../shared/instant.js';
import { caseKinds, caseStates, caseSteps } from '../../shared/glossary/cases.js';
import { acceptBody } from '../access/accept-body.js';
import { Access } from '../access/access.js';
import { demand, may, type Caller } from '../access/caller.js';
import { caseWithoutRater } from '../access/rater.js';
import { CallerOf, Demand } from '../access/rules.js';
import { knownHall } from '../known-hall.js';
import { nextFor, type Stepped } from '../live/cases.js';
import { Halls } from '../live/halls.js';
import { Problem } from '../problem.js';
import { Attachments } from '../proof/attachments.js';
import { demandScores } from './appraisal-scores.js';
import { askedCases, type CasesQuery } from '../asked-cases.js';
import { demandForm } from './round-form.js';

const MOST = 2_000;

interface Asked {
  hallId: string;
  caseId: string;
}

@Controller('api/v1/halls/:hallId/cases')
export class CasesController {
  constructor(
    private readonly halls: Halls,
    private readonly access: Access,
    private readonly attachments: Attachments,
  ) {}

  @Get()
  @Demand('cases.read')
  list(@Param('hallId') hallId: string, @CallerOf() caller: Caller, @Query() query: CasesQuery): CasesAnswer {
    const cases = knownHall(this.halls, hallId).cases.all();
    // what is left out cannot be searched for either
    const found = askedCases(may(caller, 'ratings.read', hallId) ? cases : cases.map(caseWithoutRater), query);
    return { cases: found.slice(0, MOST), more: Math.max(0, found.length - MOST) };
  }

  @Post()
  @Demand('cases.open')
  async open(@Param('hallId') hallId: string, @CallerOf() caller: Caller, @Req() request: FastifyRequest): Promise<CaseAnswer> {
    const hall = knownHall(this.halls, hallId);
    const said = acceptBody(OpenCase, request);
    const now = hall.now();
    if (said.at !== undefined && parseInstant(said.at) > now) throw new Problem(422, 'at', `at: ${said.at} was refused: a case is opened for what was, and now is ${formatInstant(now)}.`, { field: 'at' });
    if (said.due !== undefined && parseInstant(said.due) <= now) throw new Problem(422, 'due', `due: ${said.due} was refused: it must lie after now, ${formatInstant(now)}.`, { field: 'due' });
    if (said.parentId !== undefined && !hall.cases.get(said.parentId)) unknown(hallId, said.parentId);
    this.access.people.demandOwner(hallId, said.owner ?? caller.name);
    await this.demandProof(hallId, said.proof);
    return this.answerTo(caller, await hall.cases.open(said, caller.name), hallId);
  }

  @Get(':caseId')
  @Demand('cases.read')
  read(@Param() { hallId, caseId }: Asked, @CallerOf() caller: Caller): CaseAnswer {
    return this.answerTo(caller, knownHall(this.halls, hallId).cases.get(caseId) ?? unknown(hallId, caseId), hallId);
  }

  @Post(':caseId/steps')
  @Demand('cases.step', { name: 'cases.act' })
  @HttpCode(200)
  async step(@Param() { hallId, caseId }: Asked, @CallerOf() caller: Caller, @Req() request: FastifyRequest): Promise<CaseAnswer> {
    const said = acceptBody(StepCase, request);
    if (!this.isTheirs(caller, { one: knownHall(this.halls, hallId).cases.get(caseId), said })) demand(caller, 'cases.act', hallId);
    if (said.step === 'assign' || said.owner !== undefined) this.access.people.demandOwner(hallId, said.owner ?? '');
    const hall = knownHall(this.halls, hallId);
    const one = hall.cases.get(caseId) ?? unknown(hallId, caseId);
    if (one.closedAt === null) demandForm(hall, one, said);
    demandScores(hall, one, said);
    await this.demandProof(hallId, said.proof);
    const stepped = (await hall.cases.step(caseId, caller.name, said)) ?? unknown(hallId, caseId);
    if (stepped.hindrance !== null) refuse(stepped, said);
    return this.answerTo(caller, stepped.entry, hallId);
  }

  private answerTo(caller: Caller, entry: CaseEntry, hallId: string): CaseAnswer {
    const shown = may(caller, 'ratings.read', hallId) ? entry : caseWithoutRater(entry);
    const next = nextFor(entry, caller.name);
    return { ...shown, next: may(caller, 'cases.act', hallId) ? next : next.filter((step) => step === 'submit' && this.isAsked(caller, entry)) };
  }

  /** What takes no right to act: the rating of whoever asked, and the form of whoever it asks. */
  private isTheirs(caller: Caller, { one, said: { step, owner } }: { one: CaseEntry | null; said: StepCase }): boolean {
    if (!one || owner !== undefined) return false;
    return step === 'rate' ? caller.role === 'device' && one.openedBy === caller.name : step === 'submit' && this.isAsked(caller, one);
  }

  /** Somebody who has logged in: a key may bear the name of a person, and is none. */
  private isAsked(caller: Caller, { kind, owner }: CaseEntry): boolean {
    return kind === 'appraisal' && owner === caller.name && this.access.people.caller(owner) === caller;
  }

  /** E8 */
  private async demandProof(hallId: string, proof: OpenCase['proof'] = []): Promise<void> {
    for (const { id } of proof) {
      if (!(await this.attachments.holds(hallId, id))) throw new Problem(422, 'proof', `proof: hall ${hallId} keeps no file ${id}: post it to …/attachments first, and name the id of the answer.`, { field: 'proof' });
    }
  }
}

function refuse({ hindrance, entry }: Stepped, { step }: StepCase): never {
  const asked = `${step} (${caseSteps[step].zh})`;
  const stands = `${entry.id} is ${entry.state} (${caseStates[entry.state].zh}) and ${entry.owner}'s`;
  if (hindrance === 'verdict') throw new Problem(422, 'verdict', `${asked} was refused: it decides, so say verdict yes or no.`, { field: 'verdict' });
  if (hindrance === 'proof') throw new Problem(422, 'proof', `${asked} was refused: a reply is proven. Name a file as proof, posted to …/attachments, or say as reference by which letter or call it was given.`, { field: 'proof' });
  if (hindrance === 'owner') throw new Problem(403, 'notOwner', `${asked} was refused: case ${stands}, and it is the owner's to do.`);
  if (hindrance === 'another') throw new Problem(403, 'ownCase', `${asked} was refused: case ${stands}, and who handles a case does not verify it; somebody else must.`);
  throw new Problem(409, 'notNow', `${asked} was refused: case ${stands}; a ${entry.kind} (${caseKinds[entry.kind].zh}) does not take this step now. GET …/cases/{caseId} says which it takes.`);
}

function unknown(hallId: string, caseId: string): never {
  throw new Problem(404, 'unknownCase', `Hall ${hallId} has no case "${caseId.slice(0, 64)}" of this year or the last: GET …/cases lists them.`);
}

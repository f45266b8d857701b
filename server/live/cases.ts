/**
 * The cases of a live hall, and what people do about them: each step is an event, and the answer comes after its commit and fold.
 * Of two who act at once the journal takes one: both steps have the same id.
 */
import { randomUUID } from 'node:crypto';
import type { CaseEntry, OpenCase, StepCase } from '../../shared/commands/cases.js';
import { formatInstant, parseInstant } from '../../shared/instant.js';
import { conductOf, type Conduct } from '../domain/case/conduct.js';
import { hindranceTo, nextSteps, procedures, stateAfter, type Hindrance } from '../domain/case/procedure.js';
import { OWN_SOURCE, type CaseEvent } from '../domain/event/own-event.js';
import { replyDueAt, stepDueAt } from '../domain/hall/case-due.js';
import type { Hall } from '../domain/hall/hall.js';
import type { Verdict } from '../journal/journal.js';

interface Tools {
  now: () => number;
  commit: (events: CaseEvent[]) => Promise<{ verdicts: Verdict[] | null }>;
}

/** What became of a step: `hindrance` says why it was not taken, and the case how it now stands. */
export interface Stepped {
  hindrance: Hindrance | null;
  entry: CaseEntry;
}

type Saying = CaseEvent extends infer E ? (E extends CaseEvent ? Pick<E, 'id' | 'type' | 'data'> : never) : never;

/** What somebody may do about a case next. */
export const nextFor = nextSteps;

export class Cases {
  constructor(
    private readonly hall: Hall,
    private readonly tools: Tools,
  ) {}

  all(): CaseEntry[] {
    return [...this.hall.cases.values()];
  }

  get(caseId: string): CaseEntry | null {
    return this.hall.cases.get(caseId) ?? null;
  }

  /** E8: the files that cases name, also those let go of. */
  proof(): Set<string> {
    return new Set([...this.hall.proof.values()].flat());
  }

  /** E7: the years whose cases the hall still has, by its own calendar; the one that runs, first. */
  years(): number[] {
    const year = Number(this.hall.day.date.slice(0, 4));
    return [year, year - 1];
  }

  conduct(year: number): Conduct[] {
    return conductOf(this.hall.cases.values(), year, this.hall.day.zone).sort((a, b) => b.cases.length - a.cases.length || (a.staffId < b.staffId ? -1 : 1));
  }

  /** `said.at`, where there is one, lies in the past: its limits run from there. */
  async open({ at: told, due, owner = undefined, ...said }: OpenCase, by: string): Promise<CaseEntry> {
    const at = told === undefined ? this.tools.now() : parseInstant(told);
    const about = { serviceId: said.serviceId ?? null, counterId: said.counterId ?? null, kind: said.kind, state: procedures[said.kind].begins };
    const dueAt = due === undefined ? stepDueAt(this.hall, about, at) : parseInstant(due);
    const reply = said.kind === 'complaint' ? replyDueAt(this.hall, about, at) : null;
    const id = randomUUID();
    await this.write({ id, type: 'case.opened', data: { ...said, at, by, owner: owner ?? by, dueAt, replyDueAt: reply } });
    return this.hall.cases.get(id)!;
  }

  async step(caseId: string, by: string, said: StepCase): Promise<Stepped | null> {
    const one = this.hall.cases.get(caseId);
    if (!one) return null;
    const hindrance = hindranceTo(one, { ...said, by });
    if (hindrance !== null) return { hindrance, entry: one };
    const at = this.tools.now();
    const state = stateAfter(one, said)!;
    const dueAt = state === one.state || state === 'closed' ? undefined : stepDueAt(this.hall, { ...one, state }, at);
    const data = { ...said, caseId, at, by, ...(dueAt === undefined ? {} : { dueAt }) };
    const taken = await this.write({ id: `${caseId}.${one.deeds.length + 1}`, type: 'case.stepped', data });
    return { hindrance: taken ? null : 'state', entry: this.hall.cases.get(caseId)! };
  }

  private async write(saying: Saying): Promise<boolean> {
    const event: CaseEvent = { specversion: '1.0', source: OWN_SOURCE, time: formatInstant(this.tools.now()), ...saying };
    const { verdicts } = await this.tools.commit([event]);
    return verdicts === null || verdicts[0] === 'accepted';
  }
}

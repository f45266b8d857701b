/** M2: whoever answers a form of an appraisal scores every question of it, and no other; a form of the public is counted from paper. */
import type { CaseEntry, StepCase } from '../../shared/commands/cases.js';
import type { LiveHall } from '../live/live-hall.js';
import { Problem } from '../problem.js';

export function demandScores(hall: LiveHall, entry: CaseEntry | null, { step, scores = {}, ballots }: StepCase): void {
  if (!entry?.appraisal || step !== 'submit') return;
  const { planId, version, form } = entry.appraisal;
  const asked = hall.appraisals.plan(planId, version)?.content.forms.find(({ id }) => id === form)?.questions.map(({ id }) => id) ?? [];
  const [missing, foreign] = [asked.filter((id) => scores[id] === undefined), Object.keys(scores).filter((id) => !asked.includes(id))];
  const why = missing.length > 0 ? `${missing.join(', ')} ${missing.length > 1 ? 'have' : 'has'} no score` : `${foreign.join(', ')} is no question of this form`;
  if (missing.length + foreign.length > 0) throw new Problem(422, 'scores', `submit was refused: ${why}; it asks for ${asked.join(', ')}, each from 0 to 100.`, { field: 'scores' });
  if (form !== 'public' || ballots !== undefined) return;
  throw new Problem(422, 'ballots', 'submit was refused: scores of the public are counted from paper; say from how many sheets.', { field: 'ballots' });
}

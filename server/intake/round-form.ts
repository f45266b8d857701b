/** U3: a round that a plan opened is handed in whole: every item of the version that opened it is answered. */
import type { CaseEntry, StepCase } from '../../shared/commands/cases.js';
import { lackOf, type Lack, type RoundItem } from '../../shared/rounds.js';
import type { LiveHall } from '../live/live-hall.js';
import { Problem } from '../problem.js';

export function demandForm({ records }: LiveHall, { plan }: CaseEntry, said: StepCase): void {
  const content = plan && records.versions(plan.id)[plan.version - 1]?.content;
  if (said.step !== 'submit' || content?.kind !== 'roundPlan') return;
  const lack = lackOf(content.items, said);
  if (lack) refuse(lack, content.items);
}

const FIELDS = { score: 'scores', tick: 'scores', photo: 'proof', unknown: 'scores' } as const satisfies Record<Lack['why'], string>;

function refuse({ itemId, why }: Lack, items: readonly RoundItem[]): never {
  const text = items.find(({ id }) => id === itemId)?.text ?? '';
  const reason = {
    score: `"${text}" (${itemId}) is not answered; every item of the form is`,
    tick: `"${text}" (${itemId}) is ticked, so its score is 100 or 0`,
    photo: `"${text}" (${itemId}) asks for a photo: a proof that names itemId ${itemId}`,
    unknown: `${itemId.slice(0, 64)} is no item of this form; these are: ${items.map(({ id }) => id).join(', ')}`,
  }[why];
  throw new Problem(422, 'form', `${FIELDS[why]}: the round was refused: ${reason}.`, { field: FIELDS[why] });
}

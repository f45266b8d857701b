/** The ledgers of a hall as the journal tells them: the only place where a case changes. */
import { ERASED } from '../../../shared/events/texts.js';
import { letGoFrozen } from '../appraisal/frozen.js';
import { newCase, takeStep, type Case } from '../case/case.js';
import { yearOf } from '../case/conduct.js';
import type { CaseEvent, EventErased } from '../event/own-event.js';
import type { Hall } from './hall.js';

export function applyCase(hall: Hall, event: CaseEvent): void {
  if (event.type === 'case.opened') {
    if (hall.cases.has(event.id)) return;
    hall.cases.set(event.id, newCase({ id: event.id, number: nextNumber(hall, event.data.kind) }, event.data));
  } else {
    const one = hall.cases.get(event.data.caseId);
    if (!one || !takeStep(one, event.data)) return;
  }
  if (event.data.proof?.length) hall.proof.set(event.id, event.data.proof.map(({ id }) => id));
  hall.caseCounts = countsOf(hall);
  hall.dirty.hall = true;
}

const letters: Record<Case['kind'], string> = { complaint: 'C', returnVisit: 'V', rectification: 'M', request: 'R', round: 'P', appraisal: 'A' };

/** G1: of the year in which the journal was told of it, so that none is ever given twice. */
function nextNumber({ caseNumbers, day }: Hall, kind: Case['kind']): string {
  const series = `${letters[kind]}-${day.date.slice(2, 4)}`;
  const last = (caseNumbers.get(series) ?? 0) + 1;
  caseNumbers.set(series, last);
  return `${series}${String(last).padStart(4, '0')}`;
}

/** A step's event is its case's id and the step's number. */
export function eraseFromCases(hall: Hall, { data: { caseEventIds = [] } }: EventErased): void {
  for (const id of caseEventIds) {
    hall.proof.delete(id);
    const [caseId = '', step] = id.split('.');
    const one = hall.cases.get(caseId);
    if (!one) continue;
    if (step === undefined) Object.assign(one, erased(one));
    else one.deeds = one.deeds.map((deed, index) => (index === Number(step) - 1 ? { ...deed, ...erased(deed), remarks: erasedEach(deed.remarks) } : deed));
    hall.dirty.hall = true;
  }
}

function erased({ text }: Pick<Case, 'text'>): Pick<Case, 'text' | 'proof'> {
  return { text: text === null ? null : ERASED, proof: [] };
}

function erasedEach(texts: Case['deeds'][number]['remarks']): typeof texts {
  return texts && Object.fromEntries(Object.keys(texts).map((id) => [id, ERASED]));
}

/** E5: 件件有回音 asks that no complaint stays without a reply. */
function countsOf({ cases, caseCounts }: Hall): Hall['caseCounts'] {
  const open = [...cases.values()].filter(({ closedAt }) => closedAt === null);
  const unanswered = open.filter(({ kind, repliedAt }) => kind === 'complaint' && repliedAt === null);
  return { open: open.length, unanswered: unanswered.length, changes: caseCounts.changes + 1 };
}

/** E7: a closed case of the year before last is the past's: it is found there, as it then stood. */
export function letGoCases(hall: Hall): void {
  const { zone, date } = hall.day;
  const first = Number(date.slice(0, 4)) - 1;
  for (const [id, one] of hall.cases) if (isOver(one) && yearOf(one, zone) < first) hall.cases.delete(id);
  letGoFrozen(hall, (at) => yearOf({ openedAt: at }, zone) < first);
}

function isOver({ closedAt, appealedAt }: Case): boolean {
  return closedAt !== null && appealedAt === null;
}

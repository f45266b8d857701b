import fc from 'fast-check';
import { newCase, takeStep, type Case } from '../case/case.js';
import { isCaseEvent, isOwn, isRecordEvent } from '../event/own-event.js';
import type { StoredEvent } from '../event/fact.js';
import { plainJournals, START } from './arbitrary-events.spec-kit.js';
import { foldEvent } from './fold-event.js';
import { newHall, type Hall } from './hall.js';
import { settingsForSpec } from './hall.spec-kit.js';
import { allRows } from './make-rows.js';

/** The journal read naively: each case by itself, from its own events alone. */
function readCases(journal: StoredEvent[]): { cases: Case[]; changes: number } {
  const events = journal.map(({ event }) => event).filter(isCaseEvent);
  let changes = journal.filter(({ event }) => isOwn(event) && isRecordEvent(event)).length;
  const cases = events.flatMap((opening, index) => {
    if (opening.type !== 'case.opened') return [];
    const one = newCase({ id: opening.id, number: '' }, opening.data);
    changes++;
    for (const event of events.slice(index)) if (event.type === 'case.stepped' && event.data.caseId === one.id && takeStep(one, event.data)) changes++;
    return [one];
  });
  return { cases, changes };
}

function demandThat(holds: boolean, what: string): void {
  if (!holds) throw new Error(what);
}

function reconciles(journal: StoredEvent[], { shown }: { shown: (hall: Hall) => unknown }): void {
  const hall = newHall('spec', settingsForSpec(), START);
  for (const [index, stored] of journal.entries()) {
    foldEvent(hall, stored);
    const { cases, changes } = readCases(journal.slice(0, index + 1));
    const open = cases.filter(({ state }) => state !== 'closed');
    const unanswered = open.filter(({ kind, deeds }) => kind === 'complaint' && !deeds.some(({ step }) => step === 'reply'));
    const read = JSON.stringify({ open: open.length, unanswered: unanswered.length, changes });
    demandThat(JSON.stringify(shown(hall)) === read, `shown ${JSON.stringify(shown(hall))}, read ${read}`);
  }
}

function keepsItsWord(journal: StoredEvent[]): void {
  const hall = newHall('spec', settingsForSpec(), START);
  for (const stored of journal) {
    const before = new Map([...hall.cases].map(([id, one]) => [id, structuredClone(one)]));
    const frozen = structuredClone(hall.frozen);
    foldEvent(hall, stored);
    for (const [key, revisions] of frozen) demandThat(JSON.stringify(hall.frozen.get(key)!.slice(0, revisions.length)) === JSON.stringify(revisions), `${key}: what was frozen has changed`);
    for (const [id, one] of hall.cases) {
      demandThat(one.owner !== '' && (one.state === 'closed') === (one.dueAt === null) && (one.dueAt === null) === (one.closedAt !== null), `${id} is nobody's, or never due`);
      const was = before.get(id);
      if (!was) continue;
      demandThat(JSON.stringify(one.deeds.slice(0, was.deeds.length)) === JSON.stringify(was.deeds), `a deed of ${id} was edited`);
      const { step } = one.deeds.at(-1) ?? {};
      demandThat(was.verified !== true || one.verified === true || step === 'review' || step === 'verify', `${id}: a verdict was taken back by ${step}`);
    }
  }
}

describe('Laws of the ledgers', () => {
  it('[L12] counts shown are those of the journal read naively, after every event', () => {
    const shown = (hall: Hall) => allRows(hall).hall['spec']!.cases;
    const found = fc.check(fc.property(plainJournals, (journal) => reconciles(journal, { shown })), { numRuns: 300 });
    expect(found.failed).withContext(`${String(found.errorInstance)} ${fc.defaultReportMessage(found)}`).toBeFalse();
    const planted = fc.check(fc.property(plainJournals, (journal) => reconciles(journal, { shown: (hall) => ({ ...hall.caseCounts, unanswered: hall.caseCounts.open }) })), { numRuns: 300, endOnFailure: true });
    expect(planted.failed).withContext('the planted fault').toBeTrue();
    console.log(`ledger laws: ${found.numRuns} cases, seed ${found.seed}`);
  });

  it('[L12] no open case is without an owner and a due time, no deed is ever edited, nothing frozen changes, and only an appeal or a second verdict takes a verdict back', () => {
    const found = fc.check(fc.property(plainJournals, keepsItsWord), { numRuns: 300 });
    expect(found.failed).withContext(`${String(found.errorInstance)} ${fc.defaultReportMessage(found)}`).toBeFalse();
  });
});

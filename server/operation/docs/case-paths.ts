/** The ledgers 台账: cases and the steps that people take about them. */
import { answer, body, HALL, inPath, inQuery, json, problem, problems } from './describe.js';
import { caseKinds } from '../../../shared/glossary/cases.js';
import { idsOf } from '../../../shared/glossary/word.js';
import { ref, type Json } from './schemas.js';

const CASES = '/api/v1/halls/{hallId}/cases';
const instant = ref('Instant');
const CASE = inPath('caseId', 'The case 个案.');
const unknown = problem(404, 'There is no such hall, or it has no case of this id of this year or the last.');
const complaint = { kind: 'complaint', title: '窗口态度生硬', channel: 'hotline', counterId: '3', staffId: 'P7', category: 'attitude', owner: 'wang', reference: '12345-20261123-77' };
const deed = { step: 'verify', at: 1795402800000, by: 'li', text: '已核实', verdict: 'yes', proof: [], reference: null, scores: null, remarks: null, ballots: null };
const entry = {
  id: '0d8f6f3a-1d7c-4b0a-9a51-6b7f3f7c2c11', number: 'C-260017', ...complaint, text: null, serviceId: null, ticketId: null, parentId: null, plan: null, appraisal: null, openedAt: 1795399200000, openedBy: 'li', state: 'verified',
  dueAt: 1797177600000, replyDueAt: 1796054400000, repliedAt: null, verified: true, verifiedAt: 1795402800000, appealedAt: null, satisfied: null, failures: 0, closedAt: null, proof: [], deeds: [deed],
  stages: [{ state: 'received', at: 1795399200000, dueAt: 1796054400000, leftAt: 1795402800000 }, { state: 'verified', at: 1795402800000, dueAt: 1797177600000, leftAt: null }],
};
const told = { ...entry, next: ['assign', 'note', 'rectify', 'appeal'] };

const query = [
  inQuery('kind', { description: 'One ledger.', schema: { type: 'string', enum: idsOf(caseKinds) } }),
  inQuery('status', { description: 'Which of them.', schema: { type: 'string', enum: ['open', 'closed', 'all'], default: 'open' } }),
  inQuery('from', { description: 'Opened from here on. Write + as %2B.', schema: instant }),
  inQuery('to', { description: 'Opened before this.', schema: instant }),
  ...['staffId', 'counterId', 'owner', 'parentId'].map((name) => inQuery(name, { description: `Of this ${name}.`, schema: { type: 'string' } })),
  inQuery('q', { description: 'Words that all stand in its title, text or numbers.', schema: { type: 'string' } }),
];
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const file = (type: string) => answer('The file.', { [type]: { schema: { type: 'string', format: 'binary' } } });
const counted = { ...entry, kind: 'returnVisit', channel: 'visit', satisfied: false };

const hotSpot = { id: '3', name: '3 号', services: 800, badRatings: 6, verified: 2, failedRounds: 0, rate: 10, low: 4.3, high: 19.7, hot: true, cases: [{ id: entry.id, number: entry.number, title: entry.title }] };

export const casePaths: Record<string, Json> = {
  [CASES]: {
    parameters: [HALL],
    get: {
      tags: ['Ledgers'], operationId: 'listCases', summary: 'The cases of a hall\'s ledgers, those due first, first',
      description: 'Needs role reader, supervisor or admin. All conditions hold together; at most 2,000, more says how many are left out. Cases of this year and the last, and all that are open; state?at= shows how it was before.',
      parameters: query,
      responses: { 200: answer('The cases.', json(ref('CasesAnswer'), { cases: [entry], more: 0 })), ...problems(400, 401, 403, 404) },
    },
    post: {
      tags: ['Ledgers'], operationId: 'openCase', summary: 'Open a case',
      description: 'Needs role device, supervisor or admin. Its owner is a person who may act on the hall; due times follow from the standard\'s working days, but for a rectification, a round and an appraisal, whose due time is said. Of the person who complains nothing is kept: say reference, the number under which the hotline knows them.',
      requestBody: body('OpenCase', complaint),
      responses: { 201: answer('The case, and what may be done about it next.', json(ref('CaseAnswer'), told)), ...problems(400, 401, 403, 404, 415, 422, 503) },
    },
  },
  [`${CASES}.csv`]: {
    parameters: [HALL],
    get: {
      tags: ['Ledgers'], operationId: 'getCasesCsv', summary: 'The ledgers as CSV', parameters: query,
      description: 'Needs role reader, supervisor or admin. Every case that listCases finds, a row each; UTF-8 with a mark, times by the hall\'s clocks. Each head is a Chinese name and the field\'s key.',
      responses: { 200: file('text/csv'), ...problems(400, 401, 403, 404, 429) },
    },
  },
  [`${CASES}.xlsx`]: {
    parameters: [HALL],
    get: {
      tags: ['Ledgers'], operationId: 'getCasesXlsx', summary: 'The ledgers as a workbook', parameters: query,
      description: 'Needs role reader, supervisor or admin. A sheet of the cases, one of what was done about them, one of rounds by month: due, done, late, items failed.',
      responses: { 200: file(XLSX), ...problems(400, 401, 403, 404, 429) },
    },
  },
  [`${CASES}/{caseId}`]: {
    parameters: [HALL, CASE],
    get: {
      tags: ['Ledgers'], operationId: 'readCase', summary: 'A case, with what whoever asks may do about it next', description: 'Needs role reader, supervisor or admin.',
      responses: { 200: answer('The case.', json(ref('CaseAnswer'), told)), ...problems(401, 403), 404: unknown },
    },
  },
  [`${CASES}/{caseId}/steps`]: {
    parameters: [HALL, CASE],
    post: {
      tags: ['Ledgers'], operationId: 'stepCase', summary: 'Take a step about a case',
      description: 'Needs role supervisor or admin; a device rates the requests that it opened itself. Rectify, reply, accept and deliver are the owner\'s; verify, recheck, visit and review are somebody else\'s: who handles a case does not verify it. The reply to a complaint is proven: by a file in proof, or by reference, the number of the letter or call by which it was given. A round that a plan opened is submitted with a score for each item of the version of its plan (of one that is ticked 100 or 0) and the photos it asks for (proof with itemId). The answer comes after the step is on disk.',
      requestBody: body('StepCase', { step: 'verify', verdict: 'yes', category: 'attitude', text: '已核实' }),
      responses: {
        200: answer('The case as it then is.', json(ref('CaseAnswer'), told)), ...problems(400, 401, 415, 422, 503), 404: unknown,
        403: problem(403, 'The step is the owner\'s, or may not be the owner\'s, or the role does not suffice.'), 409: problem(409, 'The case does not take this step as it stands: the text says how it stands.'),
      },
    },
  },
  '/api/v1/halls/{hallId}/conduct': {
    parameters: [HALL],
    get: {
      tags: ['Ledgers'], operationId: 'readConduct', summary: 'Who was named in the verified return visits of a year, and how often',
      description: 'Needs role reader, supervisor or admin. What counts is a return visit of a person\'s attitude, quality, efficiency or integrity that was verified, in the calendar year of the visit by the hall\'s clocks; an appeal that is upheld takes its case out.',
      parameters: [inQuery('year', { description: 'This year or the last; left out: this one.', schema: { type: 'integer' } })],
      responses: { 200: answer('The people, and the cases that count.', json(ref('ConductAnswer'), { year: 2026, years: [2026, 2025], people: [{ staffId: 'P7', state: 'ok', cases: [counted] }] })), ...problems(400, 401, 403, 404) },
    },
  },
  '/api/v1/halls/{hallId}/hot-spots': {
    parameters: [HALL],
    get: {
      tags: ['Ledgers'], operationId: 'readHotSpots', summary: 'Which windows and people are named more often than others for as many services',
      description: 'Needs role reader, supervisor or admin. Bad ratings, verified complaints and return visits, and failed rounds of each window and person, per 1,000 services that ended there, with the exact interval of a Poisson mean. A bad rating and the complaint that it opened count once, and neither where the complaint was rejected. Hot is what lies above the rate of all by more than chance.',
      parameters: [
        inQuery('from', { description: 'The first date of the hall; left out: thirty days in all.', schema: { type: 'string', format: 'date' } }),
        inQuery('to', { description: 'The last one; left out: yesterday.', schema: { type: 'string', format: 'date' } }),
      ],
      responses: { 200: answer('The windows and the people.', json(ref('HotSpotsAnswer'), { hallId: 'hall-1', timezone: 'Asia/Shanghai', from: '2026-11-01', to: '2026-11-30', days: 20, enough: 30, counters: { services: 9400, rate: 3.1, spots: [hotSpot] }, staff: { services: 9400, rate: 3.1, spots: [] } })), ...problems(400, 401, 403, 404, 429) },
    },
  },
};

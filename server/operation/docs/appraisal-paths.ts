/** Appraisals 考核: a plan's month, its forms and its scorecards. */
import { answer, body, HALL, inPath, inQuery, json, problem, problems } from './describe.js';
import { ref, type Json } from './schemas.js';

const APPRAISALS = '/api/v1/halls/{hallId}/appraisals';
const MONTH = `${APPRAISALS}/{planId}/{month}`;
const asked = [HALL, inPath('planId', 'The record of the plan 考核办法.'), { name: 'month', in: 'path', required: true, description: 'Such as 2026-11.', schema: { type: 'string' } }];
const revision = inQuery('revision', { description: 'As it was frozen; left out: as it stands.', schema: { type: 'integer', minimum: 1 } });
const unknown = problem(404, 'There is no such hall, it has no appraisal of that plan and month, or it was not frozen so often.');
const frozen = { revision: 1, at: 1796266800000, by: 'zhang', reason: null };
const entry = {
  planId: 'staff-plan', month: '2026-11', title: '窗口人员月度考核', of: 'staff', version: 1, openedAt: 1795968000000, openedBy: 'wang', endsAt: 1796054400000, expected: 1, done: 1, overdue: 0,
  frozen: [frozen], noticeId: 'appraisal-2026-11-staff-plan', publishedAt: 1796353200000,
};
const form = { id: 'leader', weight: 40, days: 5, questions: [{ id: 'q1', text: '业务用语标准简洁' }] };
const plan = {
  id: 'staff-plan', version: 1, title: entry.title, approvedBy: 'li', effectiveFromAt: 1795399200000, expiresAt: null, putAt: 1795399200000, putBy: 'wang', withdrawnAt: null, withdrawnBy: null, reason: null,
  content: { kind: 'appraisalPlan', of: 'staff', figures: [{ id: 'satisfied', weight: 60, figure: 'rating.satisfiedShare', floor: 0.7, target: 0.98 }], forms: [form] },
};
const card = {
  id: 'P7', name: 'P7', days: 21, n: 640, total: 88.2, known: 100, rank: 1,
  lines: [{ id: 'satisfied', weight: 60, value: 0.952, n: 210, points: 90, caseIds: [] }, { id: 'leader', weight: 40, value: 85.5, n: 1, points: 85.5, caseIds: ['a-5f0c'] }],
  conduct: { state: 'ok', caseIds: [] }, complaints: [],
};
const told = { ...entry, shown: null, plan, cards: [card], forms: [{ caseId: 'a-5f0c', subject: 'P7', form: 'leader', owner: 'li', dueAt: null, doneAt: 1795990000000 }] };
const file = (type: string) => answer('The file.', { [type]: { schema: { type: 'string', format: 'binary' } } });

export const appraisalPaths: Record<string, Json> = {
  [APPRAISALS]: {
    parameters: [HALL],
    get: {
      tags: ['Ledgers'], operationId: 'listAppraisals', summary: 'The months that were appraised, the newest first', description: 'Needs role reader, supervisor or admin.',
      responses: { 200: answer('The months.', json(ref('AppraisalsAnswer'), { appraisals: [entry] })), ...problems(401, 403, 404) },
    },
    post: {
      tags: ['Ledgers'], operationId: 'openAppraisal', summary: 'Open a month by a plan',
      description: 'Needs role supervisor or admin. Each form that the plan asks for becomes a case of kind appraisal for each subject and owner, due in the plan\'s working days and answered by step submit with a score for each question. What is open already stays; at most 1,000 forms at once.',
      requestBody: body('OpenAppraisal', { planId: 'staff-plan', month: '2026-11', owners: { leader: ['li'], peers: ['li', 'zhang'] } }),
      responses: { 201: answer('The month.', json(ref('AppraisalAnswer'), { ...told, frozen: [], publishedAt: null })), ...problems(400, 401, 403, 404, 415, 422, 429, 503) },
    },
  },
  [MONTH]: {
    parameters: asked,
    get: {
      tags: ['Ledgers'], operationId: 'readAppraisal', summary: 'The scorecards of a month, and which forms are missing', description: 'Needs role reader, supervisor or admin. Figures are those of the month\'s daily snapshots together.', parameters: [revision],
      responses: { 200: answer('The month.', json(ref('AppraisalAnswer'), told)), ...problems(400, 401, 403, 429), 404: unknown },
    },
  },
  [`${MONTH}/freeze`]: {
    parameters: asked,
    post: {
      tags: ['Ledgers'], operationId: 'freezeAppraisal', summary: 'Freeze the scorecards of a month that is over',
      description: 'Needs role supervisor or admin, and somebody who neither opened the month nor scored in it. What was frozen never changes: freezing again makes another revision, which says why.',
      requestBody: body('FreezeAppraisal', { reason: '补录民主评议' }),
      responses: {
        200: answer('The month as it was frozen.', json(ref('AppraisalAnswer'), { ...told, shown: 1 })), ...problems(400, 401, 415, 422, 429, 503), 404: unknown,
        403: problem(403, 'Whoever asks opened it or scored in it, or the role does not suffice.'), 409: problem(409, 'The month still runs, or somebody else froze it at the same moment.'),
      },
    },
  },
  [`${MONTH}/cards.csv`]: {
    parameters: asked,
    get: { tags: ['Ledgers'], operationId: 'getCardsCsv', summary: 'The scorecards as CSV', description: 'Needs role reader, supervisor or admin. A row each.', parameters: [revision], responses: { 200: file('text/csv'), ...problems(400, 401, 403, 429), 404: unknown } },
  },
  [`${MONTH}/cards.xlsx`]: {
    parameters: asked,
    get: { tags: ['Ledgers'], operationId: 'getCardsXlsx', summary: 'The scorecards as a workbook', description: 'Needs role reader, supervisor or admin. A sheet of the cards, one of what each item rests on.', parameters: [revision], responses: { 200: file('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'), ...problems(400, 401, 403, 429), 404: unknown } },
  },
};

/** Records 档案: guides, notices, certificates, training and plans, in versions. */
import { recordKinds } from '../../../shared/glossary/records.js';
import { idsOf } from '../../../shared/glossary/word.js';
import { answer, body, HALL, inPath, inQuery, json, problem, problems, VIEWER } from './describe.js';
import { ref, type Json } from './schemas.js';

const RECORDS = '/api/v1/halls/{hallId}/records';
const RECORD = inPath('recordId', 'The record 档案, by an id of the hall\'s own choice.');
const unknown = problem(404, 'There is no such hall, or it has no such record.');
const said = {
  title: '社保缴费', approvedBy: 'li',
  content: { kind: 'guide', serviceId: 'social-security', basis: '社会保险法', materials: ['身份证'], steps: ['取号', '办理'], fees: '免费', workingDays: 3 },
};
const put = { ...said, effectiveFrom: '2026-12-01T00:00:00+08:00' };
const published = { id: 'guide-social-security', version: 1, ...said, effectiveFromAt: 1796054400000, expiresAt: null };
const version = { ...published, putAt: 1795399200000, putBy: 'wang', withdrawnAt: null, withdrawnBy: null, reason: null };
const disclosed = { hall: { name: '市政务服务中心', timezone: 'Asia/Shanghai', demo: false }, at: 1796100000000, guides: [{ ...published, approvedBy: '0117', service: '社保医保' }], notices: [] };
const versions = json(ref('RecordsAnswer'), { records: [version] });

export const recordPaths: Record<string, Json> = {
  [RECORDS]: {
    parameters: [HALL],
    get: {
      tags: ['Ledgers'], operationId: 'listRecords', summary: 'What is in force of a hall\'s records, or all there ever was', description: 'Needs role reader, supervisor or admin.',
      parameters: [
        inQuery('kind', { description: 'One kind alone.', schema: { type: 'string', enum: idsOf(recordKinds) } }),
        inQuery('at', { description: 'In force at this instant; now when left out. Write + as %2B.', schema: ref('Instant') }),
        inQuery('versions', { description: 'Every version of every record instead: to come, in force, ended and withdrawn.', schema: { type: 'string', enum: ['all'] } }),
      ],
      responses: { 200: answer('Of each record the version in force.', versions), ...problems(400, 401, 403, 404) },
    },
  },
  [`${RECORDS}/{recordId}`]: {
    parameters: [HALL, RECORD],
    get: {
      tags: ['Ledgers'], operationId: 'readRecord', summary: 'Every version of a record', description: 'Needs role reader, supervisor or admin.',
      responses: { 200: answer('The versions, in the order of their coming.', versions), ...problems(401, 403), 404: unknown },
    },
    put: {
      tags: ['Ledgers'], operationId: 'putRecord', summary: 'Put a version of a record', description: 'Needs role supervisor or admin. Who writes it does not approve it. It is in force from effectiveFrom, and no earlier than now.',
      requestBody: body('PutRecord', put),
      responses: { 201: answer('The version.', json(ref('RecordVersion'), version)), ...problems(400, 401, 403, 404, 415, 422, 503), 409: problem(409, 'The record is of another kind.') },
    },
  },
  [`${RECORDS}/{recordId}/withdraw`]: {
    parameters: [HALL, RECORD],
    post: {
      tags: ['Ledgers'], operationId: 'withdrawRecord', summary: 'Withdraw a record', description: 'Needs role supervisor or admin. It ends now, with the versions to come; all of them stay on file.',
      requestBody: body('WithdrawRecord', { reason: '事项取消' }),
      responses: { 200: answer('Its versions.', versions), ...problems(400, 401, 403, 415, 422, 503), 404: unknown },
    },
  },
  '/api/v1/halls/{hallId}/disclosure': {
    parameters: [HALL],
    get: {
      tags: ['Ledgers'], operationId: 'readDisclosure', summary: 'What the hall discloses to the public', security: VIEWER,
      description: 'The guides and notices in force. Of a public hall anybody may read it, of every other whoever may see its wall. Nobody is named: approvedBy is a staff number, or null.',
      responses: { 200: answer('Guides and notices.', json(ref('DisclosureAnswer'), disclosed)), ...problems(401, 403, 404) },
    },
  },
};

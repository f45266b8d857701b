/** The attachments 凭证: photographs and documents that prove what was done about a case. */
import { attachmentTypes } from '../../../shared/commands/attachments.js';
import { answer, HALL, json, problem, problems } from './describe.js';
import { ref, type Json } from './schemas.js';

const ATTACHMENTS = '/api/v1/halls/{hallId}/attachments';
const files = Object.fromEntries(attachmentTypes.map((type) => [type, { schema: { type: 'string', format: 'binary' } }]));
const attachment = { id: '2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae', bytes: 184_320, type: 'image/jpeg' };

export const attachmentPaths: Record<string, Json> = {
  [ATTACHMENTS]: {
    parameters: [HALL],
    post: {
      tags: ['Ledgers'], operationId: 'keepAttachment', summary: 'Keep a file that proves something',
      description: 'Needs role supervisor or admin. The body is one file as it is, at most 5 MB, and is what its first bytes say, whatever it is called. Place, time, device, previews and texts are cut out of a photograph; how it is to be turned stays. A PDF stays as it is. The id is the hash of what is kept: the same file has the same id. What no case names within a day is put away.',
      requestBody: { required: true, content: files },
      responses: { 201: answer('It is on disk.', json(ref('Attachment'), attachment)), ...problems(401, 403, 404, 413, 415, 422, 429, 503, 507) },
    },
  },
  [`${ATTACHMENTS}/{attachmentId}`]: {
    parameters: [HALL, { name: 'attachmentId', in: 'path', required: true, description: 'The file.', schema: ref('AttachmentId') }],
    get: {
      tags: ['Ledgers'], operationId: 'readAttachment', summary: 'A file that proves something',
      description: 'Needs role reader, supervisor or admin. Pictures inline, PDF as a download, under a policy that runs nothing.',
      responses: { 200: answer('The file.', files), ...problems(401, 403), 404: problem(404, 'There is no such hall, or it keeps no such file: it was never posted, not named within a day, or erased.') },
    },
  },
};

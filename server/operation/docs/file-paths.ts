/** The files of days, and what their figures mean. */
import { answer, ANYONE, HALL, inQuery, json, problem, problems } from './describe.js';
import { ref, type Json } from './schemas.js';

const DAILY = '/api/v1/halls/{hallId}/daily';
const READERS = 'Needs role reader, supervisor or admin.';
const DATE = { name: 'date', in: 'path', required: true, description: 'The hall\'s own day.', schema: { type: 'string', format: 'date' }, example: '2026-11-23' };
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const file = (type: string) => answer('The file. Its name says which revision it is.', { [type]: { schema: { type: 'string', format: 'binary' } } });
const refusals = { ...problems(400, 401, 403), 404: problem(404, 'There is no such hall, or no such snapshot.') };
const running = { 409: problem(409, 'The day still runs: its snapshot is made when the hall closes.') };
const ofRevision = inQuery('revision', { description: 'This revision; the newest when left out.', schema: { type: 'integer', minimum: 1 } });
const date = (name: string) => ({ ...inQuery(name, { description: `${name === 'from' ? 'The first day' : 'The last day, at most 400 later; the first alone when left out'}.`, schema: { type: 'string', format: 'date' } }), required: name === 'from' });

const days: Record<string, [operation: string, summary: string, type: string, about: string]> = {
  csv: ['getDayCsv', 'The day as CSV', 'text/csv', 'UTF-8 with a mark, RFC 4180, one row a group; lengths in ms. Each head is a Chinese name and the dictionary\'s key. Text that a spreadsheet would run begins with an apostrophe.'],
  xlsx: ['getDayXlsx', 'The day as a workbook', XLSX, 'A sheet for each table, a chart, and the dictionary on the last sheet. Lengths and dates are numbers of days, as spreadsheets have them.'],
  pdf: ['getDayPdf', 'The day on one page', 'application/pdf', 'The newest revision, as the report page prints it. Needs a Chromium (HALLBOARD_CHROMIUM).'],
};

export const filePaths: Record<string, Json> = {
  ...Object.fromEntries(Object.entries(days).map(([format, [operationId, summary, type, about]]): [string, Json] => [`${DAILY}/{date}.${format}`, {
    parameters: [HALL, DATE],
    get: {
      tags: ['Days'], operationId, summary, description: `${READERS} ${about}`, ...(format === 'pdf' ? {} : { parameters: [ofRevision] }),
      responses: { 200: file(type), ...refusals, ...running, ...(format === 'pdf' ? problems(501) : {}) },
    },
  }])),
  [`${DAILY}/files`]: {
    parameters: [HALL],
    get: {
      tags: ['Days'], operationId: 'getDays', summary: 'Several days in one file', description: `${READERS} The newest revision of each day that has a snapshot.`,
      parameters: [date('from'), date('to'), inQuery('format', { description: 'csv when left out.', schema: { type: 'string', enum: ['csv', 'xlsx', 'json'] } })],
      responses: { 200: answer('The file.', { 'text/csv': { schema: { type: 'string' } }, [XLSX]: { schema: { type: 'string', format: 'binary' } }, 'application/json': { schema: { type: 'array', items: { type: 'object' } } } }), ...refusals },
    },
  },
  '/api/v1/dictionary': {
    get: { tags: ['Days'], operationId: 'getDictionary', summary: 'What every figure means 指标说明', security: ANYONE, responses: { 200: answer('The dictionary.', json(ref('Dictionary'))) } },
  },
};

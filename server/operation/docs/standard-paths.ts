/** The service standard of a hall, and the people who log in. */
import { answer, body, HALL, inQuery, json, problem, problems } from './describe.js';
import { backtest, person, standard, standardVersion } from './examples.js';
import { ref, type Json } from './schemas.js';

const HALLS = '/api/v1/halls/{hallId}';
const READERS = 'Needs role reader, supervisor or admin.';

const standards: Record<string, Json> = {
  [`${HALLS}/standard`]: {
    parameters: [HALL],
    put: {
      tags: ['Standards'], operationId: 'putStandard', summary: 'Put the service standard 服务标准',
      description: 'Needs role admin. The whole of it each time. Versions are kept: a moment is judged by the version in force at that moment, so what is past stays as it was judged.',
      requestBody: body('PutStandard', standard),
      responses: { 201: answer('The new version.', json(ref('PutStandardAnswer'), { version: 2 })), ...problems(400, 401, 403, 404, 415, 422, 503) },
    },
    get: {
      tags: ['Standards'], operationId: 'getStandard', summary: 'The standard in force', description: READERS,
      parameters: [inQuery('at', { description: 'In force at this instant; now when left out. Write + as %2B.', schema: ref('Instant') })],
      responses: { 200: answer('The version.', json(ref('StandardVersion'), standardVersion)), ...problems(400, 401, 403, 404) },
    },
  },
  [`${HALLS}/standards`]: {
    parameters: [HALL],
    get: {
      tags: ['Standards'], operationId: 'listStandards', summary: 'Every version of the standard', description: READERS,
      responses: { 200: answer('The versions.', json(ref('StandardsAnswer'), { standards: [standardVersion] })), ...problems(401, 403, 404) },
    },
  },
  [`${HALLS}/standard/backtest`]: {
    parameters: [HALL],
    post: {
      tags: ['Standards'], operationId: 'backtestStandard', summary: 'Try clauses on the past 回测', description: `${READERS} Nothing changes. One runs at a time in a hall.`,
      requestBody: body('Backtest', backtest),
      responses: {
        200: answer('What they would have raised.', json(ref('BacktestAnswer'))), ...problems(401, 403, 404, 415, 422),
        400: problem(400, 'The body cannot be read, or the range is empty, longer than 100 days, or ahead.'), 429: problem(429, 'A backtest of this hall is running.'),
      },
    },
  },
};

const USERNAME = { name: 'username', in: 'path', required: true, description: 'The person.', schema: { type: 'string' } };
const MANAGER = 'Needs role admin of every hall.';
const people: Record<string, Json> = {
  '/api/v1/people': {
    get: {
      tags: ['People'], operationId: 'listPeople', summary: 'The people 人员 who log in', description: MANAGER,
      responses: { 200: answer('The people.', json(ref('PeopleAnswer'), { people: [person] })), ...problems(401, 403) },
    },
    post: {
      tags: ['People'], operationId: 'createPerson', summary: 'Let somebody log in', description: MANAGER,
      requestBody: body('CreatePerson', { username: 'li', name: '李敏', role: 'supervisor', hallIds: ['hall-1'], staffNumber: 'S007', password: 'four words of my own' }),
      responses: { 201: answer('The person.', json(ref('PersonEntry'), person)), ...problems(400, 401, 403, 415, 422), 409: problem(409, 'There is a person of this name.') },
    },
  },
  '/api/v1/people/{username}': {
    parameters: [USERNAME],
    patch: {
      tags: ['People'], operationId: 'changePerson', summary: 'Change a person',
      description: `${MANAGER} Anybody may change their own password, and says the present one. With another password every other log-in of the person ends; other rights count from the next call.`,
      requestBody: body('ChangePerson', { password: 'four other words here', currentPassword: 'four words of my own' }),
      responses: {
        200: answer('The person.', json(ref('PersonEntry'), person)), ...problems(400, 403, 415, 422, 429), 401: problem(401, 'Nobody we know, or another present password.'),
        404: problem(404, 'There is no such person.'), 409: problem(409, 'The last administrator of every hall stays one.'),
      },
    },
    delete: {
      tags: ['People'], operationId: 'removePerson', summary: 'Remove a person', description: `${MANAGER} Their log-ins end at once; what they did stays theirs.`,
      responses: { 204: answer('Removed.'), ...problems(401, 403), 404: problem(404, 'There is no such person.'), 409: problem(409, 'The last administrator of every hall stays one.') },
    },
  },
  [`${HALLS}/people`]: {
    parameters: [HALL],
    get: {
      tags: ['People'], operationId: 'listColleagues', summary: 'Who may act on the hall\'s alerts', description: `${READERS} For whoever assigns one.`,
      parameters: [inQuery('who', { description: 'Everyone who may look instead, readers too: an appraisal may ask them.', schema: { type: 'string', enum: ['all'] } })],
      responses: {
        200: answer('The people.', json(ref('ColleaguesAnswer'), { people: [{ username: 'li', name: '李敏', role: 'supervisor', staffNumber: 'S007' }] })),
        ...problems(400, 401, 403),
      },
    },
  },
};

export const standardPaths: Record<string, Json> = { ...standards, ...people };

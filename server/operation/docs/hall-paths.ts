/** Halls, their keys, and who is logged in. */
import { answer, ANYONE, body, HALL, inPath, inQuery, json, problem, problems, VIEWER } from './describe.js';
import { hallSettings, screens as connected } from './examples.js';
import { ref, type Json } from './schemas.js';

const KEYS = '/api/v1/halls/{hallId}/keys';
const who = { username: 'admin', role: 'admin' };
const key = { id: '9f2c4b7a1d3e5f60', key: '9f2c4b7a1d3e5f60.Gk2v0yJm1c8b6XkQp3d5wR7tYh9uLn4sEa2fZoVi8Bc' };

const halls: Record<string, Json> = {
  '/api/v1/halls': {
    get: {
      tags: ['Halls'], operationId: 'listHalls', summary: 'The halls that the caller may see', security: VIEWER,
      description: 'Public halls, and those that the key or log-in may read; an empty list when there is none.',
      responses: { 200: answer('The halls, in brief.', json(ref('Halls'))) },
    },
  },
  '/api/v1/halls/{hallId}': {
    parameters: [HALL],
    put: {
      tags: ['Halls'], operationId: 'configureHall', summary: 'Make a hall 大厅, or change its settings',
      description: 'Needs role admin. The whole of the settings each time: what is left out takes its default. They become an event of the journal.',
      requestBody: body('HallSettings', hallSettings),
      responses: {
        200: answer('Changed: the settings, with defaults filled in.', json(ref('HallSettings'))),
        201: answer('Made: the settings, with defaults filled in.', json(ref('HallSettings'))),
        ...problems(400, 401, 403, 413, 415, 422, 503),
      },
    },
    get: {
      tags: ['Halls'], operationId: 'getHall', summary: 'The settings of a hall', description: 'Needs role admin.',
      responses: { 200: answer('The settings.', json(ref('HallSettings'), hallSettings)), ...problems(401, 403, 404) },
    },
  },
};

const keys: Record<string, Json> = {
  [KEYS]: {
    parameters: [HALL],
    post: {
      tags: ['Keys'], operationId: 'createKey', summary: 'Make a key 密钥 of the hall',
      description: 'Needs role admin. device posts events; wall watches, without figures of single counters and people; reader reads everything.',
      requestBody: body('CreateKey', { role: 'device', name: 'Kiosk at the east door' }),
      responses: { 201: answer('The key, shown this once.', json(ref('CreatedKey'), key)), ...problems(400, 401, 403, 404, 415, 422) },
    },
    get: {
      tags: ['Keys'], operationId: 'listKeys', summary: 'The keys of the hall that are valid', description: 'Needs role admin.',
      responses: { 200: answer('The keys, without what opens the door.', json(ref('Keys'))), ...problems(401, 403, 404) },
    },
  },
  [`${KEYS}/{keyId}`]: {
    parameters: [HALL, inPath('keyId', 'The part of the key before the dot.')],
    delete: {
      tags: ['Keys'], operationId: 'revokeKey', summary: 'Revoke a key', description: 'Needs role admin. The next call with it is refused, and screens that came with it are cut off within a second.',
      responses: { 204: answer('Revoked.'), ...problems(401, 403), 404: problem(404, 'The hall has no key of this id.') },
    },
  },
};

const SCREENS = '/api/v1/halls/{hallId}/screens';
const screens: Record<string, Json> = {
  [SCREENS]: {
    parameters: [HALL],
    get: {
      tags: ['Screens'], operationId: 'listScreens', summary: 'The screens 大屏 that show the hall',
      description: 'Needs role supervisor or admin. At most 500, as they last spoke of themselves since the server started; one that is gone is forgotten after a week.',
      responses: { 200: answer('The screens.', json(ref('Screens'), connected)), ...problems(401, 403, 404) },
    },
  },
  [`${SCREENS}/{screenId}/reload`]: {
    parameters: [HALL, inPath('screenId', 'What the screen calls itself in its status.')],
    post: {
      tags: ['Screens'], operationId: 'reloadScreen', summary: 'Have a screen load its page anew', description: 'Needs role supervisor or admin.',
      responses: { 202: answer('It was told.'), ...problems(401, 403), 404: problem(404, 'There is no such hall, or no screen of this id is connected to it now.') },
    },
  },
};

const session: Record<string, Json> = {
  '/api/v1/session': {
    get: {
      tags: ['Session'], operationId: 'whoAmI', summary: 'Who the server takes the caller for',
      responses: { 200: answer('The caller.', json(ref('SessionAnswer'), who)), 204: answer('Nobody: the request came without key and log-in.'), ...problems(401) },
    },
    post: {
      tags: ['Session'], operationId: 'logIn', summary: 'Log in 登录', security: ANYONE,
      description: 'Sets the cookie hallboard_session (over TLS `__Host-hallboard_session`), for a week. After some failures each further try has to wait longer.',
      requestBody: body('LogIn', { username: 'admin', password: 'four words of my own' }),
      responses: { 200: answer('Logged in.', json(ref('SessionAnswer'), who)), ...problems(400, 415, 422, 429), 401: problem(401, 'No such person, or another password.') },
    },
    delete: {
      tags: ['Session'], operationId: 'logOut', summary: 'Log out 退出', security: ANYONE,
      responses: { 204: answer('Nobody is logged in here any more.') },
    },
  },
  '/api/v1/sessions': {
    get: {
      tags: ['Session'], operationId: 'listSessions', summary: 'The log-ins that are open',
      description: 'One\'s own; those of another username need role admin of every hall.',
      parameters: [inQuery('username', { description: 'Whose; one\'s own where nothing is said.', schema: { type: 'string' } })],
      responses: { 200: answer('The log-ins.', json(ref('SessionsAnswer'))), ...problems(401, 403) },
    },
  },
  '/api/v1/sessions/{sessionId}': {
    parameters: [inPath('sessionId', 'The id of a log-in.')],
    delete: {
      tags: ['Session'], operationId: 'endSession', summary: 'End a log-in',
      description: 'One\'s own, or with role admin of every hall anybody\'s. The next call with it is refused, and screens that came with it are cut off within a second.',
      responses: { 204: answer('Ended.'), ...problems(401), 404: problem(404, 'There is no such log-in, or it is somebody else\'s.') },
    },
  },
  '/api/v1/setup': {
    post: {
      tags: ['Session'], operationId: 'setUp', summary: 'Set the first administrator\'s password', security: ANYONE,
      description: 'Once, within half an hour of the start, with the token of the link that the server printed. Logs in as that administrator.',
      requestBody: body('SetUp', { token: 'the token of the printed link', password: 'four words of my own' }),
      responses: {
        201: answer('Set up, and logged in.', json(ref('SessionAnswer'), who)),
        ...problems(400, 415, 422),
        403: problem(403, 'Not the token of this start, or its half hour is over.'),
        409: problem(409, 'There is an administrator already.'),
      },
    },
  },
};

export const hallPaths: Record<string, Json> = { ...halls, ...keys, ...screens, ...session };

/** People who log in, for specs: each with the cookie that a browser would hold. */
import type { CreatePerson } from '../shared/commands/people.js';
import type { Heard, Server } from './server.spec-kit.js';

const JSON_TYPE = 'application/json';
export const PASSWORD = 'vier kleine katzen';

/** What somebody says: by their cookie, or with no one's. */
export type Speaker = (method: string, path: string, body?: object) => Promise<Heard>;

/** Speaks with a key; the operator's where none is given. */
export function byKey(server: Server, key?: string | null): Speaker {
  return (method, path, body) => server.say(path, { method, ...(key === undefined ? {} : { key }), ...bodyOf(body) });
}

/** Makes a person, logs in as that one, and speaks so. */
export async function newPerson(server: Server, { username, ...more }: Partial<CreatePerson> & { username: string }): Promise<Speaker> {
  const made = await byKey(server)('POST', '/api/v1/people', { username, role: 'supervisor', hallIds: null, password: PASSWORD, ...more });
  if (made.status !== 201) throw new Error(`the person was refused: ${made.text}`);
  return logIn(server, username);
}

export async function logIn(server: Server, username: string, password = PASSWORD): Promise<Speaker> {
  const heard = await server.say('/api/v1/session', { method: 'POST', key: null, ...bodyOf({ username, password }) });
  const cookie = heard.headers['set-cookie']?.[0]?.split(';')[0];
  if (!cookie) throw new Error(`the log-in was refused: ${heard.text}`);
  return (method, path, body) => server.say(path, { method, key: null, headers: { cookie }, ...bodyOf(body) });
}

function bodyOf(body: object | undefined): { type?: string; body?: string } {
  return body === undefined ? {} : { type: JSON_TYPE, body: JSON.stringify(body) };
}

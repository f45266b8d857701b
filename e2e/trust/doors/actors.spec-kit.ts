/** Everyone who may come to the door, each with what they show: of the hall `own`, of the hall `other`, of every hall, of none. */
import { newPerson, PASSWORD } from '../../../server/people.spec-kit.js';
import { issued, Server, type Heard, type Said } from '../../../server/server.spec-kit.js';

export const OWN = 'own';
export const OTHER = 'other';
export const NAMES = { supervisor: 'zhang.wei', foreign: 'li.na', local: 'wang.fang', admin: 'chen.jie' } as const;

/** How each is written in the table of the matrix. */
export const letters = { n: 'nobody', w: 'wall', r: 'reader', d: 'device', s: 'supervisor', l: 'local admin', a: 'admin' } as const;
export type Letter = keyof typeof letters;

export interface Actor {
  readonly letter: Letter;
  readonly name: string;
  /** Null: every hall. */
  readonly hallId: string | null;
  readonly headers: Record<string, string>;
}

/** Two halls with a life in them, and nine who come: the known ones, a stranger, and two who were known once. */
export async function peopled(): Promise<{ server: Server; actors: Actor[] }> {
  const server = await Server.start();
  for (const id of [OWN, OTHER]) await server.makeHall(id, { services: [{ id: 'tax', name: '税务', waitLimit: 'PT1M' }] });
  const actors: Actor[] = [{ letter: 'n', name: 'a stranger', hallId: null, headers: {} }];
  for (const [letter, role] of [['w', 'wall'], ['r', 'reader'], ['d', 'device']] as const) actors.push(byKey(letter, role, (await server.makeKey(OWN, role)).key));
  const revoked = await server.makeKey(OWN, 'reader');
  await server.revoke(OWN, revoked.id);
  actors.push({ ...byKey('n', 'a revoked key', revoked.key), hallId: null });
  actors.push(await person(server, { letter: 's', name: NAMES.supervisor, hallId: OWN }));
  actors.push(await person(server, { letter: 's', name: NAMES.foreign, hallId: OTHER }));
  actors.push(await person(server, { letter: 'l', name: NAMES.local, hallId: OWN }));
  actors.push(await person(server, { letter: 'a', name: NAMES.admin, hallId: null }));
  const gone = await person(server, { letter: 's', name: 'gone', hallId: OWN });
  await server.say('/api/v1/people/gone', { method: 'DELETE' });
  actors.push({ ...gone, letter: 'n', name: 'a person who was removed', hallId: null });
  for (const id of [OWN, OTHER]) await server.post(id, [issued(`${id}-1`)]);
  server.clock.pass(120_000); // past the wait limit: each hall has an alert
  return { server, actors };
}

function byKey(letter: Letter, name: string, key: string): Actor {
  return { letter, name, hallId: OWN, headers: { authorization: `Bearer ${key}` } };
}

async function person(server: Server, { letter, name, hallId }: Omit<Actor, 'headers'>): Promise<Actor> {
  await newPerson(server, { username: name, role: letter === 's' ? 'supervisor' : 'admin', hallIds: hallId === null ? null : [hallId] });
  return { letter, name, hallId, headers: { cookie: await cookieOf(server, name) } };
}

export async function cookieOf(server: Server, username: string): Promise<string> {
  const { headers } = await server.say('/api/v1/session', { method: 'POST', key: null, type: 'application/json', body: JSON.stringify({ username, password: PASSWORD }) });
  return headers['set-cookie']![0]!.split(';')[0]!;
}

export function sayAs({ server, actor }: { server: Server; actor: Pick<Actor, 'headers'> }, path: string, { body, ...said }: Omit<Said, 'body'> & { body?: object } = {}): Promise<Heard> {
  return server.say(path, { ...said, key: null, headers: actor.headers, ...(body ? { type: 'application/json', body: JSON.stringify(body) } : {}) });
}

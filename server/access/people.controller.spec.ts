import type { PersonEntry } from '../../shared/commands/people.js';
import { byKey, logIn, newPerson, PASSWORD, type Speaker } from '../people.spec-kit.js';
import { Server, type Heard } from '../server.spec-kit.js';

const PEOPLE = '/api/v1/people';
const NEW = 'acht grosse hunde';

describe('People', () => {
  let server: Server;
  let operator: Speaker;
  beforeEach(async () => {
    server = await Server.start({ adminPassword: PASSWORD });
    operator = byKey(server);
    await server.makeHall('a');
    await server.makeHall('b');
  });
  afterEach(() => server.end());

  const statusOf = async (heard: Promise<Heard>) => (await heard).status;
  const isIn = async (speak: Speaker) => (await speak('GET', '/api/v1/session')).status === 200;
  const listed = async () => ((await operator('GET', PEOPLE)).json as unknown as { people: PersonEntry[] }).people;

  it('act in their own halls, by their role, from the moment they are made and after a restart', async () => {
    const li = await newPerson(server, { username: 'Li', name: '李敏', hallIds: ['a'], staffNumber: 'S007' });
    for (const restart of [false, true]) {
      if (restart) await server.restart();
      expect(await Promise.all(['a', 'b'].map((id) => statusOf(li('GET', `/api/v1/halls/${id}/alerts`))))).toEqual([200, 403]);
      expect((await listed()).map(({ username, role, hallIds, staffNumber, name }) => [username, role, hallIds, staffNumber, name])).toEqual([
        ['admin', 'admin', null, null, 'admin'], ['li', 'supervisor', ['a'], 'S007', '李敏'],
      ]);
    }
    expect((await operator('GET', PEOPLE)).text).not.toContain('argon2');
    const colleagues = async (id: string) => ((await operator('GET', `/api/v1/halls/${id}/people`)).json as unknown as { people: PersonEntry[] }).people.map(({ username }) => username);
    expect([await colleagues('a'), await colleagues('b')]).toEqual([['admin', 'li'], ['admin']]);
  });

  it('are looked after by an administrator of every hall alone', async () => {
    const people = await Promise.all([
      newPerson(server, { username: 'local', role: 'admin', hallIds: ['a'] }),
      newPerson(server, { username: 'super' }),
      newPerson(server, { username: 'reader', role: 'reader' }),
    ]);
    const other = { username: 'x', role: 'reader', hallIds: null, password: PASSWORD };
    for (const speak of [...people, byKey(server, (await server.makeKey('a', 'reader')).key)]) {
      const asked = [speak('GET', PEOPLE), speak('POST', PEOPLE, other), speak('PATCH', `${PEOPLE}/admin`, { password: NEW }), speak('DELETE', `${PEOPLE}/admin`)];
      expect(await Promise.all(asked.map(statusOf))).toEqual([403, 403, 403, 403]);
    }
    expect(await statusOf(people[1]('PATCH', `${PEOPLE}/super`, { role: 'admin' }))).toBe(403);
    expect(await statusOf(byKey(server, null)('GET', PEOPLE))).toBe(401);
    expect(await statusOf((await logIn(server, 'admin'))('POST', PEOPLE, other))).toBe(201);
  });

  it('change their own password by the present one, and their other log-ins end with the old one', async () => {
    const here = await newPerson(server, { username: 'li' });
    const there = await logIn(server, 'li');
    const change = (body: object) => here('PATCH', `${PEOPLE}/li`, body);
    expect(await statusOf(change({ password: NEW }))).toBe(422);
    expect(await statusOf(change({ password: NEW, currentPassword: 'no such words' }))).toBe(401);
    expect(await statusOf(change({ password: 'password1', currentPassword: PASSWORD }))).toBe(422);
    expect([await isIn(here), await isIn(there)]).toEqual([true, true]);
    expect(await statusOf(change({ password: NEW, currentPassword: PASSWORD }))).toBe(200);
    expect([await isIn(here), await isIn(there)]).toEqual([true, false]);
    await expectAsync(logIn(server, 'li')).toBeRejected();
    expect(await isIn(await logIn(server, 'li', NEW))).toBeTrue();
  });

  it('lose at once what an administrator takes away', async () => {
    const li = await newPerson(server, { username: 'li' });
    expect(await statusOf(li('GET', '/api/v1/halls/a/silences'))).toBe(200);
    expect(await statusOf(operator('PATCH', `${PEOPLE}/li`, { hallIds: ['b'], role: 'reader', staffNumber: null }))).toBe(200);
    expect(await statusOf(li('GET', '/api/v1/halls/a/silences'))).toBe(403);
    expect(await statusOf(operator('PATCH', `${PEOPLE}/li`, { password: NEW }))).toBe(200);
    expect(await isIn(li)).toBeFalse();
    const again = await logIn(server, 'li', NEW);
    expect(await statusOf(operator('DELETE', `${PEOPLE}/li`))).toBe(204);
    expect(await isIn(again)).toBeFalse();
    await server.restart();
    expect(await isIn(again)).toBeFalse();
  });

  it('have one administrator of every hall at least, also when two remove each other at once', async () => {
    const last = await operator('DELETE', `${PEOPLE}/admin`);
    expect([last.status, last.json.code]).toEqual([409, 'lastAdmin']);
    for (const change of [{ role: 'reader' }, { hallIds: ['a'] }]) expect(await statusOf(operator('PATCH', `${PEOPLE}/admin`, change))).toBe(409);
    await newPerson(server, { username: 'second', role: 'admin' });
    const both = await Promise.all([statusOf(operator('DELETE', `${PEOPLE}/admin`)), statusOf(operator('DELETE', `${PEOPLE}/second`))]);
    expect(both.sort()).toEqual([204, 409]);
    expect((await listed()).length).toBe(1);
  });

  it('are refused in words that say what would be taken', async () => {
    await newPerson(server, { username: 'li' });
    const table: [body: object, status: number, words: string][] = [
      [{ username: 'LI' }, 409, 'already'],
      [{ username: 'operator' }, 422, 'the operator'],
      [{ username: 'two words' }, 422, 'letters, digits'],
      [{ role: 'wall' }, 422, 'role'],
      [{ hallIds: [] }, 422, 'hallIds'],
      [{ password: 'password1' }, 422, 'one of the first'],
      [{ admin: true }, 422, 'admin'],
    ];
    for (const [more, status, words] of table) {
      const heard = await operator('POST', PEOPLE, { username: 'new', role: 'reader', hallIds: null, password: PASSWORD, ...more });
      expect([heard.status, heard.json.detail]).withContext(JSON.stringify(more)).toEqual([status, jasmine.stringContaining(words)]);
    }
    expect(await statusOf(operator('PATCH', `${PEOPLE}/nobody`, { role: 'reader' }))).toBe(404);
    expect(await statusOf(operator('DELETE', `${PEOPLE}/nobody`))).toBe(404);
  });
});

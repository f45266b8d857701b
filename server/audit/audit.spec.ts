import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { AuditAnswer, AuditEntry } from '../../shared/rows/audit.js';
import { byKey, newPerson, PASSWORD, type Speaker } from '../people.spec-kit.js';
import { Server } from '../server.spec-kit.js';

const Database = createRequire(import.meta.url)('better-sqlite3') as typeof import('better-sqlite3');

describe('the audit log', () => {
  let server: Server;
  beforeEach(async () => {
    server = await Server.start({ adminPassword: PASSWORD });
    await server.makeHall('h');
  });
  afterEach(() => server.end());

  const read = async (speaker: Speaker = byKey(server), query = ''): Promise<AuditAnswer> => (await speaker('GET', `/api/v1/audit${query}`)).json as unknown as AuditAnswer;
  const brief = ({ who, act, hallId, target, result }: AuditEntry) => [who, act, hallId, target, result];

  it('tells who did what, in which hall, to what, and what became of it', async () => {
    const li = await newPerson(server, { username: 'li', hallIds: ['h'] });
    await li('POST', '/api/v1/halls/h/keys', { role: 'device' });
    await li('PATCH', '/api/v1/people/li', { role: 'admin' });
    const { id } = await server.makeKey('h', 'wall');
    await server.revoke('h', id);
    await li('GET', '/api/v1/halls/h/journal');
    await li('GET', '/api/v1/halls/h/alerts'); // read, and not worth a line
    await li('DELETE', '/api/v1/session');
    const { entries, broken } = await read();
    expect(broken).toBeNull();
    expect(entries.map(brief).reverse()).toEqual([
      ['operator', 'hall.configure', 'h', null, 'done'],
      ['operator', 'people.manage', null, null, 'done'],
      ['li', 'session.start', null, null, 'done'],
      ['li', 'keys.create', 'h', null, 'refused'],
      ['li', 'people.change', null, 'li', 'refused'],
      ['operator', 'keys.create', 'h', null, 'done'],
      ['operator', 'keys.create', 'h', id, 'done'],
      ['li', 'journal.export', 'h', null, 'done'],
      ['li', 'session.end', null, null, 'done'],
    ]);
    expect(entries.every(({ at, from, seq, hash }) => at.endsWith('Z') && from === '127.0.0.1' && seq > 0 && hash.length === 64)).toBeTrue();
    const made = entries.find(({ act }) => act === 'people.manage')!;
    expect(made.detail).toEqual({ role: 'supervisor', hallIds: ['h'], fields: ['username', 'role', 'hallIds', 'password'] });
    expect((await read(byKey(server), '?who=li&act=session.start')).entries.length).toBe(1);
  });

  it('holds no secret, nor what somebody typed in place of their name', async () => {
    await server.say('/api/v1/session', { method: 'POST', key: null, type: 'application/json', body: JSON.stringify({ username: 'my secret password', password: 'another secret' }) });
    const { key } = await server.makeKey('h', 'device');
    await newPerson(server, { username: 'wang' });
    const text = (await byKey(server)('GET', '/api/v1/audit.ndjson')).text;
    for (const secret of ['secret', PASSWORD, key, server.operatorKey]) expect(text).withContext(secret).not.toContain(secret);
    expect(text).toContain('"session.start"');
  });

  it('is told to an administrator of every hall, and to nobody else', async () => {
    const local = await newPerson(server, { username: 'local', role: 'admin', hallIds: ['h'] });
    expect([(await local('GET', '/api/v1/audit')).status, (await byKey(server, null)('GET', '/api/v1/audit.ndjson')).status]).toEqual([403, 401]);
  });

  it('is not filled by refusals: twenty an hour of one are written, and how many were left out', async () => {
    const { key } = await server.makeKey('h', 'wall');
    for (let i = 0; i < 100; i++) await byKey(server, key)('POST', '/api/v1/halls/h/events', {});
    const refused = async () => (await read()).entries.filter(({ result }) => result === 'refused');
    expect((await refused()).length).toBe(20);
    server.clock.pass(3_600_000);
    await byKey(server, key)('POST', '/api/v1/halls/h/events', {});
    expect((await refused())[0]!.detail).toEqual({ leftOut: 80 });
  });

  it('finds a line that was changed, taken out or cut off at the end, also after a restart, and refuses to do it itself', async () => {
    for (let i = 0; i < 5; i++) await server.makeKey('h', 'wall');
    const change = async (sql: string) => {
      await server.close();
      const file = new Database(join(server.data, 'audit.sqlite'));
      expect(() => file.exec(sql)).withContext(sql).toThrowError(/append-only/);
      file.exec('DROP TRIGGER entry_no_update; DROP TRIGGER entry_no_delete');
      file.exec(sql);
      file.close();
      await server.restart();
      return (await read()).broken;
    };
    expect((await read()).broken).toBeNull();
    expect(await change(`UPDATE entry SET text = replace(text, 'keys.create', 'keys.dreamt') WHERE seq = 3`)).toEqual({ seq: 3, why: 'changed' });
  });

  for (const [what, sql, seq] of [['first', 'seq = 1', 1], ['middle one', 'seq = 3', 3], ['last', 'seq = (SELECT max(seq) FROM entry)', 6]] as const) {
    it(`misses the ${what} when it is taken out`, async () => {
      for (let i = 0; i < 5; i++) await server.makeKey('h', 'wall');
      await server.close();
      const file = new Database(join(server.data, 'audit.sqlite'));
      file.exec(`DROP TRIGGER entry_no_delete; DELETE FROM entry WHERE ${sql}`);
      file.close();
      await server.restart();
      await server.makeKey('h', 'wall');
      expect((await read()).broken).toEqual({ seq, why: 'missing' });
    });
  }
});

import Database from 'better-sqlite3';
import { join } from 'node:path';
import { rm, truncate } from 'node:fs/promises';
import { until, Watcher } from '../feed/watcher.spec-kit.js';
import { BrokenChainError } from '../journal/chain.js';
import { issued, Server } from '../server.spec-kit.js';

describe('A hall whose journal the disk has changed', () => {
  let server: Server;

  beforeEach(async () => {
    server = await Server.start();
    for (const hallId of ['bad', 'good']) {
      await server.makeHall(hallId, { public: true });
      for (let number = 0; number < 5; number++) await server.post(hallId, [issued(`${hallId}${number}`)]);
    }
  });

  afterEach(() => server.end());

  /** In the body of the link that holds this seq. */
  function change(seq: number): void {
    const db = new Database(join(server.data, 'journal.sqlite'));
    db.prepare("UPDATE link SET body = replace(body, 'BAD', 'BAT') WHERE first_seq = ? AND hall_no = (SELECT no FROM hall WHERE id = 'bad')").run(seq);
    db.close();
  }

  async function expectQuarantine(seq: number): Promise<void> {
    const refused = [server.say('/api/v1/halls/bad/state'), server.say('/api/v1/halls/bad/journal'), server.send('bad', { body: JSON.stringify([issued('more')]) }),
      server.say('/api/v1/halls/bad', { method: 'PUT', type: 'application/json', body: '{"name":"bad","timezone":"UTC"}' })];
    for (const answer of await Promise.all(refused)) {
      expect(answer.json.code).toBe('quarantined');
      expect(answer.json.detail).toContain(`does not hold from seq ${seq} on`);
    }
    expect((await server.state('good')).rows.tickets['good4']).toBeDefined();
    await server.post('good', [issued('good5')]);
    expect(JSON.parse((await server.say('/readyz')).text)).toEqual({ status: 'ready', halls: 1, quarantined: ['bad'] });
    expect((await server.say('/metrics')).text).toContain('hallboard_halls_quarantined{hall="bad"} 1');
    const watcher = await Watcher.of({ url: server.url, hallId: 'bad' });
    expect(watcher.refusals[0]?.code).toBe('quarantined');
    watcher.end();
  }

  it('is found at the start, and the others live', async () => {
    await server.close();
    change(4);
    await server.restart();
    await expectQuarantine(4);
  });

  it('is quarantined while it is live, and its screens are told', async () => {
    const screen = await Watcher.of({ url: server.url, hallId: 'bad' });
    await server.running.scrub.run();
    expect(server.running.halls.quarantined.size).withContext('a scrub of what holds').toBe(0);
    server.running.halls.quarantine('bad', new BrokenChainError(3));
    await until(() => screen.refusals.length > 0);
    expect(screen.refusals[0]?.code).toBe('quarantined');
    await expectQuarantine(3);
  });

  it('is not replaced by an empty one where the whole file is lost', async () => {
    await server.close();
    for (const lose of [() => truncate(join(server.data, 'journal.sqlite')), () => rm(join(server.data, 'journal.sqlite'))]) {
      await lose();
      await expectAsync(server.restart()).toBeRejectedWithError(/journal\.sqlite is missing or empty, and .*\.sqlite says that this folder was in use/);
    }
  });
});

import Database from 'better-sqlite3';
import { join } from 'node:path';
import type { Rows } from '../../shared/rows/rows.js';
import { createApp } from '../app.js';
import { SqliteJournal } from '../journal/sqlite-journal.js';
import { event, issued, Server, type Posted } from '../server.spec-kit.js';
import { Halls } from './halls.js';

describe('Halls', () => {
  const settings = { services: [{ id: 'tax', name: '税务', waitLimit: 'PT10M' }] };
  let server: Server;
  beforeEach(async () => {
    server = await Server.start();
    await server.makeHall('a', settings);
  });
  afterEach(() => server.end());

  /** A stretch of a day: tickets in every state, late and repeated facts, counters, ratings, a correction. */
  function stretch(name: string, tickets: number): Posted[] {
    const at = (ms: number) => ({ time: new Date(server.clock.now() - ms).toISOString() });
    const events = Array.from({ length: tickets }, (_, number) => number).flatMap((number) => {
      const [ticketId, counterId] = [`${name}${number}`, `c${number % 5}`];
      const steps = [
        issued(ticketId, at(3_600_000 - number * 1_000)),
        event('ticket.called', { ticketId, counterId, staffId: `s${counterId}` }, at(1_800_000 - number * 1_000)),
        event('service.started', { ticketId, counterId }, at(1_700_000 - number * 1_000)),
        event('rating.given', { ticketId, counterId, level: 1 + (number % 5) }, at(600_000)),
        event('service.ended', { ticketId, counterId, outcome: 'completed' }, at(900_000 - number * 1_000)),
      ];
      return steps.slice(0, 1 + (number % 5));
    });
    return [...events, event('event.corrected', { source: '/kiosk/1', id: events[0]!.id, void: true }), event('counter.paused', { counterId: 'c1' })];
  }
  const rows = async (hallId = 'a') => plain((await server.state(hallId)).rows);
  /** What was told of the past is told and judged, and every row is made anew. */
  async function caughtUp(): Promise<void> {
    server.clock.pass(1_000);
    await server.running.halls.get('a')!.judged();
    await server.makeHall('a', settings);
  }

  it('stand after a restart as they stood before: folded anew, from a checkpoint, and from a checkpoint and what came after', async () => {
    await server.post('a', stretch('x', 200));
    await caughtUp();
    const folded = await rows();
    expect(await restart()).withContext('checkpoints').toBe(0);
    expect(await rows()).withContext('journal alone').toEqual(folded);
    server.clock.pass(90_000);
    await server.post('a', stretch('y', 400));
    await caughtUp();
    const checkpointed = await rows();
    expect(await restart()).withContext('checkpoints').toBe(1);
    expect(await rows()).withContext('checkpoint').toEqual(checkpointed);
    await server.post('a', stretch('z', 50));
    await caughtUp();
    const later = await rows();
    await server.restart();
    expect(await rows()).withContext('checkpoint and events').toEqual(later);
    await server.close();
    edit(`UPDATE checkpoint SET fold_version = 99, state = x'00'`);
    await server.restart();
    expect(await rows()).withContext('a checkpoint of another version is set aside').toEqual(later);
  }, 20_000);

  it('of more tickets than a stop has time for are left to the next start, which knows how much it folded', async () => {
    await server.post('a', stretch('x', 500));
    await server.close();
    const restarted = async (stopTickets: number) => {
      const journal = await SqliteJournal.open({ data: server.data, failed: fail });
      const halls = await Halls.open({ journal, clock: server.clock, stopTickets });
      const { tickets, sinceCheckpoint, lastSeq } = halls.get('a')!;
      await halls.close();
      return { tickets, sinceCheckpoint, lastSeq };
    };
    edit('DELETE FROM checkpoint');
    const whole = { tickets: 500, lastSeq: 1_503, sinceCheckpoint: 1_503 };
    expect(await restarted(499)).withContext('from the first event on').toEqual(whole);
    expect(await restarted(500)).withContext('again: nothing was kept').toEqual(whole);
    expect(await restarted(500)).withContext('from the checkpoint of the stop').toEqual({ ...whole, sinceCheckpoint: 0 });
    await server.restart();
  });

  it('live side by side: what one is told no other shows, and each has its own seqs', async () => {
    await server.makeHall('b');
    await server.post('a', [issued('t1'), issued('t2')]);
    expect((await server.post('b', [issued('t1')])).lastSeq).toBe(2);
    expect(Object.keys((await server.state('b')).rows.tickets)).toEqual(['t1']);
    expect((await server.lines('a')).map(({ seq }) => seq)).toEqual([1, 2, 3]);
  });

  it('are made once, though two ask for the same new one at the same time', async () => {
    await Promise.all(Array.from({ length: 10 }, (_, index) => server.makeHall('new', { name: `name ${index}` })));
    const lines = await server.lines('new');
    expect(lines.map(({ seq }) => seq)).toEqual(Array.from({ length: 10 }, (_, index) => index + 1));
    await server.restart();
    expect((await server.state('new')).rows.hall['new']?.name).toBe((lines.at(-1)!.event['data'] as { name: string }).name);
  });

  it('log in order though the clock is set back, and go on when it is set ahead', async () => {
    await server.post('a', [issued('t1')]);
    server.clock.set(server.clock.now() - 3_600_000);
    await server.post('a', [issued('t2')]);
    server.clock.set(server.clock.now() + 86_400_000 * 3);
    server.clock.settle();
    await server.post('a', [issued('t3')]);
    const logged = (await server.lines('a')).map(({ loggedAt }) => loggedAt);
    expect(logged).toEqual([...logged].sort());
    const before = await rows();
    await server.restart();
    expect(await rows()).toEqual(before);
  });

  it('are not opened twice, nor by an older program: the second start is refused in words', async () => {
    await expectAsync(createApp({ data: server.data, port: 0 })).toBeRejectedWithError(/one data folder serves one process/);
    expect((await server.post('a', [issued('t1')])).accepted).toBe(1);
    await server.close();
    edit(`INSERT INTO migrations (timestamp, name) VALUES (9999999999999, 'FromTomorrow9999999999999')`);
    await expectAsync(server.restart()).toBeRejectedWithError(/was written by a newer Hallboard \(FromTomorrow9999999999999\)/);
  }, 20_000);

  function edit(sql: string): void {
    const db = new Database(join(server.data, 'journal.sqlite'));
    db.exec(sql);
    db.close();
  }
  /** How many checkpoints lay in the file in between. */
  async function restart(): Promise<number> {
    await server.close();
    const db = new Database(join(server.data, 'journal.sqlite'));
    const count = db.prepare('SELECT count(*) FROM checkpoint').pluck().get() as number;
    db.close();
    await server.restart();
    return count;
  }
});

/** When a figure was last counted is not told again where nothing else changed. */
function plain(rows: Rows): unknown {
  return JSON.parse(JSON.stringify(rows, (name, value: unknown) => (name === 'countedAt' ? undefined : value)));
}

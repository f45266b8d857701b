import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { ServerProcess } from '../kit/server-process.js';
import { count, tried } from '../kit/tried.js';
import { ArmedHall, type RaisedLine } from './armed-hall.js';

const SECOND = 1_000;
const [KILLS, EACH] = [count(3, 30), 10];
/** What falls due is spread from so long before the kill to so long after it. */
const [BEFORE_MS, AFTER_MS] = [300, 900];
/** After an alert so late it says so. */
const LATE_MS = 5 * SECOND;
/** A machine that builds and tests beside it is granted more. */
const READY_MS = count(5, 2) * SECOND;

/** What is wrong with the one alert of a ticket: none, several, another instant, too slow after `readyAt`, or not marked as late as it is. */
function faults(alerts: RaisedLine[], { id, due, readyAt }: { id: string; due: number; readyAt: number }): string[] {
  const own = alerts.filter(({ data }) => data.subject.id === id);
  if (own.length !== 1) return [`${id} was raised ${own.length} times`];
  const { loggedAt, data } = own[0]!;
  const wrong: string[] = [];
  if (data.dueAt !== due) wrong.push(`${id} is stamped ${data.dueAt - due} ms off`);
  if (loggedAt < due || loggedAt > Math.max(due, readyAt) + READY_MS) wrong.push(`${id} came ${loggedAt - due} ms after it was due, ${loggedAt - readyAt} ms after the start`);
  if (data.late !== data.raisedAt - due > LATE_MS) wrong.push(`${id} is ${data.late ? '' : 'not '}marked late, ${data.raisedAt - due} ms after it was due`);
  return wrong;
}

describe('[F16] A server that is killed', () => {
  let data: string;
  let server: ServerProcess;
  beforeEach(async () => {
    data = await mkdtemp(join(tmpdir(), 'hallboard-down-'));
    server = await ServerProcess.start(data);
  });
  afterEach(async () => {
    await server.end('SIGKILL');
    await rm(data, { recursive: true });
  });

  it('before, at or after an instant at which waits are due raises each once, with that instant, soon after its next start', async () => {
    const hall = await new ArmedHall(server).make();
    const expected: { id: string; due: number; readyAt: number }[] = [];
    let slowest = 0;
    for (let kill = 0; kill < KILLS; kill++) {
      const killAt = Date.now() + 1_500;
      const dues = new Map(Array.from({ length: EACH }, (_, index) => [`k${kill}-${index}`, Math.round(killAt - BEFORE_MS + ((BEFORE_MS + AFTER_MS) * index) / EACH)]));
      await hall.arm(dues);
      await wait(Math.max(0, killAt - Date.now()));
      await server.end('SIGKILL');
      if (kill % 5 === 2) await wait(LATE_MS + SECOND); // down for longer than an alert may come and not be late
      server = hall.server = await ServerProcess.start(data);
      const readyAt = Date.now();
      expected.push(...[...dues].map(([id, due]) => ({ id, due, readyAt })));
      await hall.awaits(expected.length, 8 * SECOND);
      slowest = Math.max(slowest, ...hall.raised.slice(-EACH).map(({ loggedAt, data: { dueAt } }) => loggedAt - Math.max(dueAt, readyAt)));
    }
    const wrong = expected.flatMap((one) => faults(hall.raised, one));
    const late = hall.raised.filter((one) => one.data.late).length;
    tried({ promise: 'F16', how: `${KILLS} times SIGKILL among waits that fall due, ${EACH} around each`, cases: expected.length, outcome: `each raised once with its own instant, at most ${slowest} ms after it was ready; ${late} marked late` });
    expect(wrong).toEqual([]);
    expect(hall.raised.length).toBe(expected.length);
    expect(late).toBeGreaterThan(0);
    // [the net has teeth] one that is forgotten, or told twice
    expect(faults(hall.raised.slice(1), expected[0]!)).toEqual([`${expected[0]!.id} was raised 0 times`]);
    expect(faults([...hall.raised, hall.raised[0]!], { ...expected[0]!, id: hall.raised[0]!.data.subject.id }).length).toBe(1);
  }, 600_000);
});

import type { BacktestAnswer, StandardVersion } from '../../shared/commands/standard.js';
import { byKey, newPerson, type Speaker } from '../people.spec-kit.js';
import { issued, Server, START, type Heard } from '../server.spec-kit.js';

const HOUR = 3_600_000;
const HALL = '/api/v1/halls/a';
const wait = { id: 'wait', kind: 'ticket.wait', breachAfter: 'PT20M', during: 'always', source: 'local' };
const put = { name: 'Spec', source: 'local', clauses: [wait] };

describe('The standard of a hall over HTTP', () => {
  let server: Server;
  let operator: Speaker;
  beforeEach(async () => {
    server = await Server.start();
    operator = byKey(server);
    await server.makeHall('a', { services: [{ id: 'tax', name: '税务', waitLimit: 'PT30M' }] });
  });
  afterEach(() => server.end());

  const at = (ms: number) => new Date(START + ms).toISOString();
  const version = (heard: Heard) => heard.json as unknown as StandardVersion;

  it('[R3] is put in versions, each with who put it, and told as it was in force at any instant', async () => {
    const reader = await newPerson(server, { username: 'reader', role: 'reader', hallIds: ['a'] });
    const first = await operator('PUT', `${HALL}/standard`, put);
    expect([first.status, version(first).version]).toEqual([201, 1]);
    expect(version(await operator('PUT', `${HALL}/standard`, { ...put, name: 'Later', effectiveFrom: at(HOUR) })).version).toBe(2);
    const inForce = await Promise.all(['', `?at=${at(-1)}`, `?at=${at(HOUR - 1)}`, `?at=${at(HOUR)}`].map((query) => reader('GET', `${HALL}/standard${query}`)));
    expect(inForce.map((heard) => version(heard).version)).toEqual([1, 0, 1, 2]);
    await server.restart();
    const { standards } = (await reader('GET', `${HALL}/standards`)).json as unknown as { standards: StandardVersion[] };
    expect(standards.map(({ name, putBy, effectiveFromAt }) => [name, putBy, effectiveFromAt - START])).toEqual([['Spec', 'operator', 0], ['Later', 'operator', HOUR]]);
  });

  it('is refused in the sentence that says what to change', async () => {
    const supervisor = await newPerson(server, { username: 'li' });
    const table: [speaker: Speaker, body: object, status: number, words: string][] = [
      [supervisor, put, 403, 'it takes admin'],
      [operator, { ...put, clauses: [{ ...wait, breachAfter: '-PT20M' }] }, 422, 'clauses.0.breachAfter'],
      [operator, { ...put, clauses: [{ ...wait, warnAfter: 'PT25M' }] }, 422, 'must be shorter than breachAfter'],
      [operator, { ...put, clauses: [{ ...wait, escalateAfter: 'PT0.001S' }] }, 422, 'must be at least a minute'],
      [operator, { ...put, clauses: [{ ...wait, kind: 'ticket.mood' }] }, 422, 'clauses.0.kind'],
      [operator, { ...put, clauses: [wait, wait] }, 422, 'wait stands twice'],
      [operator, { ...put, effectiveFrom: at(-24 * HOUR) }, 422, 'what was judged stays as it was'],
    ];
    for (const [speak, body, status, words] of table) {
      const heard = await speak('PUT', `${HALL}/standard`, body);
      expect([heard.status, heard.json.detail]).withContext(words).toEqual([status, jasmine.stringContaining(words)]);
    }
    expect((await operator('GET', `${HALL}/standard?at=soon`)).status).toBe(400);
    expect((await byKey(server, (await server.makeKey('a', 'wall')).key)('GET', `${HALL}/standard`)).status).toBe(403);
  });

  it('[B2] is tried on the past, one trial at a time, beside what was in force', async () => {
    await server.post('a', ['t1', 't2'].map((id) => issued(id, { time: at(0) })));
    server.clock.pass(25 * 60_000);
    const body = { clauses: [wait], from: at(-HOUR), to: at(25 * 60_000) };
    const { halls } = server.running;
    const trial = halls.backtest.bind(halls);
    let open = () => undefined as void;
    const gate = new Promise<void>((fulfil) => (open = fulfil));
    spyOn(halls, 'backtest').and.callFake((...asked) => gate.then(() => trial(...asked)));
    const both = [1, 2].map(() => operator('POST', `${HALL}/standard/backtest`, body));
    expect((await Promise.race(both)).headers['retry-after']).toBe('5');
    open();
    const trials = await Promise.all(both);
    expect(trials.map(({ status }) => status).sort()).toEqual([200, 429]);
    const answer = trials.find(({ status }) => status === 200)!.json as unknown as BacktestAnswer;
    expect([answer.proposed.total.breaches, answer.inForce.total.breaches]).toEqual([2, 0]);
    expect((await operator('POST', `${HALL}/standard/backtest`, body)).status).withContext('the first has ended').toBe(200);
    const ahead = await operator('POST', `${HALL}/standard/backtest`, { ...body, to: at(9 * HOUR) });
    expect(ahead.json).withContext('what lies ahead is not tried').toEqual(trials.find(({ status }) => status === 200)!.json);
    expect(answer.days).withContext('a hall without hours is open all day').toEqual({ '2026-11-23': 85 * 60_000 });
    for (const [from, words, to = body.to] of [[at(25 * 60_000), 'before to'], [at(-101 * 24 * HOUR), '100 days'], [at(HOUR), 'lies ahead', at(2 * HOUR)]]) {
      const heard = await operator('POST', `${HALL}/standard/backtest`, { ...body, from, to });
      expect([heard.status, heard.json.detail]).toEqual([400, jasmine.stringContaining(words!)]);
    }
  });
});

import { PASSWORD } from '../../../server/people.spec-kit.js';
import { Server } from '../../../server/server.spec-kit.js';
import { Problem } from '../../../server/problem.js';
import { count, tried } from '../kit/tried.js';

const HOUR = 3_600_000;
/** Listed among the first passwords of breached accounts, in many countries; none of them is a sentence. */
const WORDS = `password passw0rd p@ssw0rd qwerty qwertyuiop asdfgh asdfghjkl zxcvbn zxcvbnm 1q2w3e4r 1qaz2wsx qazwsx abc abcd letmein welcome
  admin administrator root test tester guest login master monkey dragon sunshine princess football baseball superman batman iloveyou trustno hello
  freedom whatever shadow michael jordan computer internet secret summer winter hallboard supervisor changeme default oracle service samsung woaini
  mima wodemima zhang wang beijing shanghai china mingchuang guanliyuan`.split(/\s+/);
const TAILS = ['', '1', '12', '123', '1234', '12345', '123456', '1234567', '12345678', '!', '!!', '1!', '123!', '@123', '#1', '.', '_1', '0', '00', '01', '007', '11', '22', '66', '88', '99', '111', '666', '888', '999', '520', '521', '1314', '520!', '2020', '2021', '2022', '2023', '2024', '2025', '2026', '@2026', '2026!', '$', '?', '~', '-1', ' 1', '10', '1010'];

describe('logging in', () => {
  let server: Server;
  beforeAll(async () => {
    server = await Server.start({ adminPassword: PASSWORD });
  });
  afterAll(() => server.end());

  /** 401: the password was looked at and was wrong; 429: it was not looked at. */
  async function statusOf(username: string, { password = 'wrong and long', from = '10.0.0.1' }: { password?: string; from?: string } = {}): Promise<number> {
    try {
      await server.running.access.logIn(username, password, from);
      return 200;
    } catch (error) {
      if (error instanceof Problem) return error.status;
      throw error;
    }
  }
  const forget = () => server.clock.pass(2 * HOUR);

  it('cannot be tried a thousand times: under one name, or from one address, twenty a minute are looked at', async () => {
    const attacks = {
      'one name from many addresses': (i: number) => ({ name: 'admin', from: `10.1.${i >> 8}.${i & 255}` }),
      'many names from one address': (i: number) => ({ name: `user${i}`, from: '10.2.0.1' }),
      'one name from one address': () => ({ name: 'admin', from: '10.3.0.1' }),
    };
    for (const [how, attempt] of Object.entries(attacks)) {
      forget();
      const seen: Record<number, number> = {};
      for (let i = 0; i < 1_000; i++) {
        server.clock.pass(60);
        const { name, from } = attempt(i);
        const status = await statusOf(name, { from });
        seen[status] = (seen[status] ?? 0) + 1;
      }
      expect(seen[401]).withContext(how).toBeLessThanOrEqual(20);
      expect(seen[429]).withContext(how).toBeGreaterThan(900);
      tried({ promise: 'G18', how: `log-ins in a minute, ${how}`, cases: 1_000, outcome: `${seen[401]} reached argon2` });
    }
  }, 60_000);

  it('does not tell by its answer or its time who has an account', async () => {
    forget();
    const times: Record<string, number[]> = { admin: [], nobody: [] };
    const rounds = count(15, 200);
    for (let i = 0; i < rounds; i++) {
      for (const [name, taken] of Object.entries(times)) {
        forget();
        const began = performance.now();
        expect(await statusOf(name)).toBe(401);
        taken.push(performance.now() - began);
      }
    }
    const median = (values: number[]) => [...values].sort((a, b) => a - b)[values.length >> 1]!;
    const ratio = median(times['admin']!) / median(times['nobody']!);
    expect(ratio).toBeGreaterThan(0.5);
    expect(ratio).toBeLessThan(2);
    tried({ promise: 'G18', how: 'time of a known and an unknown name', cases: 2 * rounds, outcome: `medians 1 : ${ratio.toFixed(2)}` });
  }, 120_000);

  it('does not starve the hall: of many at once nine are looked at, one after the other', async () => {
    forget();
    await server.makeHall('h');
    const statuses = Promise.all(Array.from({ length: 200 }, (_none, i) => statusOf(`u${i}`, { from: `10.4.0.${i}` })));
    const began = performance.now();
    expect((await server.say('/healthz', { key: null })).status).toBe(200);
    const answeredMs = performance.now() - began;
    const looked = (await statuses).filter((status) => status === 401).length;
    expect(looked).toBeLessThanOrEqual(9);
    expect(answeredMs).toBeLessThan(1_000);
    tried({ promise: 'G18', how: 'log-ins at once', cases: 200, outcome: `${looked} looked at, the hall answered in ${Math.round(answeredMs)} ms` });
  }, 30_000);

  it('takes no password that everybody tries, and keeps the others as argon2id of 19 MiB, two passes, one lane', async () => {
    const listed = WORDS.flatMap((word) => [word, word[0]!.toUpperCase() + word.slice(1)].flatMap((one) => TAILS.map((tail) => one + tail))).filter((one) => one.length >= 8).slice(0, 3_000);
    const { people } = server.running.access;
    const taken: string[] = [];
    for (const password of listed) {
      const refusal = await people.change('nobody', { password }).catch((error: unknown) => error);
      if (!(refusal instanceof Problem && refusal.code === 'password')) taken.push(password);
    }
    expect(taken).toEqual([]);
    expect(listed.length).toBeGreaterThan(2_900);
    const [, memory, passes, lanes] = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$/.exec(people.passwordHash('admin')!)!;
    expect([Number(memory) >= 19 * 1024, Number(passes) >= 2, lanes]).toEqual([true, true, '1']);
    tried({ promise: 'G18', how: 'common passwords with what people add to them', cases: listed.length, outcome: 'each refused' });
  }, 60_000);

  it('lets nobody into a fresh server by a name and password of the lists, and its token serves once, for half an hour', async () => {
    const fresh = await Server.start();
    const { access } = fresh.running;
    const names = ['admin', 'root', 'administrator', 'operator', 'guest', 'test', 'user', 'hallboard', 'supervisor', 'demo'];
    const passwords = ['admin', 'password', '123456', '12345678', 'root', 'hallboard', 'changeme', 'guest', 'test', 'demo', 'operator', 'admin123', 'admin@123', 'P@ssw0rd', 'default', 'toor', 'public', 'supervisor', ' ', 'undefined'];
    for (const name of names) {
      for (const password of passwords) {
        fresh.clock.pass(2 * HOUR);
        expect(await access.logIn(name, password).then(() => 'in', (error: Problem) => error.status)).withContext(`${name} ${password}`).toBe(401);
      }
    }
    const setUp = (token: string) => fresh.say('/api/v1/setup', { method: 'POST', key: null, type: 'application/json', body: JSON.stringify({ token, password: PASSWORD }) });
    expect(access.setUpToken).withContext('after half an hour').toBeNull();
    await fresh.restart();
    const token = fresh.running.access.setUpToken!;
    expect((await setUp(`${token.slice(0, -1)}x`)).status).toBe(403);
    const both = await Promise.all([setUp(token), setUp(token)]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    await fresh.end();
    tried({ promise: 'G18', how: 'default pairs on a fresh server', cases: names.length * passwords.length, outcome: '0 logged in' });
  }, 60_000);
});

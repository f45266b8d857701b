import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { firstBroken } from '../journal/chain.js';
import { linksOf } from '../journal/journal.spec-kit.js';
import { BATCH, event, issued, LINES, ONE, Server, type Heard, type Posted } from '../server.spec-kit.js';

const RUNS = 10_000;
const AT_ONCE = 32;
const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000_000);

/** One of each kind, so that mutations reach every schema; each made anew, with an id of its own. */
const makers: (() => Posted)[] = [
  () => issued('m1'),
  () => event('ticket.called', { ticketId: 'm1', counterId: 'c1', staffId: 's1' }),
  () => event('service.ended', { ticketId: 'm1', outcome: 'completed', counterId: 'c1' }),
  () => event('ticket.transferred', { ticketId: 'm1', toServiceId: 'tax' }),
  () => event('counter.opened', { counterId: 'c1', serviceIds: ['tax'] }),
  () => event('staff.loggedOn', { staffId: 's1', counterId: 'c1', forced: true }),
  () => event('rating.given', { counterId: 'c1', level: 5, dimensions: { speed: 4 }, comment: '很好' }),
  () => event('queue.observed', { serviceId: 'tax', waiting: 12, lastNumber: 'A12' }),
  () => event('device.heartbeat', { deviceId: 'd1', kind: 'kiosk' }),
  () => event('event.corrected', { source: '/kiosk/1', id: 'e1', void: true, reason: 'wrong' }),
];

const wrong = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom<unknown>('', ' ', '__proto__', 'constructor', '1970-01-01T00:00:00Z', '2099-12-31T23:59:59Z', '\u0000', '\ud800', -0, 1e308, -1, 2 ** 53, 'x'.repeat(70_000)),
  fc.integer({ min: 1, max: 60 }).map((levels) => Array.from({ length: levels }).reduce((inner: unknown) => [inner], 0)),
);
const names = ['id', 'source', 'type', 'time', 'data', 'specversion', '__proto__', 'ticketId', 'counterId', 'serviceId', 'staffId', 'number', 'level', 'waiting', 'deviceId', 'extra'];

type Change = (holder: Record<string, unknown>) => void;
const change: fc.Arbitrary<Change> = fc.oneof(
  fc.tuple(fc.constantFrom(...names), wrong).map(([name, value]) => (holder: Record<string, unknown>) => {
    Object.defineProperty(holder, name, { value, enumerable: true, configurable: true, writable: true });
  }),
  fc.constantFrom(...names).map((name) => (holder: Record<string, unknown>) => void delete holder[name]),
);

/** What is done to the text itself: a character goes, comes, turns, or the rest is missing. */
const cut = fc.tuple(fc.nat(400), fc.constantFrom('drop', 'insert', 'turn', 'end'), fc.constantFrom(...'{}[]",:\\ \n\u00000-e𝄞')).map(([at, how, character]) => (text: string) => {
  const place = at % (text.length + 1);
  if (how === 'end') return text.slice(0, place);
  return text.slice(0, place) + (how === 'drop' ? '' : character) + text.slice(place + (how === 'insert' ? 0 : 1));
});

interface Mutation {
  maker: () => Posted;
  envelope: Change[];
  data: Change[];
  cuts: ((text: string) => string)[];
  indent: number | undefined;
  wrap: string;
}

const body: fc.Arbitrary<Mutation> = fc.record({
  maker: fc.constantFrom(...makers),
  envelope: fc.array(change, { maxLength: 2 }),
  data: fc.array(change, { maxLength: 2 }),
  cuts: fc.oneof(fc.constant<Mutation['cuts']>([]), fc.constant<Mutation['cuts']>([]), fc.array(cut, { minLength: 1, maxLength: 3 })),
  indent: fc.constantFrom(undefined, undefined, 1),
  wrap: fc.constantFrom('one', 'array', 'lines', 'wrong'),
});

function written({ maker, envelope, data, cuts, indent, wrap }: Mutation): { type: string; body: string } {
  const made = maker();
  for (const apply of envelope) apply(made);
  const inner = made['data'];
  if (typeof inner === 'object' && inner !== null) for (const apply of data) apply(inner as Record<string, unknown>);
  const text = cuts.reduce((whole, apply) => apply(whole), JSON.stringify(made, null, wrap === 'lines' ? undefined : indent));
  if (wrap === 'array') return { type: BATCH, body: `[${text},${JSON.stringify(maker())}]` };
  return { type: wrap === 'lines' ? LINES : wrap === 'wrong' ? BATCH : ONE, body: text };
}

describe(`${RUNS} mutations of well-formed events`, () => {
  let server: Server;
  let key: string;
  beforeAll(async () => {
    server = await Server.start();
    await server.makeHall('m');
    key = (await server.makeKey('m', 'device')).key;
  });
  afterAll(() => server.end());

  async function sendAll(posts: { type: string; body: string }[], heard: (answer: Heard, post: { type: string; body: string }) => void): Promise<void> {
    let next = 0;
    const lane = async () => {
      while (next < posts.length) {
        const post = posts[next++]!;
        heard(await server.send('m', { key, ...post }), post);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, lane));
  }

  it('are each taken or refused in words, none is our fault, and what was taken is in the journal, once', async () => {
    const before = server.running.halls.get('m')!.lastSeq; // what the spec beside this one posted is not ours
    const posts = fc.sample(body, { numRuns: RUNS, seed }).map(written);
    const [statuses, faults]: [Record<number, number>, string[]] = [{}, []];
    let [accepted, duplicates, rejected] = [0, 0, 0];
    await sendAll(posts, ({ status, headers, json }, post) => {
      statuses[status] = (statuses[status] ?? 0) + 1;
      if (status === 200) [accepted, duplicates, rejected] = [accepted + json.accepted, duplicates + json.duplicates, rejected + json.rejected];
      const inWords = status === 200
        ? json.problems.every(({ code, message }) => code && message)
        : status < 500 && json?.status === status && json.detail && headers['content-type']?.startsWith('application/problem+json');
      if (!inWords) faults.push(`${status} for ${post.type} ${post.body.slice(0, 300)}`);
    });
    console.log(`mutations: ${RUNS} bodies, seed ${seed}: ${JSON.stringify(statuses)}; events accepted ${accepted}, duplicates ${duplicates}, rejected ${rejected}`);
    expect(faults).toEqual([]);
    expect(accepted).toBeGreaterThan(RUNS / 10);
    expect(rejected).toBeGreaterThan(RUNS / 10);
    const lines = (await server.lines('m')).filter(({ seq }) => seq > before);
    expect(lines.length).toBe(accepted);
    expect(new Set(lines.map(({ event: { source, id } }) => `${source} ${id}`)).size).toBe(accepted);
    expect(firstBroken(linksOf(await server.journal('m')))).toBeNull();
    const rows = (await server.state('m')).rows;
    await server.restart();
    expect(shown((await server.state('m')).rows)).withContext('after a restart').toEqual(shown(rows));
  }, 60_000);

  it('that are refused leave nothing behind in memory', async () => {
    const posts = fc.sample(body, { numRuns: 1_500, seed: seed + 1 }).map(written).map((post) => ({ ...post, body: post.body.replaceAll('"specversion":"1.0"', '"specversion":"1.1"').replaceAll('"specversion": "1.0"', '"specversion":"1.1"') }));
    await sendAll(posts, () => undefined);
    const lastSeq = server.running.halls.get('m')!.lastSeq;
    const before = heapUsed();
    for (let round = 0; round < 3; round++) await sendAll(posts, () => undefined);
    const grown = heapUsed() - before;
    console.log(`mutations: heap grew by ${Math.round(grown / 1024)} KB over ${3 * posts.length} refused posts`);
    expect(server.running.halls.get('m')!.lastSeq).toBe(lastSeq);
    expect(grown).toBeLessThan(8 * 1024 * 1024);
  }, 60_000);
});

/** The rows as a screen shows them; a table's order is nobody's business. */
function shown(rows: object): unknown {
  return JSON.parse(JSON.stringify(rows));
}

function heapUsed(): number {
  setFlagsFromString('--expose_gc');
  (runInNewContext('gc') as () => void)();
  return process.memoryUsage().heapUsed;
}

import { tried } from '../kit/tried.js';
import type { Server } from '../../../server/server.spec-kit.js';
import { letters, OTHER, OWN, peopled, sayAs, type Actor } from './actors.spec-kit.js';
import { matrix, pathIn, type Row } from './matrix.spec-kit.js';

const PAGE = /^GET \/(?!api|healthz|readyz|metrics)|^HEAD /;

/** What the table says: an answer, or which refusal. In a hall that is not theirs nobody but `a` is answered. */
function expected({ url, may }: Row, { letter, hallId }: Actor, asked: string): 'answer' | 401 | 403 {
  if (may.includes('n')) return 'answer';
  if (letter === 'n') return 401;
  const isTheirs = !url.includes(':hallId') || hallId === null || hallId === asked;
  return may.includes(letter) && isTheirs ? 'answer' : 403;
}

interface Case {
  row: Row;
  actor: Actor;
  hallId: string;
}

/** Every route × everyone × each hall, one that does not exist included. */
function casesOf(actors: readonly Actor[]): Case[] {
  return matrix.filter(({ url, method }) => `${method} ${url}` !== 'DELETE /api/v1/session').flatMap((row) => (
    actors.flatMap((actor) => (row.url.includes(':hallId') ? [OWN, OTHER, 'nowhere'] : [OWN]).map((hallId) => ({ row, actor, hallId })))));
}

/** The cases that were not answered as the table says. */
async function wrongOf(server: Server, cases: readonly Case[]): Promise<string[]> {
  const wrong: string[] = [];
  for (const { row, actor, hallId } of cases) {
    const path = pathIn(row, hallId);
    const { status, json } = await sayAs({ server, actor }, path, { method: row.method, ...(['POST', 'PUT', 'PATCH'].includes(row.method) ? { body: {} } : {}) });
    const verdict = expected(row, actor, hallId);
    // who shows a key or log-in that is no more is told so, also where nobody would be answered
    const isKnownLess = verdict === 'answer' && actor.letter === 'n' && status === 401 && row.url === '/api/v1/session';
    const isAnswer = status !== 401 && status !== 403 && (status < 500 || status === 501); // 501: no browser is at hand to print with
    const isRight = isKnownLess || (verdict === 'answer' ? isAnswer : status === verdict && json.status === verdict);
    const isTold = row.url === '/api/v1/setup' && status === 409; // there is an administrator already
    if (!isRight && !isTold) wrong.push(`${row.method} ${path} for ${actor.name}, ${letters[actor.letter]}: ${status}, not ${verdict}`);
  }
  return wrong;
}

/** All that a refused request might have changed. */
async function state(server: Server): Promise<string> {
  const paths = ['people', ...[OWN, OTHER].flatMap((id) => ['', '/keys', '/journal', '/alerts', '/silences', '/standards', '/channels', '/deliveries'].map((part) => `halls/${id}${part}`)), 'halls/nowhere'];
  return JSON.stringify(await Promise.all(paths.map(async (path) => (await server.say(`/api/v1/${path}`)).text)));
}

describe('the matrix of who may ask what', () => {
  let server: Server;
  let actors: Actor[];
  beforeAll(async () => ({ server, actors } = await peopled()));
  afterAll(() => server.end());

  it('names every route of the running server, and no other', () => {
    const routes = server.running.routes.map(({ method, url }) => `${method} ${url}`).filter((route) => !PAGE.test(route));
    expect(matrix.map(({ method, url }) => `${method} ${url}`).sort()).toEqual([...new Set(routes)].sort());
  });

  it('is kept: everyone is answered where the table says so and refused elsewhere, and what is refused changes nothing', async () => {
    const cases = casesOf(actors);
    const refused = cases.filter(({ row, actor, hallId }) => expected(row, actor, hallId) !== 'answer');
    const before = await state(server);
    expect(await wrongOf(server, refused)).toEqual([]);
    expect(await state(server)).withContext('after all that was refused').toBe(before);
    expect(await wrongOf(server, cases.filter((one) => !refused.includes(one)))).toEqual([]);
    tried({ promise: 'G18', how: 'every route × every actor × each hall', cases: cases.length, outcome: `0 wrong answers, ${refused.length} refusals changed nothing` });
  }, 120_000);

  it('the net has teeth: a reader taken for a supervisor is caught', async () => {
    const { access } = server.running;
    const honest = access.caller.bind(access);
    access.caller = (shown) => {
      const caller = honest(shown);
      return caller?.role === 'reader' ? { ...caller, role: 'supervisor' } : caller;
    };
    const wrong = await wrongOf(server, casesOf(actors.filter(({ letter }) => letter === 'r')));
    access.caller = honest;
    expect(wrong.length).toBeGreaterThan(10);
  }, 60_000);
});

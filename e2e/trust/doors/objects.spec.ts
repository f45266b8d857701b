import { PASSWORD } from '../../../server/people.spec-kit.js';
import type { Server } from '../../../server/server.spec-kit.js';
import { tried } from '../kit/tried.js';
import { NAMES, OTHER, OWN, peopled, sayAs, type Actor } from './actors.spec-kit.js';

const UNTIL = '2026-11-23T12:00:00Z';
const HOOK = { kind: 'webhook', url: 'https://example.org/hook', secret: `whsec_${'A'.repeat(32)}` };
const CLAUSE = { id: 'wait', kind: 'ticket.wait', warnAfter: 'PT10M', breachAfter: 'PT20M', source: 'local' };

describe('what belongs to another hall', () => {
  let server: Server;
  let actors: Actor[];
  const as = (name: string) => actors.find((one) => one.name === name)!;
  const admin = () => as(NAMES.admin);
  const say = (actor: Actor, asked: string, body?: object) => {
    const [method, path] = asked.split(' ') as [string, string];
    return sayAs({ server, actor }, `/api/v1/${path}`, { method, ...(body ? { body } : {}) });
  };
  beforeAll(async () => ({ server, actors } = await peopled()));
  afterAll(() => server.end());

  /** One of everything in a hall; what is asked of each of them. */
  async function things(hallId: string): Promise<[method: string, part: string, body?: object][]> {
    const made = async (part: string, body: object) => (await say(admin(), `POST halls/${hallId}/${part}`, body)).json.id;
    const key = await made('keys', { role: 'wall' });
    const channel = await made('channels', { name: 'x', severities: ['breach'], target: HOOK });
    const silence = await made('silences', { until: UNTIL, reason: 'x' });
    const { alerts } = (await say(admin(), `GET halls/${hallId}/alerts`)).json as unknown as { alerts: { id: string }[] };
    const alert = `alerts/${encodeURIComponent(alerts[0]!.id)}`;
    return [
      ['DELETE', `keys/${key}`], ['PUT', `channels/${channel}`, { name: 'y', severities: ['breach'] }], ['POST', `channels/${channel}/test`], ['DELETE', `channels/${channel}`],
      ['DELETE', `silences/${silence}`], ['GET', `${alert}/story`], ['POST', `${alert}/acknowledge`], ['POST', `${alert}/comment`, { text: 'x' }],
      ['POST', `${alert}/resolve`, { reason: 'x' }], ['POST', `${alert}/silence`, { until: UNTIL, reason: 'x' }], ['POST', `${alert}/assign`, { to: NAMES.supervisor }],
      ['GET', `tickets/${hallId}-1`],
    ];
  }

  it('is not reached through the path of one’s own', async () => {
    const foreign = await things(OTHER);
    for (const actor of [as(NAMES.supervisor), as(NAMES.local), admin()]) {
      for (const [method, part, body] of foreign) {
        const { status } = await say(actor, `${method} halls/${OWN}/${part}`, body);
        const refusals = actor.name === NAMES.supervisor && part.startsWith('keys') ? [403] : [404];
        expect(refusals).withContext(`${method} ${part} of ${OTHER} in ${OWN} for ${actor.name}`).toContain(status);
      }
    }
    // they are all still there
    const [key, , , channel, silence, , , , , , , ticket] = foreign;
    for (const [method, part] of [key!, channel!, silence!]) expect((await say(admin(), `${method} halls/${OTHER}/${part}`)).status).withContext(part).toBe(204);
    expect((await say(admin(), `GET halls/${OTHER}/${ticket![1]}`)).status).toBe(200);
    tried({ promise: 'G18', how: 'objects of another hall through one’s own', cases: 3 * foreign.length, outcome: '0 reached' });
  }, 60_000);

  it('does not show: no answer holds a secret, a wall holds no name, and nobody hears of a hall that is not theirs', async () => {
    const { key } = await server.makeKey(OWN, 'device');
    const { alerts } = (await say(admin(), `GET halls/${OWN}/alerts`)).json as unknown as { alerts: { id: string }[] };
    await say(as(NAMES.supervisor), `POST halls/${OWN}/alerts/${encodeURIComponent(alerts[0]!.id)}/acknowledge`);
    const hash = server.running.access.people.passwordHash(NAMES.supervisor)!;
    const secrets = [key.split('.')[1]!, hash, '$argon2', '"passwordHash":', server.operatorKey];
    const gets = server.running.routes.filter(({ method, url }) => method === 'GET' && url.startsWith('/api/v1/')).map(({ url }) => url);
    let read = 0;
    for (const actor of actors) {
      for (const url of gets) {
        const { status, text } = await sayAs({ server, actor }, url.replace(':hallId', OWN).replace(':alertId', alerts[0]!.id).replace(':ticketId', 'own-1').replace(/:\w+/, '2026-11-20'));
        read++;
        for (const secret of secrets) expect(text.includes(secret)).withContext(`${secret} in ${url} for ${actor.name}`).toBeFalse();
        if (actor.letter === 'w' && status === 200) for (const name of Object.values(NAMES)) expect(text.includes(name)).withContext(`${name} in ${url} for a wall`).toBeFalse();
        if (actor.hallId === OWN && status === 200) expect(text.includes(`"${OTHER}"`)).withContext(`${OTHER} in ${url} for ${actor.name}`).toBeFalse();
      }
    }
    await server.makeHall(OWN, { public: true });
    const seen = await server.say(`/api/v1/halls/${OWN}/state`, { key: null });
    expect(seen.status).toBe(200);
    for (const name of Object.values(NAMES)) expect(seen.text).not.toContain(name);
    tried({ promise: 'G18', how: 'answers searched for secrets, names on walls, foreign halls', cases: read, outcome: '0 found' });
  }, 60_000);

  it('is not taken on by a field that nobody asked for', async () => {
    const extra = ['role', 'hallId', 'hallIds', 'passwordHash', 'isAdmin', 'id', 'by', 'createdAt', 'constructor', 'toString', '__proto__'];
    const alert = `halls/${OWN}/alerts/none`;
    const routes: [method: string, path: string, body: Record<string, unknown>][] = [
      ['POST', 'session', { username: NAMES.supervisor, password: PASSWORD }], ['POST', 'setup', { token: 'x', password: PASSWORD }],
      ['POST', 'people', { username: 'mallory', role: 'supervisor', hallIds: [OWN], password: PASSWORD }], ['PATCH', `people/${NAMES.supervisor}`, { role: 'supervisor', hallIds: [OWN] }],
      ['POST', `halls/${OWN}/keys`, { role: 'wall' }], ['PUT', `halls/${OWN}/standard`, { name: 'x', source: 'local', clauses: [CLAUSE] }],
      ['POST', `halls/${OWN}/silences`, { until: UNTIL, reason: 'x' }], ['POST', `halls/${OWN}/channels`, { name: 'x', severities: ['breach'], target: HOOK }],
      ['POST', `${alert}/comment`, { text: 'x' }], ['POST', `${alert}/assign`, { to: 'x' }], ['POST', `${alert}/resolve`, { reason: 'x' }], ['POST', `${alert}/silence`, { until: UNTIL, reason: 'x' }],
    ];
    let sent = 0;
    for (const [method, path, body] of routes) {
      for (const field of extra.filter((name) => !(name in body) || !Object.hasOwn(body, name))) {
        // as text: an object literal would take __proto__ for its own prototype
        const text = `${JSON.stringify(body).slice(0, -1)},${JSON.stringify(field)}:{"role":"admin","hallIds":null}}`;
        const { status, json } = await server.say(`/api/v1/${path}`, { method, key: null, type: 'application/json', headers: admin().headers, body: text });
        sent++;
        expect(status).withContext(`${field} in ${method} ${path}`).toBe(422);
        expect(json.detail).withContext(`${field} in ${method} ${path}`).toContain(field);
      }
    }
    expect(({} as Record<string, unknown>)['role']).toBeUndefined();
    tried({ promise: 'G18', how: 'fields nobody asked for, on each writing route', cases: sent, outcome: 'each refused, by its name' });
  }, 60_000);
});

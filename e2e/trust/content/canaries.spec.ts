/** Secrets that can be told apart, one in every place that holds one, through a day with failures: nobody else ever says them. */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { io } from 'socket.io-client';
import { closeBrowser, emptyPage } from '../../screens/browser.js';
import { ServerProcess } from '../kit/server-process.js';
import { tried } from '../kit/tried.js';

const base64 = (text: string) => Buffer.from(text.padEnd(24, 'x')).toString('base64');
/** What is put in, and where. */
const PLANTED = {
  'the first administrator\'s password': 'canary-admin-password-1', 'a person\'s password': 'canary-person-password-2', 'a wrong password': 'canary-wrong-password-3', 'a new password': 'canary-new-password-4',
  'the mail relay\'s password': 'canary-relay-password-5', 'a channel\'s mail password': 'canary-mail-password-6', 'a webhook\'s secret': `whsec_${base64('canary-webhook-secret-7')}`, 'a webhook\'s address': 'canary-webhook-path-8',
  'a robot\'s token': 'canary-robot-token-9', 'a robot\'s signing secret': 'canary-robot-secret-10', 'another robot\'s token': 'canary-robot-token-11', 'a third robot\'s secret': 'canary-robot-secret-12', 'a browser\'s push address': 'canary-push-endpoint-13',
  'a wrong key': 'canary-wrong-key-14', 'a wrong key in an address': 'canary-query-key-15', 'a wrong session': 'canary-wrong-session-16', 'a wrong set-up token': 'canary-setup-token-17', 'a key over a socket': 'canary-socket-key-18',
};
/** Personal: the journal keeps what a device said, and whoever may read it finds it there; the log and other people's screens do not. */
const PERSONAL = { 'a telephone number': '13912345678', 'an identity number': '11010519491231002X' };
type Held = Record<string, string>;

const told = (texts: Record<string, string>, secrets: Held): string[] => Object.entries(texts).flatMap(([where, text]) => Object.entries(secrets).filter(([, secret]) => text.includes(secret)).map(([what]) => `${what} in ${where}`));

describe('A secret', () => {
  let data: string;
  let server: ServerProcess;
  const said: Record<string, string> = {};
  const made: Held = {};

  /** Asks, and keeps all of the answer under its name. */
  async function hear(name: string, path: string, { method = 'GET', key, cookie, body, type = 'application/json' }: { method?: string; key?: string; cookie?: string; body?: unknown; type?: string } = {}): Promise<string> {
    const headers = { authorization: `Bearer ${key ?? server.operatorKey}`, ...(cookie === undefined ? {} : { cookie }), ...(body === undefined ? {} : { 'content-type': type }) };
    const answer = await fetch(`${server.url}${path}`, { method, headers, ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }) });
    const text = await answer.text();
    said[name] = `${(said[name] ?? '')}${answer.status} ${[...answer.headers].filter(([header]) => header !== 'set-cookie').join('\n')}\n${text}`;
    return text;
  }
  const post = (name: string, path: string, body: unknown) => hear(name, path, { method: 'POST', body });

  /** Every channel that holds a secret, and a message through each, which cannot arrive. */
  async function channels(): Promise<void> {
    const targets = [
      { kind: 'webhook', url: `http://127.0.0.1:1/${PLANTED['a webhook\'s address']}`, secret: PLANTED['a webhook\'s secret'] },
      { kind: 'email', to: ['li@example.org'], smtpUrl: `smtp://li:${PLANTED['a channel\'s mail password']}@127.0.0.1:1?from=a@example.org` },
      { kind: 'email', to: ['li@example.org'] },
      { kind: 'dingtalk', url: `http://127.0.0.1:1/robot?access_token=${PLANTED['a robot\'s token']}`, secret: PLANTED['a robot\'s signing secret'] },
      { kind: 'feishu', url: 'http://127.0.0.1:1/x', secret: PLANTED['a third robot\'s secret'] },
      { kind: 'wecom', url: `http://127.0.0.1:1/?key=${PLANTED['another robot\'s token']}` },
      { kind: 'webPush', endpoint: `http://127.0.0.1:1/${PLANTED['a browser\'s push address']}`, keys: { p256dh: 'B'.repeat(87), auth: 'A'.repeat(22) } },
    ];
    for (const target of targets) {
      const { id } = JSON.parse(await post('a channel made', '/api/v1/halls/a/channels', { name: target.kind, target })) as { id: string };
      await post('a channel tried', `/api/v1/halls/a/channels/${id}/test`, {});
      await hear('a channel refused', `/api/v1/halls/a/channels/${id}`, { method: 'PUT', body: { name: '', target } });
    }
    await hear('the channels', '/api/v1/halls/a/channels');
  }

  /** People, keys, and everyone who is not let in. */
  async function doors(): Promise<void> {
    await post('a person made', '/api/v1/people', { username: 'li', role: 'supervisor', hallIds: ['a'], password: PLANTED['a person\'s password'] });
    await hear('a person changed', '/api/v1/people/li', { method: 'PATCH', body: { password: PLANTED['a new password'] } });
    await post('a log-in refused', '/api/v1/session', { username: 'li', password: PLANTED['a wrong password'] });
    await post('a log-in malformed', '/api/v1/session', `{"username":"li","password":"${PLANTED['a wrong password']}",}`);
    await post('a person refused', '/api/v1/people', { username: 'wang', role: 'nobody', hallIds: null, password: PLANTED['a wrong password'] });
    await hear('a wrong key', '/api/v1/halls/a/keys', { key: PLANTED['a wrong key'] });
    await hear('a key in the address', `/api/v1/halls/a/keys?key=${PLANTED['a wrong key in an address']}&token=${PLANTED['a wrong key in an address']}&password=${PLANTED['a wrong key in an address']}`);
    await hear('a wrong session', '/api/v1/session', { cookie: `hallboard_session=${PLANTED['a wrong session']}` });
    await post('a wrong set-up', '/api/v1/setup', { token: PLANTED['a wrong set-up token'], password: PLANTED['a wrong password'] });
    for (const role of ['device', 'wall', 'reader']) {
      const { key } = JSON.parse(await post('', '/api/v1/halls/a/keys', { role, name: role })) as { key: string };
      made[`a made ${role} key`] = key;
    }
    delete said['']; // a key is shown once, in the answer that makes it
    await hear('the keys', '/api/v1/halls/a/keys');
    const socket = io(`${server.url}/feed`, { transports: ['websocket'], auth: { key: PLANTED['a key over a socket'] }, reconnection: false });
    said['a socket refused'] = JSON.stringify(await socket.timeout(10_000).emitWithAck('events', { hallId: 'a', events: [] }));
    socket.disconnect();
  }

  beforeAll(async () => {
    data = await mkdtemp(join(tmpdir(), 'hallboard-canary-'));
    const env = { HALLBOARD_LOG: 'trace', HALLBOARD_NOTIFY_PRIVATE: 'on', HALLBOARD_ADMIN_PASSWORD: PLANTED['the first administrator\'s password'], HALLBOARD_SMTP_URL: `smtp://hall:${PLANTED['the mail relay\'s password']}@127.0.0.1:1?from=h@example.org` };
    server = await ServerProcess.start(data, { env });
    await hear('a hall', '/api/v1/halls/a', { method: 'PUT', body: { name: 'a', public: true, services: [{ id: 'S1', name: 'x' }] } });
    await channels();
    await doors();
    const remark = `${PERSONAL['a telephone number']} ${PERSONAL['an identity number']}`;
    const event = (id: string, body: object) => ({ specversion: '1.0', id, source: '/p', time: new Date().toISOString(), ...body });
    await post('events', '/api/v1/halls/a/events', [event('1', { type: 'rating.given', data: { counterId: 'C1', level: 1, comment: remark } }), event('2', { type: 'rating.given', data: { counterId: 'C1', level: 99, comment: remark } })]);
    for (const path of ['halls/a', 'halls/a/state', 'halls/a/screens', 'halls/a/deliveries', 'halls', 'people', 'session', 'signing-key', 'halls/a/daily', 'nowhere']) await hear(`/${path}`, `/api/v1/${path}`);
    for (const path of ['/metrics', '/readyz', '/api/openapi.json', '/api/docs', '/']) await hear(path, path);
  });

  afterAll(async () => {
    await closeBrowser();
    await server.end();
    await rm(data, { recursive: true, force: true });
  });

  it('is in no log line at any level, no answer, no figure', () => {
    expect(said['a log-in refused']).toMatch(/^401/);
    expect(said['a channel tried']).toContain('"ok":false');
    expect(server.said).toContain('"level":"debug"');
    const all = { ...said, 'the log': server.said };
    const secrets = { ...PLANTED, ...made, 'the operator\'s key': server.operatorKey };
    expect(told(all, secrets)).toEqual([]);
    expect(told(all, PERSONAL)).toEqual([]);
    tried({ promise: 'Secrets and logs', how: `canaries through ${Object.keys(all).length} kinds of answers and the log at trace level`, cases: Object.keys({ ...secrets, ...PERSONAL }).length, outcome: '0 told' });
  });

  it('is in no browser\'s store, nor in its address, after a log-in', async () => {
    const { page, faults } = await emptyPage();
    const urls: string[] = [];
    page.on('request', (request) => urls.push(request.url()));
    await page.goto(`${server.url}/desk/a`);
    await page.fill('[name=username]', 'admin');
    await page.fill('[name=password]', PLANTED['the first administrator\'s password']);
    await page.click('[type=submit]');
    await page.waitForSelector('hb-alert-inbox');
    await page.goto(`${server.url}/wall/a#t=${made['a made wall key']}`);
    await page.waitForSelector('hb-wall-header h1:not(:empty)');
    const stored = await page.evaluate<string>('JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie, location.href])');
    const { value: session } = (await page.context().cookies()).find(({ name }) => name === 'hallboard_session')!;
    expect(told({ addresses: urls.join('\n').replace(/#\S*/g, '') }, { ...PLANTED, ...made, session })).toEqual([]);
    // a wall keeps its own key, and no other secret: it must come up again by itself
    expect(told({ store: stored }, { ...PLANTED, session })).toEqual([]);
    expect(told({ 'the log': server.said }, { session, ...made })).toEqual([]);
    expect(faults).toEqual([]);
    await page.close();
  });

  it('lies in the data folder as a hash alone, but for what a message is sent with', async () => {
    const texts: Record<string, string> = {};
    for (const entry of await readdir(data, { recursive: true, withFileTypes: true })) {
      if (entry.isFile() && entry.name !== 'operator.key') texts[entry.name] = (await readFile(join(entry.parentPath, entry.name))).toString('latin1');
    }
    const needed = /webhook|robot|mail password|push address/;
    const hashed = Object.fromEntries(Object.entries(PLANTED).filter(([what]) => !needed.test(what)));
    expect(told(texts, { ...hashed, ...made, 'the operator\'s key': server.operatorKey })).toEqual([]);
  });

  it('the net has teeth: a log line with a secret in it is found', () => {
    expect(told({ log: `{"msg":"refused ${PLANTED['a wrong password']}"}` }, PLANTED)).toEqual(['a wrong password in log']);
    expect(told({ log: JSON.stringify({ comment: PERSONAL['a telephone number'] }) }, PERSONAL)).toEqual(['a telephone number in log']);
  });
});

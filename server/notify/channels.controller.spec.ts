import { byKey, newPerson } from '../people.spec-kit.js';
import type { ChannelEntry } from '../../shared/commands/channel.js';
import { MINUTE, SECRET, ToldHall } from './told-hall.spec-kit.js';

const ROAD = '/api/v1/halls/a';
const targets = (url: string) => [
  [{ kind: 'webhook', url: `${url}/path-secret?token=url-secret`, secret: SECRET }, url],
  [{ kind: 'email', to: ['li@example.org'], smtpUrl: 'smtp://hall:mail-secret@mail.example.org' }, 'li@example.org'],
  [{ kind: 'webPush', endpoint: `${url}/path-secret`, keys: { p256dh: 'B'.repeat(87), auth: 'A'.repeat(22) } }, url],
  [{ kind: 'wecom', url: `${url}/send?key=url-secret` }, url],
  [{ kind: 'dingtalk', url: `${url}/send?access_token=url-secret`, secret: 'sign-secret' }, url],
  [{ kind: 'feishu', url: `${url}/path-secret`, secret: 'sign-secret' }, url],
] as const;

describe('The channels over HTTP', () => {
  let hall: ToldHall;
  beforeEach(async () => {
    hall = await ToldHall.open();
  });
  afterEach(() => hall.end());

  it('take secrets in and never give them out again', async () => {
    for (const [target, address] of targets(hall.receiver.url)) {
      const channel = await hall.channel(target);
      expect([channel.kind, channel.address, channel.state]).toEqual([target.kind, address, 'on']);
      const { text } = await hall.say('PUT', `/channels/${channel.id}`, { name: 'renamed' });
      expect(text).toContain('renamed');
      expect(text).not.toContain('secret');
    }
    const { text } = await hall.say('GET', '/channels');
    for (const secret of ['path-secret', 'url-secret', 'mail-secret', 'sign-secret', SECRET, 'AAAA', 'BBBB']) expect(text).withContext(secret).not.toContain(secret);
    expect(await hall.channels()).toHaveSize(6);
  });

  it('refuse what is none, and say which field', async () => {
    const refused: [object, string][] = [
      [{ name: 'x' }, 'target'],
      [{ name: 'x', target: { kind: 'pager', url: 'http://a.example.org' } }, 'target.kind'],
      [{ name: 'x', target: { kind: 'wecom', url: 'ftp://a.example.org' } }, 'target.url'],
      [{ name: 'x', target: { kind: 'wecom', url: 'file:///etc/passwd' } }, 'target.url'],
      [{ name: 'x', target: { kind: 'webhook', url: 'http://a.example.org', secret: 'short' } }, 'target.secret'],
      [{ name: 'x', target: { kind: 'email', to: [] } }, 'target.to'],
      [{ name: 'x', severities: [], target: { kind: 'email', to: ['li@example.org'] } }, 'severities'],
    ];
    for (const [body, field] of refused) {
      const { json } = await hall.say('POST', '/channels', body);
      expect([json.status, json.field]).withContext(JSON.stringify(body)).toEqual([422, field]);
    }
    expect((await hall.say('DELETE', '/channels/none')).json.code).toBe('unknownChannel');
    expect((await hall.say('GET', '/deliveries?status=lost')).json.code).toBe('status');
    expect((await hall.say('POST', '/deliveries/none/retry')).json.code).toBe('unknownDelivery');
  });

  it('let a supervisor look after their own, and nobody else\'s', async () => {
    const all = await hall.channel();
    const li = await newPerson(hall.server, { username: 'li', hallIds: ['a'] });
    const target = { kind: 'email', to: ['li@example.org'] };
    const own = (await li('POST', `${ROAD}/channels`, { name: 'mine', target })).json as unknown as ChannelEntry;
    expect(own.person).toBe('li');
    expect(((await li('GET', `${ROAD}/channels`)).json as unknown as { channels: ChannelEntry[] }).channels.map(({ id }) => id)).toEqual([own.id]);
    const refusals = await Promise.all([
      li('POST', `${ROAD}/channels`, { name: 'wang\'s', person: 'wang', target }),
      li('POST', `${ROAD}/channels`, { name: 'everywhere', allHalls: true, target }),
      li('PUT', `${ROAD}/channels/${all.id}`, { name: 'taken' }),
      li('POST', `${ROAD}/channels/${all.id}/test`),
      li('GET', '/api/v1/halls/b/channels'),
    ]);
    expect(refusals.map(({ status }) => status)).toEqual([403, 403, 404, 404, 403]);
    await hall.breach();
    await hall.pass(MINUTE);
    const seen = (await li('GET', `${ROAD}/deliveries`)).json as unknown as { deliveries: { channelId: string }[] };
    expect(new Set(seen.deliveries.map(({ channelId }) => channelId))).toEqual(new Set([own.id]));
    expect((await li('DELETE', `${ROAD}/channels/${own.id}`)).status).toBe(204);
    const reader = await newPerson(hall.server, { username: 'sun', role: 'reader' });
    expect((await reader('GET', `${ROAD}/channels`)).status).toBe(403);
  });

  it('tell a person nothing of a hall they may no longer read, and go with the person', async () => {
    const li = await newPerson(hall.server, { username: 'li', hallIds: ['a'] });
    const target = { kind: 'webhook', url: hall.receiver.url, secret: SECRET };
    expect((await li('POST', `${ROAD}/channels`, { name: 'mine', severities: ['breach'], target })).status).toBe(201);
    await hall.server.makeHall('b');
    const operator = byKey(hall.server);
    await operator('PATCH', '/api/v1/people/li', { hallIds: ['b'] });
    await hall.breach();
    expect(await hall.deliveries()).withContext('of another hall').toEqual([]);
    await operator('PATCH', '/api/v1/people/li', { hallIds: ['a'] });
    await hall.breach();
    expect(hall.states(await hall.deliveries())).withContext('again').toEqual(['raised pending 1']);
    await operator('DELETE', '/api/v1/people/li');
    expect(await hall.channels()).withContext('gone').toEqual([]);
    expect(await hall.deliveries()).toEqual([]);
    expect((await hall.say('POST', '/channels', { name: 'li', person: 'li', target })).json.field).toBe('person');
  });

  it('are at most fifty to a person', async () => {
    const li = await newPerson(hall.server, { username: 'li' });
    const put = { name: 'mine', target: { kind: 'email', to: ['li@example.org'] } };
    for (let count = 0; count < 50; count++) expect((await li('POST', `${ROAD}/channels`, put)).status).toBe(201);
    const { json } = await li('POST', `${ROAD}/channels`, put);
    expect([json.status, json.code, json.detail]).toEqual([422, 'tooManyChannels', jasmine.stringContaining('50')]);
    await hall.channel();
    expect(await hall.channels()).toHaveSize(51);
  });

  it('stay one to a browser that subscribes again, and follow who uses it', async () => {
    for (const username of ['wang', 'li']) await newPerson(hall.server, { username });
    const target = { kind: 'webPush', endpoint: `${hall.receiver.url}/browser`, keys: { p256dh: 'B'.repeat(87), auth: 'A'.repeat(22) } };
    const first = await hall.channel(target, { person: 'wang' });
    const again = await hall.channel({ ...target, keys: { ...target.keys, auth: 'C'.repeat(22) } }, { person: 'li' });
    expect(await hall.channels()).toEqual([{ ...first, person: 'li' }]);
    expect(again.id).toBe(first.id);
    await hall.channel({ ...target, endpoint: `${hall.receiver.url}/another` }, { person: 'li' });
    expect(await hall.channels()).toHaveSize(2);
  });

  it('of every hall hear every hall', async () => {
    await hall.channel(undefined, { allHalls: true });
    await hall.server.makeHall('b');
    const listed = (await hall.server.say('/api/v1/halls/b/channels')).json as unknown as { channels: ChannelEntry[] };
    expect(listed.channels.map(({ hallId }) => hallId)).toEqual([null]);
    await hall.breach();
    expect(hall.states(await hall.deliveries())).toEqual(['raised pending 1']);
  });
});

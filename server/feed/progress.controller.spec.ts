import type { ProgressAnswer } from '../../shared/rows/progress.js';
import { formatInstant } from '../../shared/instant.js';
import { byKey, newPerson } from '../people.spec-kit.js';
import { event, Server } from '../server.spec-kit.js';

describe('Progress over HTTP', () => {
  let server: Server;
  beforeEach(async () => {
    server = await Server.start();
    await server.makeHall('open', { public: true });
    await server.makeHall('shut');
    for (const hallId of ['open', 'shut']) await server.post(hallId, [event('ticket.issued', { ticketId: 't1', number: '甲 042', serviceId: 'tax' }, { id: 'e1', time: formatInstant(server.clock.now()) })]);
  });
  afterEach(() => server.end());

  const ask = (path: string) => server.say(`/api/v1/halls/${path}`, { key: null });

  it('[G3] is told to anybody who has a number of a public hall', async () => {
    const heard = await ask(`open/progress/${encodeURIComponent('甲 042')}`);
    const { hallName, progress } = heard.json as unknown as ProgressAnswer;
    expect([heard.status, hallName, progress.number, progress.state]).toEqual([200, 'open', '甲 042', 'waiting']);
    await newPerson(server, { username: 'wang' });
    const device = byKey(server, (await server.makeKey('open', 'device')).key);
    const opened = await device('POST', '/api/v1/halls/open/cases', { kind: 'request', title: '上门办理', channel: 'web', owner: 'wang' });
    const { number } = opened.json as unknown as { number: string };
    const request = await ask(`open/progress/${number}`);
    expect([request.status, (request.json as unknown as ProgressAnswer).progress.state]).toEqual([200, 'due']);
    expect(request.text).not.toContain('上门办理');
  });

  it('[G3] says plainly that a number is not known, and tells nothing of a private hall', async () => {
    const [unknown, shut, none] = [await ask('open/progress/A999'), await ask(`shut/progress/${encodeURIComponent('甲 042')}`), await ask('none/progress/A1')];
    expect([unknown.status, unknown.json.code, shut.status, shut.json.code, none.json.code]).toEqual([404, 'unknownNumber', 404, 'unknownHall', 'unknownHall']);
    expect(shut.json.detail.replace('shut', 'none')).toBe(none.json.detail);
  });

  it('[G3] is not told to one address without end', async () => {
    const heard = await Promise.all(Array.from({ length: 300 }, (_, index) => ask(`open/progress/${index}`)));
    const refused = heard.filter(({ status }) => status === 429);
    expect(refused.length).toBeGreaterThan(0);
    expect(refused[0]!.headers['retry-after']).toBe('1');
  });
});

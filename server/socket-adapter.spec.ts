import { Wire } from './feed/wire.spec-kit.js';
import { Server } from './server.spec-kit.js';
import { isOwnPage } from './socket-adapter.js';

const HOST = 'hall.example:3000';
const FOREIGN = [
  'null', '', ' ', 'http://evil.example', 'https://hall.example', 'http://hall.example', 'http://hall.example:30000', 'http://hall.example:3001',
  'http://hall.example.evil.example:3000', 'http://evilhall.example:3000', 'http://hall.example:3000.evil.example', 'http://sub.hall.example:3000',
  'http://user@hall.example:3000', 'http://hall.example:3000@evil.example', 'http://hall.example:3000/', 'http://hall.example:3000/path', 'http://hall.example:3000?x',
  'http://hall.example:3000#x', 'HTTP://HALL.EXAMPLE:3000', 'http://hаll.example:3000', 'http://xn--hll-5cd.example:3000', 'file://', 'file:///etc', 'data:text/html,x',
  'javascript:alert(1)', 'chrome-extension://abcdef', 'ws://hall.example:3000', 'ftp://hall.example:3000', 'hall.example:3000', '//hall.example:3000',
  'http://[::1]:3000', 'http://127.0.0.1:3000', 'http://localhost:3000', 'http://0x7f000001:3000', 'http://hall.example:03000', 'http://hall.example\\@evil.example',
  'http://hall.example:3000, http://evil.example', '*', 'undefined', 'http://', 'http://hall.example.:3000',
];

describe('who may open a socket', () => {
  it(`is no page of another origin, however it is written (${FOREIGN.length} of them)`, () => {
    for (const origin of FOREIGN) expect(isOwnPage({ headers: { origin, host: HOST } }, ['https://screens.example'])).withContext(origin).toBeFalse();
  });

  it('is a program, a page of this very host, and a page of an origin that the settings name', () => {
    expect(isOwnPage({ headers: { host: HOST } }, [])).toBeTrue();
    for (const origin of ['http://hall.example:3000', 'https://hall.example:3000']) expect(isOwnPage({ headers: { origin, host: HOST } }, [])).withContext(origin).toBeTrue();
    expect(isOwnPage({ headers: { origin: 'https://screens.example', host: HOST } }, ['https://screens.example'])).toBeTrue();
  });

  it('is decided at the handshake, before there is a socket', async () => {
    const server = await Server.start({ origins: ['https://screens.example'] });
    const statusFor = async (headers: Record<string, string>) => {
      const wire = await Wire.open(server.url, headers);
      wire.end();
      return wire.status;
    };
    for (const origin of ['null', 'https://evil.example', `${server.url}.evil.example`]) expect(await statusFor({ Origin: origin })).withContext(origin).toMatch(/ 40[03] /);
    const welcome: Record<string, string>[] = [{}, { Origin: server.url }, { Origin: 'https://screens.example' }];
    for (const headers of welcome) expect(await statusFor(headers)).withContext(JSON.stringify(headers)).toContain(' 101 ');
    const polled = await server.say('/socket.io/?EIO=4&transport=polling', { key: null });
    expect(polled.status).toBe(400);
    await server.end();
  });
});

/** Messages that are to reach the hall's own network: none opens a socket there, however the address is written. */
import { get } from 'node:https';
import { Socket } from 'node:net';
import { isAllowed } from '../../../server/notify/send/addresses.js';
import { sendMail } from '../../../server/notify/send/email.js';
import { Outgoing } from '../../../server/notify/send/outgoing.js';
import { answer, Receiver } from '../../../server/notify/receiver.spec-kit.js';
import { tried } from '../kit/tried.js';
import { forbiddenHosts, forbiddenNames, REBOUND } from './forbidden-addresses.js';

const MESSAGE = { headers: {}, body: '{}' };
/** https on the two ports, and what is no plain address at all. */
const ways = (host: string) => [`https://${host}/`, `https://${host}:8443/latest/meta-data?x#y`];
const others = ['http://1.1.1.1/', 'https://1.1.1.1:22/', 'https://1.1.1.1:6379/', 'https://me:pass@1.1.1.1/', 'https://1.1.1.1@127.0.0.1/', 'https://127.0.0.1#@1.1.1.1/', 'https://127.0.0.1\\@1.1.1.1/', 'ftp://127.0.0.1/', 'file:///etc/passwd', 'gopher://127.0.0.1:25/'];

describe('A message on its way out', () => {
  let sockets: string[];
  /** Nothing is connected to in truth: where it would have gone is kept. */
  beforeEach(() => {
    sockets = [];
    spyOn(Socket.prototype, 'connect').and.callFake(function connect(this: Socket, ...given: unknown[]) {
      const [to] = (Array.isArray(given[0]) ? given[0] : given) as [{ host?: string }];
      sockets.push(String(to.host));
      process.nextTick(() => this.destroy(new Error('not in truth')));
      return this;
    });
  });

  const resolver = () => {
    const asked = new Set<string>();
    return async (host: string) => {
      const again = asked.has(host) || !asked.add(host);
      if (host === REBOUND) return [again ? '127.0.0.1' : '1.1.1.1'];
      const known = forbiddenNames[host.replace(/\.$/, '')];
      return known ? known[again ? 1 : 0] : ['127.0.0.1'];
    };
  };
  const forbidden = () => sockets.filter((address) => !isAllowed(address, false));
  const targets = [...[...forbiddenHosts, ...Object.keys(forbiddenNames)].flatMap(ways), ...others];

  it('opens no socket to an address that is not public', async () => {
    for (const url of targets) {
      const outgoing = new Outgoing({ allowPrivate: false, timeoutMs: 2_000, resolve: resolver() });
      await expectAsync(outgoing.post(url, MESSAGE)).withContext(url).toBeRejected();
    }
    expect(sockets).toEqual([]);
    for (const host of forbiddenHosts) {
      const outgoing = new Outgoing({ allowPrivate: false, timeoutMs: 2_000, resolve: resolver() });
      await expectAsync(sendMail(outgoing, { kind: 'email', to: ['li@example.org'], smtpUrl: `smtp://${host.startsWith('[') ? host : '127.0.0.1'}:25` }, { notices: [], messageId: 'm', relay: undefined })).toBeRejected();
    }
    expect(sockets).toEqual([]);
    tried({ promise: 'SSRF', how: 'forbidden addresses in every notation, names that lead there, mail relays', cases: targets.length + forbiddenHosts.length, outcome: '0 forbidden sockets' });
  });

  it('goes where it was checked, though the name says something else a moment later', async () => {
    const outgoing = new Outgoing({ allowPrivate: false, timeoutMs: 2_000, resolve: resolver() });
    await expectAsync(outgoing.post(`https://${REBOUND}/`, MESSAGE)).toBeRejectedWithError('not in truth');
    expect(sockets).toEqual(['1.1.1.1']);
    await expectAsync(outgoing.post(`https://${REBOUND}/`, MESSAGE)).toBeRejectedWithError(/no public address/);
    expect(sockets).toEqual(['1.1.1.1']);
  });

  it('the net has teeth: a sender that trusts the address is caught', async () => {
    for (const url of targets.filter((one) => one.startsWith('https://') && URL.canParse(one))) {
      await new Promise<void>((fulfil) => get(url, { agent: false, lookup: (_host, _options, done) => done(null, [{ address: '127.0.0.1', family: 4 }]) }).on('error', () => fulfil()));
    }
    expect(forbidden().length).toBeGreaterThan(100);
  });
});

describe('An answer to a message', () => {
  it('sends it nowhere else, and is read to 64 KB', async () => {
    const [receiver, elsewhere] = await Promise.all([Receiver.open(), Receiver.open()]);
    const outgoing = new Outgoing({ allowPrivate: true, timeoutMs: 2_000 });
    const locations = [elsewhere.url, '//127.0.0.1:1/', 'http://169.254.169.254/latest', 'file:///etc/passwd', 'gopher://127.0.0.1:25/', '/again'];
    for (const status of [301, 302, 303, 307, 308]) {
      for (const location of locations) {
        receiver.manner = answer(status, { location });
        await expectAsync(outgoing.post(receiver.url, MESSAGE)).toBeRejectedWithError(/redirects are not followed/);
      }
    }
    expect([elsewhere.received.length, receiver.received.length]).toEqual([0, 5 * locations.length]);
    receiver.manner = (response) => void response.writeHead(200).end(Buffer.alloc(8 * 1024 * 1024));
    expect((await outgoing.post(receiver.url, MESSAGE)).text.length).toBeLessThan(192 * 1024);
    await Promise.all([receiver.close(), elsewhere.close()]);
    tried({ promise: 'SSRF', how: 'redirects of every kind, an answer of 8 MB', cases: 5 * locations.length + 1, outcome: '0 followed, the answer cut off' });
  });
});

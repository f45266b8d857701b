import { isAllowed } from './addresses.js';
import { Outgoing } from './outgoing.js';

const PUBLIC = ['1.1.1.1', '203.0.114.1', '172.32.0.1', '100.128.0.1', '2606:4700::1111', '2400:3200::1'];
const PRIVATE = ['127.0.0.1', '127.9.9.9', '10.1.2.3', '172.16.0.1', '172.31.255.255', '192.168.0.1', '100.64.0.1', '198.18.0.1', '203.0.113.7',
  '::1', 'fc00::1', 'fd12::1', '2001:db8::1', '2002:7f00:1::', '64:ff9b::7f00:1', '::ffff:127.0.0.1', '::ffff:10.0.0.1'];
const NEVER = ['0.0.0.0', '169.254.169.254', '100.100.100.200', '168.63.129.16', '224.0.0.1', '255.255.255.255', '::', 'fe80::1', 'ff02::1', 'fd00:ec2::254',
  '::ffff:169.254.169.254', 'not an address'];

describe('An address that messages may go to', () => {
  it('is public, and private only where the operator says so', () => {
    for (const address of PUBLIC) expect([address, isAllowed(address, false), isAllowed(address, true)]).toEqual([address, true, true]);
    for (const address of PRIVATE) expect([address, isAllowed(address, false), isAllowed(address, true)]).toEqual([address, false, true]);
    for (const address of NEVER) expect([address, isAllowed(address, false), isAllowed(address, true)]).toEqual([address, false, false]);
  });

  it('is refused however it is written, and when one of a name\'s addresses is private', async () => {
    const names: Record<string, string[]> = { 'rebind.example.org': ['1.1.1.1', '127.0.0.1'], 'nowhere.example.org': [] };
    const outgoing = new Outgoing({ allowPrivate: false, resolve: async (host) => names[host]! });
    const urls = ['https://127.0.0.1/', 'https://2130706433/', 'https://0x7f.1/', 'https://[::1]/', 'https://[::ffff:7f00:1]:8443/', 'https://169.254.169.254/latest', 'https://rebind.example.org/'];
    for (const url of urls) await expectAsync(outgoing.post(url, { headers: {}, body: '' })).withContext(url).toBeRejectedWithError(/no public address/);
    await expectAsync(outgoing.post('https://10.1.2.3/', { headers: {}, body: '' })).toBeRejectedWithError(/HALLBOARD_NOTIFY_PRIVATE=on allows private networks$/);
    await expectAsync(outgoing.post('https://169.254.169.254/', { headers: {}, body: '' })).toBeRejectedWithError(/no public address$/);
    await expectAsync(outgoing.post('https://nowhere.example.org/', { headers: {}, body: '' })).toBeRejectedWithError(/has no address/);
    await expectAsync(outgoing.post('https://me:pass@1.1.1.1/', { headers: {}, body: '' })).toBeRejectedWithError(/credentials/);
    for (const url of ['http://1.1.1.1/', 'https://1.1.1.1:25/', 'https://1.1.1.1:80/']) await expectAsync(outgoing.post(url, { headers: {}, body: '' })).withContext(url).toBeRejectedWithError(/^only https on port 443 or 8443/);
  });

  it('is looked up once: what was checked is what is connected to', async () => {
    let asked = 0;
    const outgoing = new Outgoing({ allowPrivate: true, timeoutMs: 300, resolve: async () => (asked++ === 0 ? ['127.0.0.1'] : ['127.0.0.2']) });
    await expectAsync(outgoing.post('http://changing.example.org:9/', { headers: {}, body: '' })).toBeRejectedWithError(/127\.0\.0\.1:9/);
    expect(asked).toBe(1);
  });

  it('is given up when the name is not resolved in time', async () => {
    const outgoing = new Outgoing({ allowPrivate: true, timeoutMs: 20, resolve: () => new Promise(() => undefined) });
    await expectAsync(outgoing.post('http://slow.example.org/', { headers: {}, body: '' })).toBeRejectedWithError('no answer in time');
  });
});

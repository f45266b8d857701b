import { createDecipheriv, createECDH, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { answer, MailBox, type Manner } from '../receiver.spec-kit.js';
import { SECRET, ToldHall } from '../told-hall.spec-kit.js';

describe('A test message', () => {
  let hall: ToldHall;
  beforeEach(async () => {
    hall = await ToldHall.open();
  });
  afterEach(() => hall.end());

  it('through a webhook says at once what a hostile receiver did', async () => {
    const webhook = { kind: 'webhook', url: hall.receiver.url, secret: SECRET };
    const huge: Manner = (response) => {
      response.writeHead(200);
      const more = () => {
        while (response.write(Buffer.alloc(65_536)));
      };
      response.on('drain', more);
      more();
    };
    const manners: [Manner, string | null][] = [
      [answer(204), null],
      [answer(500), 'it answered 500'],
      [answer(429, { 'retry-after': '60' }), 'it answered 429'],
      [answer(302, { location: 'http://127.0.0.1:1/' }), 'it answered 302, and redirects are not followed: give the address that it leads to'],
      [() => undefined, 'no answer in time'],
      [(response) => void response.writeHead(200).write('half'), 'no answer in time'],
      [huge, null], // read to 64 KB and cut off
      [(response) => response.destroy(), 'socket hang up'],
      [(response) => void response.socket!.write('HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: x\r\n\r\n'), 'no answer in time'],
      [(response) => response.socket!.end('nonsense\r\n\r\n'), 'Parse Error: Expected HTTP/, RTSP/ or ICE/'],
    ];
    for (const [manner, error] of manners) {
      hall.receiver.manner = manner;
      expect(await hall.test(webhook)).toEqual({ ok: error === null, error });
    }
    expect(hall.receiver.received).toHaveSize(manners.length);
  });

  it('through the robots is signed as each of them asks, and what they refuse in a 200 is a refusal', async () => {
    const now = hall.clock.now();
    hall.receiver.manner = answer(200, {}, '{"errcode":310000,"errmsg":"sign not match"}');
    expect(await hall.test({ kind: 'dingtalk', url: `${hall.receiver.url}/robot/send?access_token=t`, secret: 'SECabc' })).toEqual({ ok: false, error: 'the robot refused it: 310000 sign not match' });
    const asked = new URL(hall.receiver.received[0]!.path, hall.receiver.url).searchParams;
    expect(asked.get('access_token')).toBe('t');
    expect(asked.get('timestamp')).toBe(String(now));
    expect(asked.get('sign')).toBe(createHmac('sha256', 'SECabc').update(`${now}\nSECabc`).digest('base64'));

    hall.receiver.manner = answer(200, {}, '{"code":0,"msg":"success"}');
    expect((await hall.test({ kind: 'feishu', url: hall.receiver.url, secret: 'abc' })).ok).toBeTrue();
    const feishu = JSON.parse(hall.receiver.received[1]!.body) as { timestamp: string; sign: string; content: { text: string } };
    expect(feishu.sign).toBe(createHmac('sha256', `${now / 1000}\nabc`).digest('base64'));
    expect(feishu.content.text).toContain('https://hall.example.org/desk/a');

    hall.receiver.manner = answer(200, {}, '<html>proxy</html>');
    expect(await hall.test({ kind: 'wecom', url: hall.receiver.url })).toEqual({ ok: false, error: 'the robot refused it: its answer is no JSON' });
    expect((JSON.parse(hall.receiver.received[2]!.body) as { markdown: { content: string } }).markdown.content).toContain('一层大厅');
  });

  it('goes by mail through a real server, with its name and password, and says why it could not', async () => {
    const box = await MailBox.open();
    const to = ['li@example.org', 'wang@example.org'];
    const { port } = box;
    const relay = (password: string) => `smtp://hall%40example.org:${password}@127.0.0.1:${port}`;
    expect(await hall.test({ kind: 'email', to, smtpUrl: relay('right') })).toEqual({ ok: true, error: null });
    expect(box.mails[0]!.to).toEqual(to);
    expect(box.mails[0]!.text).toContain('From: hall@example.org');
    expect(box.mails[0]!.text).toMatch(/Message-ID: <test-[\w-]+@hallboard>/i);
    expect((await hall.test({ kind: 'email', to, smtpUrl: relay('wrong') })).error).toContain('no such password');
    expect((await hall.test({ kind: 'email', to })).error).toContain('HALLBOARD_SMTP_URL');
    await box.close();
    expect((await hall.test({ kind: 'email', to, smtpUrl: relay('right') })).error).toContain('ECONNREFUSED');
    expect(box.users).toContain('hall@example.org');
  });

  it('is given up by mail when the relay drips its answers', async () => {
    const talks: Socket[] = [];
    const box = createServer((socket) => {
      talks.push(socket);
      socket.write('220 welcome\r\n');
      socket.once('data', () => {
        const drip = setInterval(() => socket.write('250-and\r\n'), 50);
        socket.on('close', () => clearInterval(drip)).on('error', () => undefined);
      });
    });
    await new Promise<void>((fulfil) => box.listen(0, '127.0.0.1', fulfil));
    const smtpUrl = `smtp://127.0.0.1:${(box.address() as AddressInfo).port}`;
    expect(await hall.test({ kind: 'email', to: ['li@example.org'], smtpUrl })).toEqual({ ok: false, error: 'no answer in time' });
    for (const talk of talks) talk.destroy();
    box.close();
  });

  it('comes to a browser encrypted for it alone, under a key that stays over a restart', async () => {
    const browser = createECDH('prime256v1');
    browser.generateKeys();
    const auth = randomBytes(16);
    const keys = { p256dh: browser.getPublicKey('base64url'), auth: auth.toString('base64url') };
    const answered = await hall.say('GET', '/channels');
    const { vapidPublicKey } = answered.json as unknown as { vapidPublicKey: string };
    hall.receiver.manner = answer(201);
    expect(await hall.test({ kind: 'webPush', endpoint: `${hall.receiver.url}/push/1`, keys })).toEqual({ ok: true, error: null });
    const { headers } = hall.receiver.received[0]!;
    expect(headers['authorization']).toContain(`k=${vapidPublicKey}`);
    expect([headers['content-encoding'], headers['ttl'], headers['urgency']]).toEqual(['aes128gcm', '3600', 'high']);
    const text = decrypt(hall.receiver.bytes[0]!, browser.computeSecret.bind(browser), { auth, own: browser.getPublicKey() });
    const { notification } = JSON.parse(text) as { notification: { title: string; data: { onActionClick: { default: object } } } };
    expect(notification.title).toContain('一层大厅');
    expect(notification.data.onActionClick.default).toEqual({ operation: 'navigateLastFocusedOrOpen', url: 'https://hall.example.org/desk/a' });
    await hall.server.restart();
    expect((await hall.say('GET', '/channels')).text).toContain(vapidPublicKey);
  });
});

/** RFC 8291, as the browser does it. */
function decrypt(body: Buffer, secretWith: (key: Buffer) => Buffer, { auth, own }: { auth: Buffer; own: Buffer }): string {
  const salt = body.subarray(0, 16);
  const sender = body.subarray(21, 21 + body[20]!);
  const sealed = body.subarray(21 + body[20]!);
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), own, sender]);
  const ikm = Buffer.from(hkdfSync('sha256', secretWith(sender), auth, info, 32));
  const derive = (label: string, length: number) => Buffer.from(hkdfSync('sha256', ikm, salt, Buffer.from(`Content-Encoding: ${label}\0`), length));
  const decipher = createDecipheriv('aes-128-gcm', derive('aes128gcm', 16), derive('nonce', 12));
  decipher.setAuthTag(sealed.subarray(-16));
  const padded = Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()]);
  return padded.subarray(0, padded.lastIndexOf(2)).toString();
}

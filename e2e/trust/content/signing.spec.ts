/** Messages to programs, signed: what we send is what the rule says, and nothing else passes a receiver who checks. */
import { createHmac } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import { Outgoing } from '../../../server/notify/send/outgoing.js';
import { sendWebhook } from '../../../server/notify/send/webhook.js';
import type { Notice } from '../../../server/notify/notice.js';
import { Receiver, type Received } from '../../../server/notify/receiver.spec-kit.js';
import { tried } from '../kit/tried.js';

const SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwMfKQ9r8G';
/** Of the rule's own page: the secret, the message, and what it is signed as. */
const VECTOR = {
  secret: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', id: 'msg_p5jXN8AQM9LWM0D4loKWxJek', at: 1_614_265_330, body: '{"test": 2432232314}', signature: 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
};
const notice = { id: 'n1', event: 'raised', alerts: [], hall: { id: 'a', name: '一层大厅' }, link: 'https://hall.example.org/desk/a', createdAt: 1_795_399_200_000 } as unknown as Notice;

describe('A signed message', () => {
  let receiver: Receiver;
  beforeAll(async () => {
    receiver = await Receiver.open();
  });
  afterAll(() => receiver.close());

  async function sent(now: number): Promise<Received> {
    await sendWebhook(new Outgoing({ allowPrivate: true }), { kind: 'webhook', url: receiver.url, secret: SECRET }, { notices: [notice], now });
    return receiver.received.at(-1)!;
  }
  const passes = ({ headers, body }: Pick<Received, 'headers' | 'body'>): boolean => {
    try {
      new Webhook(SECRET).verify(body, headers as Record<string, string>);
      return true;
    } catch {
      return false;
    }
  };

  it('is signed as the rule\'s own example, over id, instant and body', async () => {
    expect(new Webhook(VECTOR.secret).sign(VECTOR.id, new Date(VECTOR.at * 1000), VECTOR.body)).toBe(VECTOR.signature);
    const { headers, body } = await sent(Date.now());
    const [id, at] = [headers['webhook-id'] as string, headers['webhook-timestamp'] as string];
    const mac = createHmac('sha256', Buffer.from(SECRET.slice(6), 'base64')).update(`${id}.${at}.${body}`).digest('base64');
    expect([id, headers['webhook-signature']]).toEqual(['n1', `v1,${mac}`]);
    expect(passes({ headers, body })).toBeTrue();
  });

  /** How many of so many messages pass, each with one byte of its id, instant, signature or body changed. */
  function tampered({ headers, body }: Received, verify: (message: Pick<Received, 'headers' | 'body'>) => boolean): { cases: number; passed: number } {
    const named = ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map((name) => [name, headers[name] as string]);
    const parts: Record<string, string> = { ...Object.fromEntries(named) as Record<string, string>, body };
    const changed = Object.entries(parts).flatMap(([name, text]) => [...text].flatMap((sign, at) => [1, 2, 4].map((flip) => (
      { ...parts, [name]: text.slice(0, at) + String.fromCharCode(sign.charCodeAt(0) ^ flip) + text.slice(at + 1) }))));
    return { cases: changed.length, passed: changed.filter(({ body: other, ...others }) => verify({ headers: others, body: other! })).length };
  }

  it('does not pass with any byte of it changed, nor out of its five minutes', async () => {
    const { cases, passed } = tampered(await sent(Date.now()), passes);
    expect(passed).toBe(0);
    for (const late of [-301, 301, -86_400, 86_400]) expect(passes(await sent(Date.now() + late * 1000))).withContext(String(late)).toBeFalse();
    for (const late of [-290, 290]) expect(passes(await sent(Date.now() + late * 1000))).withContext(String(late)).toBeTrue();
    expect(cases).toBeGreaterThan(500);
    tried({ promise: 'Webhook signing', how: 'each byte of id, instant, signature and body changed; replays', cases: cases + 6, outcome: '0 passed; the rule\'s own example signed the same' });
  });

  it('the net has teeth: a receiver who signs the body alone is passed by changed ids and instants', async () => {
    const whole = await sent(Date.now());
    const careless = (body: string) => createHmac('sha256', Buffer.from(SECRET.slice(6), 'base64')).update(body).digest('base64');
    const signed = { ...whole, headers: { ...whole.headers, 'webhook-signature': careless(whole.body) } };
    expect(tampered(signed, ({ headers, body }) => headers['webhook-signature'] === careless(body)).passed).toBeGreaterThan(30);
  });
});

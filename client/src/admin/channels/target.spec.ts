import { freshSecret, pushTarget, targetOf, type Kind } from './target';

function formOf(fields: Record<string, string>): FormData {
  const form = new FormData();
  for (const [field, text] of Object.entries(fields)) form.set(field, text);
  return form;
}

describe('where a channel leads', () => {
  const url = 'https://robots.example.com/send?key=1';
  const table: [kind: Exclude<Kind, 'webPush'>, said: Record<string, string>, target: object][] = [
    ['webhook', { url: ` ${url} `, secret: 'whsec_x' }, { url, secret: 'whsec_x' }],
    ['email', { to: 'a@example.com，b@example.com; c@example.com', smtpUrl: '' }, { to: ['a@example.com', 'b@example.com', 'c@example.com'] }],
    ['email', { to: 'a@example.com', smtpUrl: 'smtps://relay' }, { to: ['a@example.com'], smtpUrl: 'smtps://relay' }],
    ['wecom', { url, secret: 'not asked for' }, { url }],
    ['dingtalk', { url, secret: '' }, { url }],
    ['feishu', { url, secret: 'SEC1' }, { url, secret: 'SEC1' }],
  ];

  for (const [kind, said, target] of table) {
    it(`of the kind ${kind} said ${JSON.stringify(said)} is ${JSON.stringify(target)}`, () => {
      expect(targetOf(kind, formOf(said)) as object).toEqual({ kind, ...target });
    });
  }

  it('of a browser is its subscription', () => {
    expect(pushTarget({ endpoint: url, expirationTime: null, keys: { p256dh: 'p', auth: 'a' } })).toEqual({ kind: 'webPush', endpoint: url, keys: { p256dh: 'p', auth: 'a' } });
  });

  it('is signed with a secret that nobody had before, of 32 bytes', () => {
    const [one, other] = [freshSecret(), freshSecret()];
    expect(one).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    expect(one).not.toBe(other);
  });
});

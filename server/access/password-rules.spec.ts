import fc from 'fast-check';
import { refusalOf } from './open-for-spec.js';
import { demandPassword } from './password-rules.js';

const firstTried = `12345678 123456789 1234567890 87654321 11111111 88888888 00000000 66666666 12341234 123123123 12121212 password
  Password1 password123 P@ssw0rd p@$$w0rd Passw0rd! Pa55word Password2026! qwertyui qwertyuiop qwerty123 Qwerty123!
  asdfghjkl zxcvbnm1 zxcvbnm123 1qaz2wsx 1qaz@WSX !QAZ2wsx zaq12wsx zaq1xsw2 qazwsx123 qwe123456 asdf1234 asdfasdf
  abcd1234 abc12345 abc123456 a1b1a1b1 abcdefgh admin123 Admin@123 admin888 admin123456 admin1234! administrator
  Administrator1 adminadmin root1234 root123456 test1234 letmein1 welcome1 Welcome123! iloveyou iloveyou1 sunshine
  princess1 football1 baseball superman batman123 dragon123 monkey123 master123 shadow12 michael1 jordan23 starwars
  trustno1 computer internet whatever liverpool hallboard Hallboard1 hallboard2026 woaini1314 woaini520 woaini521
  mima1234 5201314woaini aaaaaaaa aaaaaaaaaaaaaaaa supervisor changeme123 secret123 service1 zhang123`.split(/\s+/);

describe('A password', () => {
  it('is refused when it is among the first that anyone would try', async () => {
    for (const password of firstTried) {
      const refusal = await refusalOf(() => demandPassword(password));
      expect([refusal.status, refusal.code, refusal.more.field]).withContext(password).toEqual([422, 'password', 'password']);
    }
    console.log(`passwords: ${firstTried.length} common ones refused`);
  });

  it('has 8 to 128 characters, an emoji counting as one', async () => {
    expect(() => demandPassword('vu8-KqR')).toThrowError(/has 7 characters; 8 to 128/);
    expect(() => demandPassword('🙂🙃😀😁😂😃😄')).toThrowError(/has 7 characters/);
    expect(() => demandPassword('vu8-KqRm')).not.toThrow();
    expect(() => demandPassword('x7'.padEnd(127, 'lorem ipsum ') + 'q')).not.toThrow();
    expect(() => demandPassword('x7'.padEnd(128, 'lorem ipsum ') + 'q')).toThrowError(/has 129/);
  });

  it('need not be composed of anything in particular', () => {
    const free = ['correct horse battery staple', '大厅里排队的人真多', 'vier kleine katzen', '4071829365', '红烧肉要用五花肉'];
    for (const password of free) {
      expect(() => demandPassword(password)).withContext(password).not.toThrow();
    }
  });

  it('made at random is accepted', () => {
    const random = fc.string({ unit: 'grapheme-ascii', minLength: 12, maxLength: 60 }).filter((text) => new Set(text).size > 6);
    fc.assert(fc.property(random, (password) => demandPassword(password)), { numRuns: 300, examples: [['qPz-93kd-LmT2']] });
  });
});

import { decoyHash, hashPassword, isPassword } from './password.js';

const COST = '$argon2id$v=19$m=19456,t=2,p=1$';

describe('A password hash', () => {
  it('says that it is argon2id with 19 MiB, two passes and one lane, and knows its password however it was typed', async () => {
    const kept = await hashPassword('Café au lait');
    expect(kept.startsWith(COST)).toBeTrue();
    expect(await isPassword('Cafe\u0301 au lait', kept)).toBeTrue();
    expect(await isPassword('Café au lai', kept)).toBeFalse();
  });

  it('costs a name nobody bears the same, and no password fits it', async () => {
    expect(decoyHash().startsWith(COST)).toBeTrue();
    expect(decoyHash().length).toBe((await hashPassword('Café au lait')).length);
    expect(await isPassword('Café au lait', decoyHash())).toBeFalse();
  });

  it('that is none is an error in words, not a wrong password', async () => {
    await expectAsync(isPassword('Café au lait', 'plain')).toBeRejectedWithError(/not argon2id/);
  });
});

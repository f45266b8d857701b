import { hallsWithKey, keepKey, keyIn, takeKey } from './keys';

describe('the key of a wall', () => {
  afterEach(() => {
    localStorage.removeItem('hallboard.key.spec');
    history.replaceState(null, '', location.pathname + location.search);
  });

  it('stands in the fragment as t', () => {
    expect(keyIn('#t=abc')).toBe('abc');
    expect(keyIn('#')).toBeNull();
    expect(keyIn('')).toBeNull();
  });

  it('is kept for its hall and wiped from the address', () => {
    history.replaceState(null, '', '#t=secret-1');
    expect(takeKey('spec')).toBe('secret-1');
    expect(location.hash).toBe('');
    expect(takeKey('spec')).toBe('secret-1');
    expect(takeKey('another')).toBeNull();
  });

  it('tells for which halls this machine holds one', () => {
    expect(hallsWithKey()).not.toContain('spec');
    keepKey('spec', 'a-key');
    expect(hallsWithKey()).toContain('spec');
  });

  it('of the address is stronger than the kept one', () => {
    keepKey('spec', 'old');
    history.replaceState(null, '', '#t=new');
    expect(takeKey('spec')).toBe('new');
  });
});

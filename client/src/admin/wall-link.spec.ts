import { keyIn } from '../feed/keys';
import { wallLink } from './wall-link';

const hall = { origin: 'http://hall.example:3000', hallId: 'centre' };

describe('the link of a wall', () => {
  it('names what was chosen and leaves the rest to the wall', () => {
    const plain = { name: '', inch: '', dist: '', page: '', lang: '', sound: true };
    expect(wallLink(hall, plain, 'k.1')).toBe('http://hall.example:3000/wall/centre#t=k.1');
    const link = new URL(wallLink(hall, { name: '东侧 1#', inch: '86', dist: '5', page: '1', lang: 'en', sound: false }, 'k.1'));
    expect(Object.fromEntries(link.searchParams)).toEqual({ name: '东侧 1#', inch: '86', dist: '5', page: '1', lang: 'en', sound: '0' });
  });

  it('holds the key where the wall looks for it, and where no server sees it', () => {
    const link = new URL(wallLink(hall, { name: '', inch: '', dist: '', page: '', lang: '', sound: true }, 'id.a-_b'));
    expect(keyIn(link.hash)).toBe('id.a-_b');
    expect(link.href.split('#')[0]).not.toContain('a-_b');
  });
});

import { buildOf, keptId, pageOf } from './this-screen';

describe('this screen', () => {
  it('makes its id once and keeps it for its own tab', () => {
    sessionStorage.removeItem('hallboard.screen');
    const made = keptId(sessionStorage);
    expect(made).toMatch(/^[0-9a-f]{24}$/);
    expect(keptId(sessionStorage)).toBe(made);
    sessionStorage.removeItem('hallboard.screen');
    expect(keptId(sessionStorage)).withContext('another tab').not.toBe(made);
    expect(localStorage.getItem('hallboard.screen')).withContext('what every tab would share').toBeNull();
  });

  it('reads its build off the page’s own script', () => {
    const page = new DOMParser().parseFromString('<script src="chunk-AAAA1111.js"></script><script src="main-2LUX-4F_.js" type="module"></script>', 'text/html');
    expect(buildOf(page)).toBe('main-2LUX-4F_');
    expect(buildOf(new DOMParser().parseFromString('<p>main-</p>', 'text/html'))).toBe('');
  });

  it('tells walls, the city and the people’s pages apart by the address', () => {
    expect(['/wall/demo', '/wall', '/desk/demo', '/report/demo'].map(pageOf)).toEqual(['wall', 'city', 'desk', 'report']);
  });
});

import { startFailure } from './start-failure.js';

describe('startFailure', () => {
  const at = { HALLBOARD_DATA: '/data', HOST: '127.0.0.1', PORT: 80 };
  const said = (code: string, syscall?: string) => startFailure(Object.assign(new Error('it said so'), { code, ...(syscall && { syscall }) }), at);

  it('says what was refused and what to do', () => {
    expect(said('EADDRINUSE', 'listen')).toBe('127.0.0.1:80 is taken by another program: stop that one, or set PORT to another number.');
    expect(said('EACCES', 'listen')).toContain('set PORT to 1024 or more');
    expect(said('ENOTFOUND', 'getaddrinfo')).toContain('set HOST');
    expect(said('EINVAL', 'listen')).toBe('127.0.0.1:80 cannot be listened at: it said so.');
    for (const code of ['ENOSPC', 'SQLITE_FULL', 'SQLITE_IOERR_SHMSIZE']) expect(said(code)).withContext(code).toContain('The disk of /data is full: free some space');
    for (const code of ['EACCES', 'SQLITE_READONLY']) expect(said(code)).withContext(code).toContain('/data cannot be written: it said so.');
    for (const code of ['EIO', 'SQLITE_IOERR_FSYNC']) expect(said(code)).withContext(code).toContain('The disk of /data fails (it said so)');
  });

  it('leaves to an error what it says itself', () => {
    expect(startFailure(new Error('the file is of a newer Hallboard'), at)).toBeNull();
  });
});

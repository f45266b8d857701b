/** Why the server did not start, in a sentence for whoever started it: what was refused, and what to do. Null where the error says so itself. */
import type { Settings } from './settings.js';

const FULL = ['ENOSPC', 'EDQUOT', 'SQLITE_FULL', 'SQLITE_IOERR_SHMSIZE'];
const LOCKED = ['EACCES', 'EPERM', 'EROFS', 'SQLITE_READONLY', 'SQLITE_CANTOPEN'];

export function startFailure(error: unknown, { HALLBOARD_DATA: data, HOST: host, PORT: port }: Pick<Settings, 'HALLBOARD_DATA' | 'HOST' | 'PORT'>): string | null {
  const { code = '', syscall, message } = error as { code?: string; syscall?: string; message: string };
  if (syscall === 'listen' || syscall === 'getaddrinfo') return listenFailure(code, `${host}:${port}`) ?? `${host}:${port} cannot be listened at: ${message}.`;
  if (FULL.includes(code)) return `The disk of ${data} is full: free some space and start again. Nothing that was answered for is lost.`;
  if (LOCKED.includes(code)) return `${data} cannot be written: ${message}. Give the folder to the user that runs Hallboard, or set HALLBOARD_DATA to another.`;
  if (code === 'EIO' || code.startsWith('SQLITE_IOERR')) return `The disk of ${data} fails (${message}): look after it, or take its last backup to another, before you start again.`;
  return null;
}

function listenFailure(code: string, place: string): string | null {
  if (code === 'EADDRINUSE') return `${place} is taken by another program: stop that one, or set PORT to another number.`;
  if (code === 'EACCES') return `${place} may not be taken by this user: set PORT to 1024 or more.`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return `${place} is no address of this machine: set HOST to one, such as 127.0.0.1 or 0.0.0.0.`;
  return null;
}

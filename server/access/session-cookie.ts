import type { IncomingHttpHeaders } from 'node:http';
import { SESSION_COOKIE } from './credentials.js';
import { LONGEST_MS } from './sessions.js';

/** The parts of a Fastify request and reply that this folder needs. */
export interface Asked {
  readonly headers: IncomingHttpHeaders;
  readonly body: unknown;
  readonly protocol: string;
  readonly ip: string;
}
export interface Reply {
  header(name: string, value: string): unknown;
  status(code: number): unknown;
}

/** Sets the cookie to the token, or takes it away. Pages cannot read it, and foreign pages do not send it. */
export function setSessionCookie(reply: Reply, { protocol }: Asked, token: string | null): void {
  const seconds = token === null ? 0 : LONGEST_MS / 1000;
  const secure = protocol === 'https' ? '; Secure' : '';
  reply.header('set-cookie', `${SESSION_COOKIE}=${token ?? ''}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Strict${secure}`);
  reply.header('cache-control', 'no-store');
}

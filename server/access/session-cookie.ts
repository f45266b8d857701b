import type { IncomingHttpHeaders } from 'node:http';
import { isOverTls, sessionCookie } from './credentials.js';
import { LONGEST_MS } from './sessions.js';

/** The parts of a Fastify request and reply that this folder needs. */
export interface Asked {
  readonly headers: IncomingHttpHeaders;
  readonly body: unknown;
  readonly ip: string;
}
export interface Reply {
  header(name: string, value: string): unknown;
  status(code: number): unknown;
}

/** Sets the cookie to the token, or takes it away. Pages cannot read it, and foreign pages do not send it. */
export function setSessionCookie(reply: Reply, { headers }: Asked, token: string | null): void {
  const seconds = token === null ? 0 : LONGEST_MS / 1000;
  const secure = isOverTls(headers) ? '; Secure' : '';
  reply.header('set-cookie', `${sessionCookie(headers)}=${token ?? ''}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Strict${secure}`);
}

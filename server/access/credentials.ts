import type { IncomingHttpHeaders } from 'node:http';
import type { Credentials } from './caller.js';

export const SESSION_COOKIE = 'hallboard_session';

/** What an HTTP request shows: `Authorization: Bearer <key>`, the session cookie, or neither. */
export function credentialsOfRequest(request: { readonly headers: IncomingHttpHeaders }): Credentials {
  const { authorization, cookie } = request.headers;
  return { ...bearerIn(authorization), ...sessionIn(cookie) };
}

/** What a socket.io handshake shows: `auth: {key}`, the session cookie of the page, or neither. */
export function credentialsOfHandshake(handshake: { readonly auth: unknown; readonly headers: IncomingHttpHeaders }): Credentials {
  const { auth, headers } = handshake;
  // A key that is no text is a wrong key, not a missing one.
  const hasKey = typeof auth === 'object' && auth !== null && 'key' in auth && auth.key !== undefined && auth.key !== null;
  return { ...(hasKey ? { bearer: typeof auth.key === 'string' ? auth.key : '' } : {}), ...sessionIn(headers.cookie) };
}

/** `Bearer` without a readable key is a wrong key, not a missing one; other schemes are a proxy's business, not ours. */
function bearerIn(authorization: string | undefined): { bearer?: string } {
  if (!authorization || !/^Bearer\b/i.test(authorization)) return {};
  return { bearer: /^Bearer +([^ ]+) *$/i.exec(authorization)?.[1] ?? '' };
}

function sessionIn(cookies: string | undefined): { session?: string } {
  for (const cookie of cookies?.split(';') ?? []) {
    const [name, value] = cookie.split('=', 2);
    if (name?.trim() === SESSION_COOKIE && value) return { session: value.trim() };
  }
  return {};
}

import type { IncomingHttpHeaders } from 'node:http';
import type { Credentials } from './caller.js';

/** Over TLS a name that a browser takes from this very host alone, so that no neighbour under its domain can give one of its own. */
export const sessionCookie = (headers: IncomingHttpHeaders): string => `${isOverTls(headers) ? '__Host-' : ''}hallboard_session`;

/** As the proxy in front says: the server itself speaks plain HTTP. Whoever says so of themselves asks more of their own browser alone. */
export function isOverTls(headers: Readonly<Record<string, unknown>>): boolean {
  return headers['x-forwarded-proto'] === 'https';
}

/** What an HTTP request shows: `Authorization: Bearer <key>`, the session cookie, or neither. */
export function credentialsOfRequest(request: { readonly headers: IncomingHttpHeaders }): Credentials {
  const { headers } = request;
  return { ...bearerIn(headers.authorization), ...sessionIn(headers) };
}

/** What a socket.io handshake shows: `auth: {key}`, the session cookie of the page, or neither. */
export function credentialsOfHandshake(handshake: { readonly auth: unknown; readonly headers: IncomingHttpHeaders }): Credentials {
  const { auth, headers } = handshake;
  // A key that is no text is a wrong key, not a missing one.
  const hasKey = typeof auth === 'object' && auth !== null && 'key' in auth && auth.key !== undefined && auth.key !== null;
  return { ...(hasKey ? { bearer: typeof auth.key === 'string' ? auth.key : '' } : {}), ...sessionIn(headers) };
}

/** `Bearer` without a readable key is a wrong key, not a missing one; other schemes are a proxy's business, not ours. */
function bearerIn(authorization: string | undefined): { bearer?: string } {
  if (!authorization || !/^Bearer\b/i.test(authorization)) return {};
  return { bearer: /^Bearer +([^ ]+) *$/i.exec(authorization)?.[1] ?? '' };
}

function sessionIn(headers: IncomingHttpHeaders): { session?: string } {
  const wanted = sessionCookie(headers);
  for (const cookie of headers.cookie?.split(';') ?? []) {
    const [name, value] = cookie.split('=', 2);
    if (name?.trim() === wanted && value) return { session: value.trim() };
  }
  return {};
}

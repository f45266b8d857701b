/** What every answer says to a browser, whoever makes it: Fastify, or the sockets' own HTTP. */
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { isOverTls } from './access/credentials.js';

/** Nothing is loaded from elsewhere: halls have no internet, and a foreign script has no business here. */
const RULES = [
  "default-src 'self'", "script-src 'self'", "style-src 'self'", "img-src 'self' data:", "font-src 'self'",
  "connect-src 'self'", "object-src 'none'", "base-uri 'self'", "frame-ancestors 'none'", "form-action 'self'",
];
/** No script turns a text into markup, but for the two cases of the page's own policy. */
const TRUSTED_TYPES = ["require-trusted-types-for 'script'", 'trusted-types default'];
/** Swagger UI writes the markup of descriptions; they are ours. */
const WRITES_MARKUP = '/api/docs';

/** The same on every answer, so they are made once: a library that makes them anew costs a small post an eighth of its time. */
const HEADERS = {
  'content-security-policy': [...RULES, ...TRUSTED_TYPES].join('; '),
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};
const OVER_TLS = { ...HEADERS, 'strict-transport-security': 'max-age=31536000; includeSubDomains' };

/** Over TLS, as the address people use says or a proxy does, a browser shall not come without it for a year. */
export function headersFor(request: { headers: Record<string, unknown> }, publicUrl = ''): Record<string, string> {
  return publicUrl.startsWith('https:') || isOverTls(request.headers) ? OVER_TLS : HEADERS;
}

export function setHeaders(app: NestFastifyApplication, publicUrl?: string): void {
  app.getHttpAdapter().getInstance().addHook('onRequest', (request, reply, done) => {
    reply.headers(headersFor(request, publicUrl));
    if (request.url.startsWith('/api/')) reply.header('cache-control', 'no-store'); // but where a route says that everyone may keep it
    if (request.routeOptions.url === WRITES_MARKUP) reply.header('content-security-policy', RULES.join('; '));
    done();
  });
}

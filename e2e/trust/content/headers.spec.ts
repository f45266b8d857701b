/** What every answer says to a browser: pages, files, exports, refusals, and the sockets' own HTTP. */
import { Server } from '../../../server/server.spec-kit.js';
import { closeBrowser, emptyPage } from '../../screens/browser.js';
import { tried } from '../kit/tried.js';

const MUST: Record<string, string[]> = {
  'content-security-policy': ["default-src 'self'", "script-src 'self'", "style-src 'self'", "object-src 'none'", "frame-ancestors 'none'", "connect-src 'self'", "require-trusted-types-for 'script'"],
  'x-content-type-options': ['nosniff'],
  'x-frame-options': ['DENY'],
  'referrer-policy': ['no-referrer'],
  'cross-origin-opener-policy': ['same-origin'],
  'cross-origin-resource-policy': ['same-origin'],
};
/** Swagger UI writes markup of ours; nothing else of the policy is given up for it. */
const UNTRUSTED = '/api/docs';

describe('The headers of an answer', () => {
  let server: Server;
  beforeAll(async () => {
    server = await Server.start();
    await server.makeHall('a', { public: true });
  });
  afterAll(async () => {
    await closeBrowser();
    await server.end();
  });

  const missing = (path: string, headers: Record<string, unknown>): string[] => Object.entries(MUST).flatMap(([name, parts]) => (
    parts.filter((part) => !(path === UNTRUSTED && part.startsWith('require')) && !String(headers[name]).split('; ').includes(part)).map((part) => `${path}: ${name} without ${part}`)));

  it('are the same on every route, file and refusal', async () => {
    const { paths } = (await server.say('/api/openapi.json')).json as unknown as { paths: Record<string, Record<string, unknown>> };
    const routes = Object.entries(paths).flatMap(([path, methods]) => Object.keys(methods).filter((method) => method !== 'parameters').map((method) => [method.toUpperCase(), path.replace('{hallId}', 'a')] as const));
    const files = ['/', '/wall/a', '/desk', '/report/a', '/admin', '/setup', '/favicon.svg', '/ngsw-worker.js', '/api/docs/start.js', '/api/docs/swagger-ui.css', '/api/docs/nothing'].map((path) => ['GET', path] as const);
    const refusals = [['GET', '/nowhere'], ['GET', '/%zz'], ['GET', `/api/v1/halls/${'x'.repeat(300)}/state`], ['TRACE', '/'], ['GET', '/socket.io/?EIO=4&transport=polling'], ['GET', '/socket.io/?EIO=9'], ['POST', '/socket.io/']] as const;
    const asked = [...routes, ...files, ...refusals];
    const faults: string[] = [];
    for (const [method, path] of asked) {
      for (const key of [server.operatorKey, null]) {
        const { headers } = await server.say(path, { method, key });
        faults.push(...missing(path, headers));
        if (headers['strict-transport-security'] !== undefined) faults.push(`${path}: HSTS without TLS`);
        if (/unsafe|\*|https?:/.test(String(headers['content-security-policy']))) faults.push(`${path}: a lax policy`);
      }
    }
    expect(faults).toEqual([]);
    expect(routes.length).toBeGreaterThan(40);
    tried({ promise: 'Headers', how: 'every route, page, file and refusal, with a key and without', cases: asked.length * 2, outcome: 'the whole policy on each' });
  });

  it('ask for TLS for a year where the server is reached by it', async () => {
    const forwarded = { 'x-forwarded-proto': 'https' };
    for (const path of ['/', '/nowhere', '/%zz', '/socket.io/?EIO=4&transport=polling']) {
      expect((await server.say(path, { headers: forwarded })).headers['strict-transport-security']).withContext(path).toBe('max-age=31536000; includeSubDomains');
    }
    await server.restart({ notify: { publicUrl: 'https://hall.example.org' } });
    expect((await server.say('/')).headers['strict-transport-security']).toBe('max-age=31536000; includeSubDomains');
    await server.restart();
  });

  it('the net has teeth: a page that breaks its policy is seen by the flows', async () => {
    const { page, faults } = await emptyPage();
    await page.route('**/planted', (route) => route.fulfill({ contentType: 'text/html', headers: { 'content-security-policy': MUST['content-security-policy']!.join('; ') }, body: '<p style="color:red">x</p><script>document.body.innerHTML="x"</script>' }));
    await page.goto(`${server.url}/planted`);
    await page.waitForLoadState();
    expect(faults.length).toBeGreaterThan(1);
    await page.close();
    await expectAsync(closeBrowser()).toBeRejectedWithError(/Content Security Policy/);
    expect(missing('/', { 'content-security-policy': "default-src 'self'" }).length).toBeGreaterThan(8);
  });
});

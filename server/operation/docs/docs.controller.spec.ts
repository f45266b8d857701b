import { openOperation } from '../operation.spec-kit.js';

describe('The pages of the documents', () => {
  let app: Awaited<ReturnType<typeof openOperation>>['app'];
  beforeAll(async () => ({ app } = await openOperation()));
  afterAll(() => app.close());

  it('link each other, load nothing from elsewhere and run no script that is written into them', async () => {
    const pages = { '/api/docs': 'async-docs', '/api/async-docs': 'docs' };
    for (const [path, other] of Object.entries(pages)) {
      const { statusCode, headers, body } = await app.inject(path);
      expect([statusCode, headers['content-type']]).withContext(path).toEqual([200, 'text/html; charset=utf-8']);
      expect(body).withContext(path).toContain(`href="${other}"`);
      expect(body).withContext(path).not.toMatch(/(?:src|href)="(?:https?:)?\/\/|<script(?! src="docs\/)|<style| (?:on\w+|style)="/);
      for (const [, link] of body.matchAll(/(?:src|href)="([^"#:]+)"/g)) {
        expect((await app.inject(new URL(link!, `http://x${path}`).pathname)).statusCode).withContext(link!).toBe(200);
      }
    }
  });

  it('serve both documents with the version of the server', async () => {
    const open = (await app.inject('/api/openapi.json')).json();
    expect([open.openapi, open.info.version]).toEqual(['3.1.0', '1.2.3']);
    const async = (await app.inject('/api/asyncapi.json')).json();
    expect([async.asyncapi, async.info.version]).toEqual(['3.0.0', '1.2.3']);
  });

  it('serve the files that the pages need, and no other', async () => {
    const script = await app.inject('/api/docs/swagger-ui-bundle.js');
    expect([script.statusCode, script.headers['content-type']]).toEqual([200, 'text/javascript; charset=utf-8']);
    expect(script.body.length).toBeGreaterThan(1_000_000);
    const fonts = [...(await app.inject('/api/docs/fonts/400.css')).body.matchAll(/url\(\.\/(files\/[^)]+\.woff2)\)/g)].map((match) => match[1]!);
    expect(fonts.length).toBeGreaterThan(50);
    const font = await app.inject(`/api/docs/fonts/${fonts[0]}`);
    expect([font.statusCode, font.headers['content-type']]).toEqual([200, 'font/woff2']);
    for (const file of ['package.json', '..%2Fpackage.json', '%2e%2e/package.json', '__proto__', 'constructor', 'swagger-ui.js', 'fonts/files/noto-sans-sc-9999-400-normal.woff2', 'fonts/files/..%2f400.css', '']) {
      expect((await app.inject(`/api/docs/${file}`)).statusCode).withContext(file).toBe(404);
    }
  });
});

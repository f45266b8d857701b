import 'reflect-metadata';
import { globSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Type } from '@nestjs/common';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { CHAIN_START, linkHash } from '../../journal/chain.js';
import { refusalOf } from '../../intake/check-event.js';
import { openApi } from './openapi.js';
import type { Json } from './schemas.js';

interface Content { schema: Json; example?: unknown; examples?: Record<string, { value: unknown }> }
interface Operation {
  operationId: string; tags: string[]; summary: string; parameters?: Json[];
  requestBody?: { content: Record<string, Content> }; responses: Record<string, { description: string; content?: Record<string, Content> }>;
}

const document = openApi('1.0.0');
const paths = document['paths'] as Record<string, Record<string, Operation> & { parameters?: { name: string; in: string }[] }>;
const methods = ['get', 'put', 'post', 'patch', 'delete'] as const;
const operations = Object.entries(paths).flatMap(([path, item]) => methods.filter((method) => method in item).map((method) => ({ path, method, operation: item[method]! })));
/** Files of the page of Swagger UI. */
const NOT_TOLD = /^get \/api\/docs\/./;

/** Every controller that stands anywhere in the server. */
async function controllers(): Promise<Type[]> {
  const server = fileURLToPath(new URL('../..', import.meta.url));
  const modules = await Promise.all(globSync('**/*.controller.js', { cwd: server }).map((file) => import(new URL(file, new URL('../..', import.meta.url)).href) as Promise<Json>));
  return modules.flatMap((exported) => Object.values(exported)).filter((one): one is Type => typeof one === 'function' && Reflect.hasMetadata('__controller__', one));
}

/** The routes of a running app with all of them. */
async function routes(): Promise<string[]> {
  const found: string[] = [];
  const adapter = new FastifyAdapter();
  adapter.getInstance().addHook('onRoute', ({ method, url }) => {
    for (const one of [method].flat()) if (one !== 'HEAD') found.push(`${one.toLowerCase()} ${url.replace(/:(\w+)/g, '{$1}')}`);
  });
  const module = await Test.createTestingModule({ controllers: await controllers() }).useMocker((token) => (typeof token === 'symbol' ? '1.0.0' : {})).compile();
  const app = module.createNestApplication<NestFastifyApplication>(adapter, { logger: false });
  await app.init();
  await app.close();
  return found;
}

const contents = operations.flatMap(({ path, operation: { requestBody, responses } }) =>
  [requestBody, ...Object.values(responses)].flatMap((part) => Object.entries(part?.content ?? {}).map(([type, content]) => ({ path, type, content }))));

describe('The OpenAPI document', () => {
  it('has every route of the server, and no other', async () => {
    const real = (await routes()).filter((route) => !NOT_TOLD.test(route));
    const told = operations.map(({ path, method }) => `${method} ${path}`);
    expect(real.length).toBeGreaterThan(15);
    expect(told.sort()).toEqual(real.sort());
  });

  it('names every parameter of a path, and every operation once', () => {
    for (const { path, method, operation } of operations) {
      const given = [...(paths[path]!.parameters ?? []), ...(operation.parameters ?? [])].filter((one) => one['in'] === 'path').map((one) => one['name']);
      expect(given).withContext(`${method} ${path}`).toEqual([...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]));
      expect(operation.summary).toBeTruthy();
      expect(Object.values(operation.responses).every(({ description }) => description.length > 0)).withContext(path).toBeTrue();
    }
    const ids = operations.map(({ operation }) => operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);
    const tags = (document['tags'] as { name: string }[]).map(({ name }) => name);
    expect(operations.every(({ operation }) => operation.tags.every((tag) => tags.includes(tag)))).toBeTrue();
  });

  it('answers a post of events with every refusal of the contract, and takes its three media types', () => {
    const post = paths['/api/v1/halls/{hallId}/events']!['post']!;
    expect(Object.keys(post.responses)).toEqual(['200', '400', '401', '403', '404', '413', '415', '429', '503']);
    expect(Object.keys(post.requestBody!.content)).toEqual(['application/cloudevents+json', 'application/cloudevents-batch+json', 'application/x-ndjson']);
    for (const [status, { content }] of Object.entries(post.responses)) if (status !== '200') expect(Object.keys(content!)).toEqual(['application/problem+json']);
  });

  it('shows examples that its own schemas accept, and events that the intake takes', () => {
    const ajv = new Ajv2020({ strict: false, validateFormats: false });
    ajv.addSchema(document, 'document');
    let tried = 0;
    for (const { path, type, content: { schema, example, examples } } of contents) {
      const check = ajv.compile(JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"document#/')));
      const values = [...(example === undefined ? [] : [example]), ...Object.values(examples ?? {}).map(({ value }) => value)];
      for (const value of values.flatMap((one) => (type === 'application/x-ndjson' && '$ref' in schema ? linesOf(one) : [one]))) {
        tried++;
        expect(check(value)).withContext(`${path} ${type} ${JSON.stringify(check.errors)}`).toBeTrue();
      }
    }
    console.log(`      ${tried} examples tried`);
    expect(tried).toBeGreaterThan(15);
    const events = paths['/api/v1/halls/{hallId}/events']!['post']!.requestBody!.content;
    const shown = [events['application/cloudevents+json']!.example, ...(events['application/cloudevents-batch+json']!.example as unknown[]), ...linesOf(events['application/x-ndjson']!.example)];
    expect(shown.map(refusalOf)).toEqual(shown.map(() => null));
  });

  it('shows a journal whose chain holds when it is verified as the text says', () => {
    const { content } = paths['/api/v1/halls/{hallId}/journal']!['get']!.responses['200']!;
    const lines = (content!['application/x-ndjson']!.example as string).trim().split('\n')
      .map((line) => ({ line, ...(JSON.parse(line) as { seq: number; loggedAt: string; hash: string }) }));
    const hashes = [...new Set(lines.map(({ hash }) => hash))];
    let before = CHAIN_START;
    for (const hash of hashes) {
      const commit = lines.filter((one) => one.hash === hash);
      const body = `[${commit.map(({ line }) => /"event":(.*),"quality":/.exec(line)![1]).join(',')}]`;
      expect(linkHash(before, { firstSeq: commit[0]!.seq, loggedAt: Date.parse(commit[0]!.loggedAt), body })).toBe(hash);
      before = hash;
    }
    expect(hashes).toHaveSize(2);
  });
});

function linesOf(ndjson: unknown): unknown[] {
  return (ndjson as string).trim().split('\n').map((line) => JSON.parse(line) as unknown);
}

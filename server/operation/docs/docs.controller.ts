/**
 * The documents and their pages. The page of the HTTP interface is Swagger UI from its own package, so that it works without
 * internet; its start is a file of its own, because no page of ours runs a script, or follows a style, that is written into it.
 */
import { createReadStream } from 'node:fs';
import { Controller, Get, Header, Inject, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Public } from '../../access/rules.js';
import { Problem } from '../../problem.js';
import { asyncApi, type AsyncDocument } from './asyncapi.js';
import { ASYNC_STYLE, asyncPage } from './async-page.js';
import { openApi } from './openapi.js';
import { pageFile } from './page-files.js';
import type { Json } from './schemas.js';
import { SWAGGER_PAGE, SWAGGER_START, SWAGGER_STYLE } from './swagger-page.js';

/** The version of the server, as its documents say it. */
export const VERSION = Symbol('version');

const CSS = 'text/css; charset=utf-8';
const HTML = 'text/html; charset=utf-8';
const JAVASCRIPT = 'text/javascript; charset=utf-8';
/** Why anyone may read them. */
const OPEN = 'the documents hold no data of a hall';
const DAY = 'public, max-age=86400';

@Controller('api')
export class DocsController {
  private readonly open: Json;
  private readonly async: AsyncDocument;
  private readonly asyncHtml: string;

  constructor(@Inject(VERSION) version: string) {
    this.open = openApi(version);
    this.async = asyncApi(version);
    this.asyncHtml = asyncPage(this.async);
  }

  @Get('openapi.json')
  @Public(OPEN)
  openApi(): Json {
    return this.open;
  }

  @Get('asyncapi.json')
  @Public(OPEN)
  asyncApi(): Json {
    return this.async;
  }

  @Get('async-docs')
  @Public(OPEN)
  @Header('content-type', HTML)
  asyncDocs(): string {
    return this.asyncHtml;
  }

  @Get('docs')
  @Public(OPEN)
  @Header('content-type', HTML)
  docs(): string {
    return SWAGGER_PAGE;
  }

  @Get('docs/start.js')
  @Public(OPEN)
  @Header('content-type', JAVASCRIPT)
  start(): string {
    return SWAGGER_START;
  }

  @Get('docs/swagger-page.css')
  @Public(OPEN)
  @Header('content-type', CSS)
  swaggerStyle(): string {
    return SWAGGER_STYLE;
  }

  @Get('docs/async-page.css')
  @Public(OPEN)
  @Header('content-type', CSS)
  asyncStyle(): string {
    return ASYNC_STYLE;
  }

  @Get('docs/*')
  @Public(OPEN)
  async file(@Param('*') path: string, @Res() reply: FastifyReply): Promise<void> {
    const file = pageFile(path);
    if (!file) throw new Problem(404, 'notFound', 'There is no such file; the page is /api/docs.');
    await reply.type(file.type).header('cache-control', DAY).send(createReadStream(file.path));
  }
}

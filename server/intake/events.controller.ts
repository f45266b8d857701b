/** `POST /api/v1/halls/{hallId}/events`: CloudEvents in, answered only after they are on disk. */
import { Readable } from 'node:stream';
import { Controller, HttpCode, Param, Post, Req } from '@nestjs/common';
import type { IntakeAnswer } from '../../shared/events/cloud-event.js';
import type { Caller } from '../access/caller.js';
import { Demand } from '../access/rules.js';
import { knownHall } from '../known-hall.js';
import { Halls } from '../live/halls.js';
import { Problem } from '../problem.js';
import { postStream } from './ndjson.js';
import { postBody } from './post-body.js';
import { Rates } from './rates.js';

interface EventsRequest {
  headers: Record<string, string | undefined>;
  body: Buffer | Readable | undefined;
  caller: Caller;
}

@Controller('api/v1/halls/:hallId/events')
export class EventsController {
  constructor(
    private readonly halls: Halls,
    private readonly rates: Rates,
  ) {}

  @Post()
  @Demand('events.post')
  @HttpCode(200)
  async post(@Param('hallId') hallId: string, @Req() { headers, body, caller }: EventsRequest): Promise<IntakeAnswer> {
    const hall = knownHall(this.halls, hallId);
    refusePacked(headers['content-encoding']);
    if (body instanceof Readable) {
      this.rates.take(caller, 0);
      return postStream(hall, body, (events) => this.rates.spend(caller, events));
    }
    if (!body || body.length === 0) throw new Problem(400, 'empty', 'The body is empty: post one CloudEvent, an array of them, or NDJSON.');
    const text = body.toString('utf8').trim();
    const isBatch = text.startsWith('[');
    const type = headers['content-type']?.toLowerCase() ?? '';
    if (isBatch !== type.includes('batch') && !type.includes('application/json')) {
      const said = isBatch ? 'an array' : 'one event';
      throw new Problem(400, 'mediaType', `The body is ${said}: application/cloudevents+json takes one event, application/cloudevents-batch+json an array.`);
    }
    return postBody(hall, { body, text }, (events) => this.rates.take(caller, events));
  }
}

/** Small packed bodies that unpack to huge ones are not let in at all. */
function refusePacked(encoding: string | undefined): void {
  if (!encoding || encoding.toLowerCase() === 'identity') return;
  throw new Problem(415, 'contentEncoding', `Content-Encoding ${encoding.slice(0, 40)} was refused: send the body as it is, unpacked.`);
}

/** The rows over HTTP: the halls a caller may see, and one hall as it stands or as it stood. */
import { Readable } from 'node:stream';
import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { HallEntry } from '../../shared/commands/hall.js';
import { formatInstant, parseInstant } from '../../shared/instant.js';
import type { StateAnswer } from '../../shared/rows/rows.js';
import { Access } from '../access/access.js';
import { may } from '../access/caller.js';
import { credentialsOfRequest } from '../access/credentials.js';
import { Public } from '../access/rules.js';
import { knownHall } from '../known-hall.js';
import { Halls } from '../live/halls.js';
import type { LiveHall } from '../live/live-hall.js';
import { Problem } from '../problem.js';
import { audienceOf, rowsFor, viewerOf, type Audience } from './audience.js';
import { Feeds } from './feeds.js';

const EARLIEST = 0;
/** A time by the hall's own clocks. */
const LOCAL = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/;
const LATEST = Date.UTC(2100, 0, 1);

/** So many bytes are sent as one. */
const AT_ONCE = 1 << 20;

/** A hall of a hundred thousand tickets is sent as fast as it is taken. */
function inPieces(bytes: readonly Buffer[]): Buffer | Readable {
  return bytes.reduce((sum, { length }) => sum + length, 0) < AT_ONCE ? Buffer.concat(bytes) : Readable.from(bytes);
}

@Controller('api/v1/halls')
export class StateController {
  constructor(
    private readonly halls: Halls,
    private readonly access: Access,
    private readonly feeds: Feeds,
  ) {}

  @Get()
  @Public('anyone sees the public halls; of the others each sees those they may read')
  list(@Req() request: FastifyRequest): { halls: HallEntry[] } {
    const caller = this.access.caller(credentialsOfRequest(request));
    const seen = this.halls.all().filter((hall) => hall.settings.public || may(caller, 'hall.read', hall.id));
    return { halls: seen.map((hall) => hall.entry()) };
  }

  @Get(':hallId/state')
  @Public('anyone sees the wall of a public hall; every other hall takes hall.read')
  async state(@Param('hallId') hallId: string, @Query('at') at: string | undefined, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const audience = audienceOf(viewerOf(this.access, { hallId, hall: this.halls.get(hallId) }, credentialsOfRequest(request)));
    const hall = knownHall(this.halls, hallId);
    const answer = at === undefined ? inPieces(await this.feeds.of(hallId)!.state(audience)) : await this.past(hall, audience, at);
    await reply.type('application/json; charset=utf-8').send(answer);
  }

  private async past(hall: LiveHall, audience: Audience, at: string): Promise<StateAnswer> {
    const hallId = hall.id;
    const instant = Math.min(await this.instantOf(hallId, String(at)), hall.now()); // what is to come is nobody's past
    const rows = await this.halls.rowsAt(hallId, instant);
    return { ...hall.position(), at: formatInstant(instant), rows: rowsFor(audience, rows, (username) => this.access.people.staffNumber(username)) };
  }

  private async instantOf(hallId: string, text: string): Promise<number> {
    const local = LOCAL.test(text) && !Number.isNaN(parseInstant(`${text}:00Z`));
    const instant = local ? await this.halls.past(hallId).localInstant(text.slice(0, 10), text.slice(11)) : parseInstant(text);
    if (instant >= EARLIEST && instant < LATEST) return instant;
    const rule = 'it must be an RFC 3339 instant between 1970 and 2099, such as 2026-11-23T10:30:00%2B08:00, or a time by the clocks of the hall, such as 2026-11-23T10:30';
    throw new Problem(400, 'at', `at=${text.slice(0, 40)} was refused: ${rule}.`, { field: 'at' });
  }
}

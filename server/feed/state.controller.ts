/** The rows over HTTP: the halls a caller may see, and one hall as it stands or as it stood. */
import { Controller, Get, Param, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { HallEntry } from '../../shared/commands/hall.js';
import { formatInstant, parseInstant } from '../../shared/instant.js';
import type { StateAnswer } from '../../shared/rows/rows.js';
import { Access } from '../access/access.js';
import { may } from '../access/caller.js';
import { credentialsOfRequest } from '../access/credentials.js';
import { Public } from '../access/rules.js';
import { knownHall } from '../known-hall.js';
import { Halls } from '../live/halls.js';
import { Problem } from '../problem.js';
import { audienceOf, rowsFor, viewerOf } from './audience.js';

const EARLIEST = 0;
/** A time by the hall's own clocks. */
const LOCAL = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/;
const LATEST = Date.UTC(2100, 0, 1);

@Controller('api/v1/halls')
export class StateController {
  constructor(
    private readonly halls: Halls,
    private readonly access: Access,
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
  async state(@Param('hallId') hallId: string, @Query('at') at: string | undefined, @Req() request: FastifyRequest): Promise<StateAnswer> {
    const audience = audienceOf(viewerOf(this.access, { hallId, hall: this.halls.get(hallId) }, credentialsOfRequest(request)));
    const hall = knownHall(this.halls, hallId);
    const numberOf = (username: string) => this.access.people.staffNumber(username);
    if (at === undefined) {
      const snapshot = hall.snapshot();
      return { ...snapshot, rows: rowsFor(audience, snapshot.rows, numberOf) };
    }
    const instant = Math.min(await this.instantOf(hallId, String(at)), hall.now()); // what is to come is nobody's past
    const rows = await this.halls.rowsAt(hallId, instant);
    return { ...hall.position(), at: formatInstant(instant), rows: rowsFor(audience, rows, numberOf) };
  }

  private async instantOf(hallId: string, text: string): Promise<number> {
    const local = LOCAL.test(text) && !Number.isNaN(parseInstant(`${text}:00Z`));
    const instant = local ? await this.halls.past(hallId).localInstant(text.slice(0, 10), text.slice(11)) : parseInstant(text);
    if (instant >= EARLIEST && instant < LATEST) return instant;
    const rule = 'it must be an RFC 3339 instant between 1970 and 2099, such as 2026-11-23T10:30:00%2B08:00, or a time by the clocks of the hall, such as 2026-11-23T10:30';
    throw new Problem(400, 'at', `at=${text.slice(0, 40)} was refused: ${rule}.`, { field: 'at' });
  }
}

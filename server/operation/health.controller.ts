/** `/healthz`: the process answers. `/readyz`: every hall is folded up to now, and events are taken. For whoever restarts us. */
import { Controller, Get, Header } from '@nestjs/common';
import { Public } from '../access/rules.js';
import { Problem } from '../problem.js';
import { Readiness } from './readiness.js';
import { Watched } from './watched.js';

const STARTING_SECONDS = 1;
/** A drain lasts at most 5 s (contract §6); whoever comes after it reaches the next process. */
const DRAINING_SECONDS = 5;
const FULL_SECONDS = 5;

@Controller()
export class HealthController {
  constructor(
    private readonly readiness: Readiness,
    private readonly watched: Watched,
  ) {}

  @Get('healthz')
  @Public('probes have no key, and learn nothing')
  @Header('cache-control', 'no-store')
  alive(): { status: 'alive' } {
    return { status: 'alive' };
  }

  @Get('readyz')
  @Public('probes have no key, and learn how many halls there are')
  @Header('cache-control', 'no-store')
  ready(): { status: 'ready'; halls: number; quarantined: readonly string[] } {
    const { state } = this.readiness;
    if (state === 'starting') {
      throw new Problem(503, 'starting', 'The halls are still being folded up to now.', { retryAfterSeconds: STARTING_SECONDS });
    }
    if (state === 'draining') {
      throw new Problem(503, 'draining', 'The server was told to stop: what it has taken is being stored, nothing new is taken.', { retryAfterSeconds: DRAINING_SECONDS });
    }
    if (!this.readiness.storing()) {
      throw new Problem(503, 'notStored', 'What came last could not be stored: the disk is full, most likely. It is tried again with whatever comes next.', { retryAfterSeconds: FULL_SECONDS });
    }
    return { status: 'ready', halls: this.watched.halls().length, quarantined: this.watched.quarantined() };
  }
}

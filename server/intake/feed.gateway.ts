/** socket.io `/feed`: the same events as over HTTP, message `events`, and the same answer as its ack. */
import type { OnModuleDestroy } from '@nestjs/common';
import { ConnectedSocket, MessageBody, SubscribeMessage, WebSocketGateway, type OnGatewayInit } from '@nestjs/websockets';
import type { Namespace, Socket } from 'socket.io';
import type { IntakeAnswer } from '../../shared/events/cloud-event.js';
import { Access } from '../access/access.js';
import { demand, may, type Caller } from '../access/caller.js';
import { credentialsOfHandshake } from '../access/credentials.js';
import { Lobby } from '../access/lobby.js';
import { Demand } from '../access/rules.js';
import { Audit } from '../audit/audit.js';
import { comerOf } from '../audit/comer.js';
import { knownHall } from '../known-hall.js';
import { Halls } from '../live/halls.js';
import { Problem, problemBody } from '../problem.js';
import { demandFewEnough } from './post-events.js';
import { partsOf, postParts } from './post-parts.js';
import { problemOf } from './problem.filter.js';
import { Rates } from './rates.js';

/** `{hallId, events}`; a key of one hall need not name it. */
interface EventsMessage {
  hallId?: unknown;
  events?: unknown;
}

@WebSocketGateway({ namespace: '/feed' })
export class FeedGateway implements OnGatewayInit, OnModuleDestroy {
  private lobby: Lobby<Socket> | null = null;

  constructor(
    private readonly halls: Halls,
    private readonly access: Access,
    private readonly rates: Rates,
    private readonly audit: Audit,
  ) {}

  afterInit({ sockets }: Namespace): void {
    this.lobby = new Lobby(() => sockets.values(), ({ handshake }) => mayPost(this.access.caller(credentialsOfHandshake(handshake))));
  }

  onModuleDestroy(): void {
    this.lobby?.close();
  }

  @SubscribeMessage('events')
  @Demand('events.post')
  async events(@ConnectedSocket() socket: Socket, @MessageBody() message: unknown): Promise<IntakeAnswer | Record<string, unknown>> {
    try {
      const caller = this.access.caller(credentialsOfHandshake(socket.handshake));
      if (!caller) demand(caller, 'events.post', ''); // nobody we know: that is said before anything else
      const { hallId, events } = readMessage(message, socket.handshake.auth, caller?.hallIds?.[0] ?? null);
      const known = demand(caller, 'events.post', hallId);
      const hall = knownHall(this.halls, hallId);
      demandFewEnough(events.length);
      this.rates.take(known, events.length);
      return await postParts(hall, partsOf(events));
    } catch (error) {
      const problem = problemOf(error);
      if (problem.status === 401 || problem.status === 403) {
        void this.audit.write({ ...comerOf(socket, this.access), act: 'events.post', hallId: null, target: '/feed', status: problem.status });
      }
      return problemBody(problem);
    }
  }
}

/** In the hall of its key, or in every one. */
function mayPost(caller: Caller | null): boolean {
  return caller !== null && (caller.hallIds ?? [null]).some((hallId) => may(caller, 'events.post', hallId));
}

/** The events are an array, one event, or either under `events` beside the hall's id. */
function readMessage(message: unknown, auth: Record<string, unknown>, keyHallId: string | null): { hallId: string; events: unknown[] } {
  const wrapped = typeof message === 'object' && message !== null && 'events' in message ? (message as EventsMessage) : { events: message };
  const hallId = wrapped.hallId ?? auth['hallId'] ?? keyHallId;
  if (typeof hallId !== 'string' || hallId.length > 64) {
    throw new Problem(400, 'hallId', 'Which hall? Send {hallId, events: […]}, name hallId in the handshake, or come with the key of one hall.');
  }
  return { hallId, events: Array.isArray(wrapped.events) ? wrapped.events : [wrapped.events] };
}

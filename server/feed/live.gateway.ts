/** socket.io `/live`: a screen says hello for a hall and holds its rows from then on. A screen may ask for several halls. */
import type { OnModuleDestroy } from '@nestjs/common';
import { MessageBody, ConnectedSocket, SubscribeMessage, WebSocketGateway, type OnGatewayDisconnect, type OnGatewayInit } from '@nestjs/websockets';
import type { Namespace, Socket } from 'socket.io';
import { Hello, ScreenStatus, type Refused } from '../../shared/messages/messages.js';
import { Access } from '../access/access.js';
import { credentialsOfHandshake } from '../access/credentials.js';
import { Lobby } from '../access/lobby.js';
import { Public } from '../access/rules.js';
import { Audit } from '../audit/audit.js';
import { comerOf } from '../audit/comer.js';
import { Problem } from '../problem.js';
import { viewerOf } from './audience.js';
import { Feeds } from './feeds.js';
import { NAMESPACE, Screen } from './screen.js';

/** More hellos than this within the time, and they are refused: such a screen would ask for ever. */
const HELLOS = 30;
const WITHIN_MS = 10_000;
/** A screen says how it is once a minute; what comes sooner than this is not even read. */
const STATUS_MS = 5_000;

interface Visit {
  screens: Map<string, Screen>;
  since: number;
  hellos: number;
  /** When it last said how it is. */
  statusAt: number;
}

@WebSocketGateway({ namespace: NAMESPACE })
export class LiveGateway implements OnGatewayInit, OnGatewayDisconnect, OnModuleDestroy {
  private lobby: Lobby<Socket> | null = null;
  private readonly visits = new WeakMap<Socket, Visit>();

  constructor(
    private readonly feeds: Feeds,
    private readonly access: Access,
    private readonly audit: Audit,
  ) {}

  afterInit({ sockets }: Namespace): void {
    this.lobby = new Lobby(() => sockets.values(), (socket) => (this.visits.get(socket)?.screens.size ?? 0) > 0);
  }

  onModuleDestroy(): void {
    this.lobby?.close();
  }

  @SubscribeMessage('hello')
  @Public('anyone sees the wall of a public hall; every other hall takes hall.read')
  hello(@ConnectedSocket() socket: Socket, @MessageBody() message: unknown): void {
    const visit = this.visitOf(socket);
    const hellos = this.countHello(visit);
    // said once: who goes on asking is not answered, so that answers cannot pile up
    if (hellos === HELLOS + 1) refuse(socket, { code: 'badHello', message: 'hello was refused: it was said too often; wait ten seconds.' });
    if (hellos > HELLOS) return;
    const read = Hello.safeParse(message);
    if (!read.success) return refuse(socket, { code: 'badHello', message: badHello(read.error.issues[0]!) });
    const { hallId } = read.data;
    try {
      this.show({ socket, visit, hello: read.data });
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      void this.audit.write({ ...comerOf(socket, this.access), act: 'hall.read', hallId, target: NAMESPACE, status: error.status });
      refuse(socket, { code: error.status === 403 ? 'forbidden' : 'unauthorized', message: error.message });
    }
  }

  private show({ socket, visit, hello }: { socket: Socket; visit: Visit; hello: Hello }): void {
    const { hallId } = hello;
    const credentials = credentialsOfHandshake(socket.handshake);
    const feed = this.feeds.of(hallId);
    const broken = feed ? null : this.feeds.quarantine(hallId);
    if (broken) return refuse(socket, broken); // its settings cannot be read: whoever looks is told why they see nothing
    const viewer = viewerOf(this.access, { hallId, hall: feed?.hall }, credentials);
    if (!feed) return refuse(socket, { code: 'unknownHall', message: `There is no hall "${hallId}" here.` });
    const before = visit.screens.get(hello.hallId);
    if (before?.lagging) return; // it gets a snapshot once it has drained, and its ten seconds go on
    if (before) feed.leave(before);
    const screen = new Screen(socket, viewer, credentials);
    visit.screens.set(hello.hallId, screen);
    feed.join(screen, hello);
  }

  /** Kept for each hall that the socket shows; a socket that shows none, and what is no status, is passed over in silence. */
  @SubscribeMessage('status')
  @Public('heard from whoever was shown a hall, passed over from others')
  status(@ConnectedSocket() socket: Socket, @MessageBody() message: unknown): void {
    const [visit, now] = [this.visitOf(socket), this.feeds.now()];
    if (visit.screens.size === 0 || now - visit.statusAt < STATUS_MS) return;
    visit.statusAt = now;
    const read = ScreenStatus.safeParse(message);
    if (!read.success) return;
    for (const [hallId, { viewer }] of visit.screens) this.feeds.of(hallId)?.known.heard(read.data, { socket, who: viewer.name, now });
  }

  handleDisconnect(socket: Socket): void {
    for (const [hallId, screen] of this.visitOf(socket).screens) {
      const feed = this.feeds.of(hallId);
      feed?.leave(screen);
      feed?.known.left(socket, this.feeds.now());
    }
    this.visits.delete(socket);
  }

  /** How many hellos came within ten seconds, this one included. */
  private countHello(visit: Visit): number {
    const now = this.feeds.now();
    if (now - visit.since > WITHIN_MS) Object.assign(visit, { since: now, hellos: 0 });
    return ++visit.hellos;
  }

  private visitOf(socket: Socket): Visit {
    let visit = this.visits.get(socket);
    if (!visit) this.visits.set(socket, (visit = { screens: new Map(), since: -Infinity, hellos: 0, statusAt: -Infinity }));
    return visit;
  }
}

function badHello({ path, message }: { path: PropertyKey[]; message: string }): string {
  return `hello was refused: ${path.join('.')} ${message}`;
}

function refuse(socket: Socket, refusal: Refused): void {
  socket.emit('refused', refusal);
}

import { createServer, type IncomingMessage, type Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server } from 'socket.io';
import { WebSocketServer, type WebSocket } from 'ws';
import { serve } from '../child.js';

/**
 * Two bare broadcasters: a POST to a hall sends the bytes of a recorded delta to that hall's sockets, and a recorded beat goes
 * to all every second. No store, no state, no rights: what `ws`, and stock socket.io, cost alone. Asked by the row fanout.
 */
export interface BroadcastPlan {
  kind: 'ws' | 'socket.io';
  /** Texts of engine.io frames as our server sent them: `42/live,["delta",{…}]`. */
  delta: string;
  beat: string;
}

type Broadcast = (hallId: string, text: string) => void;

const EMPTY_ANSWER = Buffer.from('{}');
const BEAT_MS = 1000;

async function start(plan: BroadcastPlan): Promise<{ port: number }> {
  const http = createServer();
  const halls = new Set<string>();
  const broadcast = plan.kind === 'ws' ? bareWs(http, halls) : stockSocketIo(http, halls);
  http.on('request', (request, response) => {
    void readBody(request).then((body) => {
      const hallId = request.url?.split('/')[4] ?? '';
      broadcast(hallId, aboutTicket(plan.delta, body));
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': EMPTY_ANSWER.length }).end(EMPTY_ANSWER);
    });
  });
  setInterval(() => halls.forEach((hallId) => broadcast(hallId, plan.beat)), BEAT_MS);
  await new Promise<void>((resolve) => void http.listen(0, '127.0.0.1', resolve));
  return { port: (http.address() as AddressInfo).port };
}

/** The recorded delta, with the ticket that was posted in place of the recorded one: as many bytes as before. */
function aboutTicket(delta: string, body: Buffer): string {
  const at = body.indexOf('"k:');
  const place = delta.indexOf('"k:');
  if (at < 0 || place < 0) throw new Error('neither the post nor the recorded delta may lack a paced ticket');
  return delta.slice(0, place) + body.toString('latin1', at, at + 11) + delta.slice(place + 11);
}

function bareWs(http: HttpServer, halls: Set<string>): Broadcast {
  const sockets = new Map<string, Set<WebSocket>>();
  new WebSocketServer({ server: http, perMessageDeflate: false }).on('connection', (socket) => {
    socket.once('message', (hello: Buffer) => {
      const hallId = hello.toString();
      halls.add(hallId);
      const group = sockets.get(hallId) ?? new Set();
      sockets.set(hallId, group.add(socket));
      socket.once('close', () => group.delete(socket));
      socket.send('welcome');
    });
  });
  return (hallId, text) => {
    const bytes = Buffer.from(text);
    for (const socket of sockets.get(hallId) ?? []) socket.send(bytes, { binary: false });
  };
}

function stockSocketIo(http: HttpServer, halls: Set<string>): Broadcast {
  const live = new Server(http, { transports: ['websocket'] }).of('/live');
  live.on('connection', (socket) => {
    socket.once('hello', ({ hallId }: { hallId: string }) => {
      halls.add(hallId);
      void socket.join(hallId);
      socket.emit('snapshot', {});
    });
  });
  return (hallId, text) => {
    const [name, message] = JSON.parse(text.slice(text.indexOf('['))) as [string, unknown];
    live.to(hallId).emit(name, message);
  };
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

const handlers = { start };
export type BroadcastBaseline = typeof handlers;
serve(handlers);

/**
 * socket.io as a hall needs it: WebSocket only, no compression (it costs eight times the CPU of a delta), foreign pages refused
 * before a socket exists: `cors` does not stop a foreign page's WebSocket, `allowRequest` does. Whoever sends without
 * taking the answers, or will not let go, is torn off.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { INestApplicationContext } from '@nestjs/common';
import { IoAdapter } from '@nestjs/platform-socket.io';
import type { Server, ServerOptions, Socket } from 'socket.io';
import type { WebSocket } from 'ws';
import { headersFor } from './headers.js';

const MAX_MESSAGE = 4 * 1024 * 1024;
/** What is said anywhere but on /feed, where events come together, is a hello or a status. */
const MAX_OTHERS = 16 * 1024;
const EVENTS = '2/feed,';
/** Answers that wait for a client that goes on asking. */
const MAX_WAITING = 4 * 1024 * 1024;
/** A stalled client never answers our goodbye; the connection's own patience would be 30 s. */
const GOODBYE_MS = 2_000;

interface SocketOptions {
  origins: readonly string[];
  publicUrl: string | undefined;
  /** Told of each request from a foreign page. */
  refused: (request: IncomingMessage) => void;
}

export class SocketAdapter extends IoAdapter {
  constructor(
    app: INestApplicationContext,
    private readonly options: SocketOptions,
  ) {
    super(app);
  }

  override createIOServer(port: number, options?: ServerOptions): Server {
    const server = super.createIOServer(port, {
      ...options,
      transports: ['websocket'],
      allowUpgrades: false,
      serveClient: false,
      perMessageDeflate: false,
      httpCompression: false,
      connectTimeout: 5_000,
      pingInterval: 10_000,
      pingTimeout: 10_000,
      maxHttpBufferSize: MAX_MESSAGE,
      allowRequest: (request, answer) => {
        const allowed = isOwnPage(request, this.options.origins);
        if (!allowed) this.options.refused(request);
        answer(allowed ? null : 'this origin may not connect', allowed);
      },
    } as ServerOptions);
    server.engine.use((request: IncomingMessage, response: ServerResponse, next: () => void) => {
      for (const [name, value] of Object.entries(headersFor(request, this.options.publicUrl))) response.setHeader(name, value);
      next();
    });
    server.engine.on('connection', watch);
    return server;
  }
}

function watch(connection: Socket['conn']): void {
  const wire = (connection.transport as unknown as { socket: WebSocket }).socket;
  let waiting = 0;
  connection.on('packetCreate', ({ data }: { data?: unknown }) => {
    if (typeof data === 'string') waiting += data.length;
  });
  connection.on('flush', () => (waiting = 0));
  connection.on('packet', ({ data }: { data?: unknown }) => {
    // no message of the contract is binary, and a text of bytes would be stored four times as long as it came
    if (waiting > MAX_WAITING || (data !== undefined && (typeof data !== 'string' || isTooLong(data)))) {
      connection.close(true); // at once, so that this packet is not taken in either
      wire.terminate();
    }
  });
  connection.on('close', () => setTimeout(() => wire.terminate(), GOODBYE_MS).unref());
}

function isTooLong(message: string): boolean {
  return message.length > MAX_OTHERS && !message.startsWith(EVENTS);
}

/** Programs send no Origin. A page must come from this very host, or from one that the settings name. */
export function isOwnPage({ headers }: Pick<IncomingMessage, 'headers'>, origins: readonly string[]): boolean {
  const { origin, host } = headers;
  if (origin === undefined || origins.includes(origin)) return true;
  try {
    const page = new URL(origin);
    return /^https?:$/.test(page.protocol) && page.origin === origin && page.host === host;
  } catch {
    return false; // "null" and other things that are no origin
  }
}

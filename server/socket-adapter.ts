/**
 * socket.io as a hall needs it: WebSocket only, no compression (it costs eight times the CPU of a delta), foreign pages refused
 * before a socket exists: `cors` does not stop a foreign page's WebSocket, `allowRequest` does.
 */
import type { IncomingMessage } from 'node:http';
import type { INestApplicationContext } from '@nestjs/common';
import { IoAdapter } from '@nestjs/platform-socket.io';
import type { Server, ServerOptions } from 'socket.io';

const MAX_MESSAGE = 4 * 1024 * 1024;

export class SocketAdapter extends IoAdapter {
  constructor(
    app: INestApplicationContext,
    private readonly origins: readonly string[],
  ) {
    super(app);
  }

  override createIOServer(port: number, options?: ServerOptions): Server {
    return super.createIOServer(port, {
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
        const allowed = isOwnPage(request, this.origins);
        answer(allowed ? null : 'this origin may not connect', allowed);
      },
    } as ServerOptions) as Server;
  }
}

/** Programs send no Origin. A page must come from this very host, or from one that the settings name. */
export function isOwnPage({ headers }: Pick<IncomingMessage, 'headers'>, origins: readonly string[]): boolean {
  const { origin, host } = headers;
  if (origin === undefined || origins.includes(origin)) return true;
  try {
    return new URL(origin).host === host;
  } catch {
    return false; // "null" and other things that are no origin
  }
}

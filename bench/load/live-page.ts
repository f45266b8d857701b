import { createServer, type ServerResponse } from 'node:http';
import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { Server, type Socket } from 'socket.io';
import type { Beat, Delta, Snapshot } from '../../shared/messages/messages.js';

/**
 * The built pages and a live feed that says exactly what it is told, as fast as it is told: a hall's own server merges deltas
 * to four a second, and a day of them would take a day. Asked by the rows wall, tab and soak.
 */
export interface LivePage {
  readonly url: string;
  say(name: 'delta' | 'beat', body: Delta | Beat): void;
  stop(): Promise<void>;
}

const TYPES: Record<string, string> = { '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml', '.woff2': 'font/woff2', '.html': 'text/html; charset=utf-8' };

/** `more`: path → file of pages that are not among the built ones. */
export async function serveLivePage(pages: string, snapshot: () => Snapshot, more: Record<string, string> = {}): Promise<LivePage> {
  const http = createServer((request, response) => {
    const path = request.url?.split('?')[0] ?? '';
    void answer(more[path] ?? join(pages, path), pages, response);
  });
  const sockets = new Set<Socket>();
  const live = new Server(http, { transports: ['websocket'], perMessageDeflate: false }).of('/live');
  live.on('connection', (socket) => {
    socket.on('hello', () => {
      socket.emit('snapshot', snapshot());
      sockets.add(socket);
    });
    socket.on('disconnect', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => void http.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(http.address() as AddressInfo).port}`,
    say: (name, body) => sockets.forEach((socket) => socket.emit(name, body)),
    stop: async () => {
      live.disconnectSockets(true);
      http.closeAllConnections();
      await new Promise((resolve) => http.close(resolve));
    },
  };
}

async function answer(file: string, pages: string, response: ServerResponse): Promise<void> {
  const known = TYPES[extname(file)];
  const body = await readFile(known ? file : join(pages, 'index.html')).catch(() => null);
  if (body) response.writeHead(200, { 'content-type': known ?? TYPES['.html'] }).end(body);
  else response.writeHead(404).end();
}

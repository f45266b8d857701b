/**
 * One frame, many sockets. socket.io frames a room's packet once too, but walks its whole stack for every socket; here the
 * bytes of a message are made once and written to each connection. All that `/live` sends goes this way, so order holds.
 */
import type { Socket as TcpSocket } from 'node:net';
import type { Socket } from 'socket.io';
import * as ws from 'ws';

/** ws's own framing, which its types leave out. */
const { frame } = (ws as unknown as {
  Sender: { frame(this: void, data: Buffer, options: { fin: boolean; rsv1: boolean; opcode: number; mask: boolean; readOnly: boolean }): Buffer[] };
}).Sender;

const TEXT = 1;

/** The WebSocket frame of a socket.io event: engine.io message (4), socket.io event (2), its namespace, name and value. */
export function frameOf(namespace: string, name: string, json: string): Buffer {
  const packet = Buffer.from(`42${namespace},["${name}",${json}]`);
  return Buffer.concat(frame(packet, { fin: true, rsv1: false, opcode: TEXT, mask: false, readOnly: true }));
}

/** The TCP connection under a socket; null when it is closing or speaks another transport. */
export function connectionOf(socket: Socket): TcpSocket | null {
  const { transport } = socket.conn as unknown as { transport: { name: string; socket?: ws.WebSocket & { _socket: TcpSocket | null } } };
  if (transport.name !== 'websocket' || transport.socket?.readyState !== ws.WebSocket.OPEN) return null;
  return transport.socket._socket;
}

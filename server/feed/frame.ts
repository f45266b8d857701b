/**
 * One frame, many sockets. socket.io frames a room's packet once too, but walks its whole stack for every socket; here the
 * bytes of a message are made once and written to each connection. All that `/live` sends goes this way, so order holds.
 */
import type { Socket as TcpSocket } from 'node:net';
import type { Socket } from 'socket.io';
import { WebSocket } from 'ws';

/** A whole text message, as a server sends it: RFC 6455 §5.2. */
const FINAL_TEXT = 0x81;
const LENGTH_16 = 126;
const LENGTH_64 = 127;

/** The WebSocket frame of a socket.io event: engine.io message (4), socket.io event (2), its namespace, name and value. */
export function frameOf(namespace: string, name: string, json: string): Buffer {
  return Buffer.concat(framesOf(namespace, name, [Buffer.from(json)]));
}

/** The same, of a value whose text came in pieces. */
export function framesOf(namespace: string, name: string, json: readonly Buffer[]): Buffer[] {
  const packet = [Buffer.from(`42${namespace},["${name}",`), ...json, Buffer.from(']')];
  return [headOf(packet.reduce((sum, { length }) => sum + length, 0)), ...packet];
}

function headOf(length: number): Buffer {
  if (length < LENGTH_16) return Buffer.from([FINAL_TEXT, length]);
  const head = Buffer.alloc(length < 65_536 ? 4 : 10);
  head[0] = FINAL_TEXT;
  head[1] = head.length === 4 ? LENGTH_16 : LENGTH_64;
  if (head.length === 4) head.writeUInt16BE(length, 2);
  else head.writeBigUInt64BE(BigInt(length), 2);
  return head;
}

/** The TCP connection under a socket; null when it is closing or speaks another transport. */
export function connectionOf(socket: Socket): TcpSocket | null {
  const { transport } = socket.conn as unknown as { transport: { name: string; socket?: WebSocket & { _socket: TcpSocket | null } } };
  if (transport.name !== 'websocket' || transport.socket?.readyState !== WebSocket.OPEN) return null;
  return transport.socket._socket;
}

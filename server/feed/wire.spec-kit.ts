/** A client that speaks WebSocket by hand, so that it can do what no good client does: never read, never answer, lie about where it is from. */
import { randomBytes } from 'node:crypto';
import { connect, type Socket } from 'node:net';
import { until } from './watcher.spec-kit.js';

export class Wire {
  /** The first line of the server's answer to the handshake. */
  status = '';
  /** All that was read so far, frames and all. */
  heard = '';
  closed = false;

  private constructor(private readonly socket: Socket) {
    socket.on('data', (bytes: Buffer) => (this.heard += bytes.toString('latin1')));
    socket.on('close', () => (this.closed = true));
    socket.on('error', () => undefined); // torn off: `closed` says so
  }

  static async open(url: string, headers: Record<string, string> = {}): Promise<Wire> {
    const { port, host } = new URL(url);
    const socket = connect(Number(port), '127.0.0.1');
    const wire = new Wire(socket);
    const given = {
      Host: host, Upgrade: 'websocket', Connection: 'Upgrade', 'Sec-WebSocket-Version': '13',
      'Sec-WebSocket-Key': randomBytes(16).toString('base64'), ...headers,
    };
    const lines = Object.entries(given).map(([name, value]) => `${name}: ${value}\r\n`);
    socket.write(`GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\n${lines.join('')}\r\n`);
    await new Promise((fulfil) => socket.once('data', fulfil).once('close', fulfil));
    wire.status = wire.heard.split('\r\n')[0]!;
    return wire;
  }

  /** Enters a namespace, as every client does first. */
  async enter(namespace: string, auth: object = {}): Promise<void> {
    this.say(`40${namespace},${JSON.stringify(auth)}`);
    await until(() => this.heard.includes(`40${namespace},`));
  }

  /** From now on nothing is taken off the wire. */
  stopReading(): void {
    this.socket.pause();
  }

  /** Each text is a WebSocket message of its own. */
  say(...texts: string[]): void {
    this.socket.write(Buffer.concat(texts.map(frame)));
  }

  end(): void {
    this.socket.destroy();
  }
}

function frame(text: string): Buffer {
  const body = Buffer.from(text);
  const head = body.length < 126 ? Buffer.from([0x81, 0x80 | body.length]) : Buffer.from([0x81, 0x80 | 126, body.length >> 8, body.length & 255]);
  return Buffer.concat([head, Buffer.alloc(4), body]); // masked with zeros: as it stands
}

import { connect, type Socket } from 'node:net';

export interface Answer {
  status: number;
  body: string;
}

/**
 * One keep-alive HTTP/1.1 connection that sends ready-made requests and reads answers of a known length, and nothing more:
 * the load shares two cores with the server, so each microsecond it saves is one the server can be measured in.
 */
export class Lane {
  private read: Buffer = Buffer.alloc(0);
  private waiting: { resolve: (answer: Answer) => void; reject: (error: Error) => void } | undefined;

  private constructor(private readonly socket: Socket) {
    socket.setNoDelay(true);
    socket.on('data', (chunk: Buffer) => this.take(chunk));
    socket.on('close', () => this.fail(new Error('the server closed a connection of the load')));
    socket.on('error', (error) => this.fail(error));
  }

  static open(port: number): Promise<Lane> {
    return new Promise((resolve, reject) => {
      const socket = connect(port, '127.0.0.1', () => resolve(new Lane(socket)));
      socket.once('error', reject);
    });
  }

  /** Sends one request; the next may only follow after its answer. */
  ask(request: Buffer): Promise<Answer> {
    return new Promise((resolve, reject) => {
      if (this.socket.destroyed) return reject(new Error('the server closed an idle connection of the load'));
      this.waiting = { resolve, reject };
      this.socket.write(request);
    });
  }

  close(): void {
    this.waiting = undefined;
    this.socket.destroy();
  }

  private take(chunk: Buffer): void {
    this.read = this.read.length ? Buffer.concat([this.read, chunk]) : chunk;
    const end = this.read.indexOf('\r\n\r\n');
    if (end < 0) return;
    const head = this.read.toString('latin1', 0, end);
    const status = Number(head.slice(9, 12));
    const length = /content-length: *(\d+)/i.exec(head)?.[1] ?? (status === 204 ? '0' : undefined);
    if (length === undefined) return this.fail(new Error(`an answer without content-length:\n${head}`));
    const whole = end + 4 + Number(length);
    if (this.read.length < whole) return;
    const body = this.read.toString('utf8', end + 4, whole);
    this.read = this.read.subarray(whole);
    const waiting = this.waiting;
    this.waiting = undefined;
    waiting?.resolve({ status, body });
  }

  private fail(error: Error): void {
    this.waiting?.reject(error);
    this.waiting = undefined;
  }
}

export interface Target {
  port: number;
  path: string;
  token: string;
  contentType: string;
}

/** The bytes of one POST. */
export function requestBytes(target: Target, body: string): Buffer {
  const head = [
    `POST ${target.path} HTTP/1.1`,
    `Host: 127.0.0.1:${target.port}`,
    `Authorization: Bearer ${target.token}`,
    `Content-Type: ${target.contentType}`,
    `Content-Length: ${Buffer.byteLength(body)}`,
  ];
  return Buffer.from(`${head.join('\r\n')}\r\n\r\n${body}`);
}

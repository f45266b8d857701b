/** Receivers of messages for specs: an HTTP server that behaves as badly as it is told, and a real SMTP server. */
import { createServer, type IncomingHttpHeaders, type Server as HttpServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

export interface Received {
  path: string;
  headers: IncomingHttpHeaders;
  body: string;
}

export type Manner = (response: ServerResponse) => void;

/** Answers so and no more. */
export const answer = (status: number, headers: Record<string, string> = {}, body = ''): Manner => (response) => response.writeHead(status, headers).end(body);
export const fine = answer(200, { 'content-type': 'application/json' }, '{"errcode":0}');

export class Receiver {
  readonly received: Received[] = [];
  /** The bodies as they came. */
  readonly bytes: Buffer[] = [];
  manner: Manner = fine;
  private waiting: { count: number; fulfil: () => void }[] = [];

  private constructor(private readonly server: HttpServer) {
    server.on('request', (request, response) => {
      const parts: Buffer[] = [];
      request.on('data', (part: Buffer) => parts.push(part));
      request.on('end', () => {
        this.bytes.push(Buffer.concat(parts));
        this.received.push({ path: request.url!, headers: request.headers, body: Buffer.concat(parts).toString() });
        this.manner(response);
        this.waiting = this.waiting.filter(({ count, fulfil }) => this.received.length < count || void fulfil());
      });
    });
  }

  static async open(): Promise<Receiver> {
    const server = createServer();
    await new Promise<void>((fulfil) => server.listen(0, '127.0.0.1', fulfil));
    return new Receiver(server);
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** Fulfils when so many messages have come in all. */
  has(count: number): Promise<void> {
    if (this.received.length >= count) return Promise.resolve();
    return new Promise((fulfil) => this.waiting.push({ count, fulfil }));
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((fulfil) => this.server.close(fulfil));
  }
}

export class MailBox {
  readonly mails: { to: string[]; text: string }[] = [];
  readonly users: string[] = [];

  private constructor(private readonly server: SMTPServer) {}

  static async open(): Promise<MailBox> {
    const server = new SMTPServer({
      authOptional: true, disabledCommands: ['STARTTLS'], logger: false, allowInsecureAuth: true,
      onAuth: ({ username, password }, _session, done) => {
        box.users.push(username ?? '');
        if (password === 'right') done(null, { user: username });
        else done(new Error('no such password'));
      },
      onData: (stream, { envelope }, done) => {
        const parts: Buffer[] = [];
        stream.on('data', (part: Buffer) => parts.push(part));
        stream.on('end', () => {
          box.mails.push({ to: envelope.rcptTo.map(({ address }) => address), text: Buffer.concat(parts).toString() });
          done();
        });
      },
    });
    server.on('error', () => undefined); // a sender that hangs up is no failure of the spec
    const box = new MailBox(server);
    await new Promise<void>((fulfil) => server.listen(0, '127.0.0.1', fulfil));
    return box;
  }

  get port(): number {
    return (this.server.server.address() as AddressInfo).port;
  }

  close(): Promise<void> {
    return new Promise((fulfil) => this.server.close(fulfil));
  }
}

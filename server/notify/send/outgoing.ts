/**
 * The one way out of the house over HTTP: the address is resolved, checked and connected to in one step, so that no name can
 * change its mind in between; redirects are not followed, an answer is read to 64 KB, and after ten seconds all is cut off.
 */
import { lookup } from 'node:dns/promises';
import { request as httpRequest, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isIP } from 'node:net';
import { isAllowed } from './addresses.js';
import { SendError } from './send-error.js';

const TIMEOUT_MS = 10_000;
const READ_BYTES = 64 * 1024;
/** The ports of https; the URL leaves the first away. */
const PORTS = ['', '8443'];

export interface OutgoingOptions {
  allowPrivate: boolean;
  timeoutMs?: number;
  /** Every address of a host. */
  resolve?: (host: string) => Promise<string[]>;
}

export interface Answer {
  status: number;
  headers: IncomingMessage['headers'];
  text: string;
}

export interface Message {
  headers: Record<string, string | number>;
  body: string | Buffer;
}

export class Outgoing {
  readonly timeoutMs: number;
  private readonly resolve: (host: string) => Promise<string[]>;

  constructor(private readonly options: OutgoingOptions) {
    this.timeoutMs = options.timeoutMs ?? TIMEOUT_MS;
    this.resolve = options.resolve ?? resolveHost;
  }

  /** The checked address of a host; a `SendError` where one of its addresses is not to be reached. */
  async addressOf(host: string): Promise<string> {
    const bare = host.replace(/^\[|\]$/g, '');
    const addresses = isIP(bare) ? [bare] : await this.resolve(bare);
    const refused = addresses.find((address) => !isAllowed(address, this.options.allowPrivate));
    if (refused !== undefined) {
      const advice = isAllowed(refused, true) ? '; HALLBOARD_NOTIFY_PRIVATE=on allows private networks' : '';
      throw new SendError(`${host} leads to ${refused}, which is no public address${advice}`);
    }
    if (addresses.length === 0) throw new SendError(`${host} has no address`);
    return addresses[0]!;
  }

  /** Posts, and answers whatever 2xx came; everything else is a `SendError`. */
  async post(address: string, message: Message): Promise<Answer> {
    const url = new URL(address);
    if (url.username !== '' || url.password !== '') throw new SendError('an address with credentials in it is not used');
    if (!this.options.allowPrivate && !(url.protocol === 'https:' && PORTS.includes(url.port))) {
      throw new SendError('only https on port 443 or 8443 is used; HALLBOARD_NOTIFY_PRIVATE=on allows http and other ports');
    }
    const signal = AbortSignal.timeout(this.timeoutMs);
    // Node forgets a request that is answered by 101: without a limit of our own it would never end
    const talk = this.addressOf(url.hostname).then((host) => exchange(url, message, { host, signal }));
    const answer = await Promise.race([talk, aborted(signal)]).catch((error: Error) => {
      throw errorOf(error, signal);
    });
    return demandSuccess(answer);
  }
}

function exchange(url: URL, { headers, body }: Message, { host, signal }: { host: string; signal: AbortSignal }): Promise<Answer> {
  const secure = url.protocol === 'https:';
  const options: RequestOptions & { servername?: string } = {
    method: 'POST', host, port: url.port || (secure ? 443 : 80), path: `${url.pathname}${url.search}`, signal, agent: false,
    headers: { host: url.host, 'user-agent': 'Hallboard', 'content-length': Buffer.byteLength(body), ...headers },
    ...(secure && !isIP(url.hostname.replace(/^\[|\]$/g, '')) ? { servername: url.hostname } : {}),
  };
  return new Promise((fulfil, reject) => {
    const request = (secure ? httpsRequest : httpRequest)(options, (response) => {
      const parts: Buffer[] = [];
      let size = 0;
      const finish = () => fulfil({ status: response.statusCode!, headers: response.headers, text: Buffer.concat(parts).toString() });
      response.on('data', (part: Buffer) => {
        parts.push(part);
        size += part.length;
        if (size < READ_BYTES) return;
        finish();
        response.destroy();
      });
      response.on('end', finish);
      response.on('error', reject);
    });
    request.on('error', reject);
    request.end(body);
  });
}

function demandSuccess(answer: Answer): Answer {
  const { status, headers } = answer;
  if (status >= 200 && status < 300) return answer;
  if (status >= 300 && status < 400) throw new SendError(`it answered ${status}, and redirects are not followed: give the address that it leads to`);
  throw new SendError(`it answered ${status}`, { status, retryAfter: headers['retry-after'] });
}

export function errorOf(error: Error, signal: AbortSignal): SendError {
  if (error instanceof SendError) return error;
  return new SendError(signal.aborted ? 'no answer in time' : error.message, { cause: error });
}

export function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true }));
}

async function resolveHost(host: string): Promise<string[]> {
  return (await lookup(host, { all: true })).map(({ address }) => address);
}

/** Receivers that behave badly, each in one way, and what must come of a message to them. */
import type { ServerResponse } from 'node:http';
import { answer, Receiver, type Manner } from '../../../server/notify/receiver.spec-kit.js';

/** `dead`: given up after a day of tries; `off`: the channel is off at once; `sent`: taken, though the receiver is odd. */
export type Fate = 'dead' | 'off' | 'sent';

interface Mode {
  fate: Fate;
  manner: Manner;
  /** Where the message is sent, of the receiver's own address. */
  address?: (url: string) => string;
}

const RETRY_AFTER_SECONDS = 1_800;
export const retryAfterMs = RETRY_AFTER_SECONDS * 1000;

function babble(response: ServerResponse): void {
  const part = Buffer.alloc(16 * 1024, 'x');
  const more = () => {
    while (!response.destroyed && response.write(part));
    if (!response.destroyed) response.once('drain', more);
  };
  response.writeHead(200);
  more();
}

export const modes: Record<string, Mode> = {
  slow: { fate: 'dead', manner: (response) => void setTimeout(() => answer(200)(response), 2_000).unref() },
  'answers 500': { fate: 'dead', manner: answer(500) },
  hangs: { fate: 'dead', manner: () => undefined },
  resets: { fate: 'dead', manner: (response) => void response.socket?.resetAndDestroy() },
  'is gone (410)': { fate: 'off', manner: answer(410) },
  redirects: { fate: 'dead', manner: answer(302, { location: 'http://127.0.0.1:1/' }) },
  'lies about its length': {
    fate: 'dead',
    manner: (response) => {
      response.writeHead(200, { 'content-length': '1000' }).write('x');
      response.socket?.end();
    },
  },
  'closes early': { fate: 'dead', manner: (response) => void response.socket?.end() },
  'asks for time (429)': { fate: 'dead', manner: answer(429, { 'retry-after': String(RETRY_AFTER_SECONDS) }) },
  'answers without end': { fate: 'sent', manner: babble },
  'speaks no TLS': { fate: 'dead', manner: answer(200), address: (url) => url.replace('http:', 'https:') },
  'refuses connections': { fate: 'dead', manner: answer(200), address: () => 'http://127.0.0.1:1' },
  'answers and resets': { fate: 'sent', manner: answersAndResets() },
};

/** Once; whoever did not get to read the answer is answered at the next try. */
function answersAndResets(): Manner {
  let once = false;
  return (response) => {
    if (once) return answer(200)(response);
    once = true;
    const { socket } = response;
    response.writeHead(200).end('taken', () => socket?.resetAndDestroy());
  };
}

export class HostileReceivers {
  private constructor(readonly byMode: ReadonlyMap<string, Receiver>) {}

  static async open(): Promise<HostileReceivers> {
    const opened = Object.entries(modes).map(async ([name, { manner }]) => {
      const receiver = await Receiver.open();
      receiver.manner = manner;
      return [name, receiver] as const;
    });
    return new HostileReceivers(new Map(await Promise.all(opened)));
  }

  address(mode: string): string {
    const { url } = this.byMode.get(mode)!;
    return modes[mode]!.address?.(url) ?? url;
  }

  async close(): Promise<void> {
    await Promise.all([...this.byMode.values()].map((receiver) => receiver.close()));
  }
}

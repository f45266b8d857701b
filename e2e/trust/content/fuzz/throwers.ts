/** They throw malformed input at a server and tell what came back wrong: an answer of 5xx, or none at all. */
import { once } from 'node:events';
import { connect } from 'node:net';
import { WebSocket } from 'ws';
import { grownBody, type Sent } from './bodies.js';
import type { Dice } from './dice.js';
import { grownRequest } from './http-requests.js';
import { grownPacket } from './packets.js';

const LANES = 8;
/** Longer than any limit of the server's own, and far longer than an answer takes. */
const PATIENCE_MS = 60_000;
const FAILURE = /^HTTP\/1\.1 5\d\d [^]*/m;

export interface Thrown {
  cases: number;
  wrong: string[];
}

/** So many in all from several lanes, or as many as fit. */
export async function inLanes({ wanted, withinMs, of = 1 }: { wanted: number; withinMs: number; of?: number }, one: () => Promise<string | null>): Promise<Thrown> {
  const end = performance.now() + withinMs;
  const thrown: Thrown = { cases: 0, wrong: [] };
  const lane = async () => {
    while (thrown.cases < wanted && performance.now() < end && thrown.wrong.length < 20) {
      thrown.cases += of;
      const wrong = await one();
      if (wrong !== null) thrown.wrong.push(wrong);
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  return thrown;
}

/** Sends the bytes and says no more: whatever was begun ends there. What was wrong with the answer, or null. */
export function throwBytes(url: string, bytes: Buffer): Promise<string | null> {
  return new Promise((fulfil) => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    const said: Buffer[] = [];
    const tell = (why: string) => `${why}: ${JSON.stringify(bytes.toString('latin1').slice(0, 300))}`;
    socket.setTimeout(PATIENCE_MS, () => {
      fulfil(tell('it was never ended'));
      socket.destroy();
    });
    socket.on('data', (part) => said.push(part));
    socket.on('error', () => undefined); // reset, as it may be; the close comes next
    socket.on('close', () => {
      const failure = FAILURE.exec(Buffer.concat(said).toString('latin1'));
      fulfil(failure ? tell(failure[0].slice(0, 200)) : null);
    });
    socket.end(bytes);
  });
}

export const throwRequest = (url: string, dice: Dice): Promise<string | null> => throwBytes(url, grownRequest(dice));

export async function throwBody(url: string, key: string, dice: Dice): Promise<string | null> {
  const sent: Sent = grownBody(dice);
  const { method, path, type, body } = sent;
  const answer = await fetch(`${url}/api/v1/${path}`, { method, headers: { authorization: `Bearer ${key}`, 'content-type': type }, body: new Uint8Array(body) });
  const text = await answer.text();
  return answer.status >= 500 ? `${answer.status} to ${method} ${path} ${type} ${JSON.stringify(body.toString().slice(0, 300))}: ${text.slice(0, 200)}` : null;
}

/** Opens a socket, says all of it, and waits for an answer to its ping or for the end. */
export async function throwPackets(url: string, packets: readonly (string | Buffer)[]): Promise<string | null> {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`);
  socket.on('error', () => undefined);
  await Promise.race([once(socket, 'open'), once(socket, 'close')]);
  for (const packet of ['40/live,', '40/feed,', ...packets]) if (socket.readyState === WebSocket.OPEN) socket.send(packet);
  if (socket.readyState === WebSocket.OPEN) {
    socket.ping();
    const patience = AbortSignal.timeout(PATIENCE_MS);
    const ended = await Promise.race([once(socket, 'pong', { signal: patience }), once(socket, 'close', { signal: patience })]).then(() => true, () => false);
    if (!ended) return `neither answered nor closed after ${JSON.stringify(packets).slice(0, 300)}`;
  }
  socket.terminate();
  return null;
}

export const PACKETS = 10;
export const throwGrown = (url: string, dice: Dice): Promise<string | null> => throwPackets(url, Array.from({ length: PACKETS }, () => grownPacket(dice)));

/** What a loud hall does: in a thread of its own, so that what it is sent is not read by whoever measures the other. */
import { setTimeout as wait } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { io } from 'socket.io-client';
import { issued } from './issued.js';

export interface Loud {
  url: string;
  key: string;
  does: keyof typeof floods;
}

const PER_SECOND = 10;
const BATCH = 'application/cloudevents-batch+json';
const { url, key, does } = workerData as Loud;

const good = (events: number) => Array.from({ length: events }, () => issued('loud'));
const headers = { authorization: `Bearer ${key}` };
async function post(body: string, type = BATCH): Promise<void> {
  await (await fetch(`${url}/api/v1/halls/loud/events`, { method: 'POST', headers: { ...headers, 'content-type': type }, body })).arrayBuffer();
}

const floods = {
  '1,000 bad events a second': () => post(JSON.stringify(good(100).map((event) => ({ ...event, type: 'ticket.isued' })))),
  'bodies that are no JSON, half a megabyte each': () => post(`[${'{"a":'.repeat(100_000)}`),
  'batches of 10,000 events': () => post(JSON.stringify(good(10_000))),
  'NDJSON streams of 20,000 lines': () => post(good(20_000).map((event) => JSON.stringify(event)).join('\n'), 'application/x-ndjson'),
  '200 sockets that come and go': async () => {
    const sockets = Array.from({ length: 200 / PER_SECOND }, () => io(`${url}/live`, { transports: ['websocket'], forceNew: true, reconnection: false, auth: { key } }));
    for (const socket of sockets) socket.emit('hello', { hallId: 'loud', protocol: 1 });
    await wait(1000 / PER_SECOND);
    for (const socket of sockets) socket.close();
  },
  'its whole journal read again and again': async () => {
    await (await fetch(`${url}/api/v1/halls/loud/journal`, { headers })).arrayBuffer();
  },
};

let goOn = true;
parentPort!.once('message', () => (goOn = false));
while (goOn) await Promise.all([floods[does]().catch(() => undefined), wait(1000 / PER_SECOND)]);

import type { ChildProcess } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import { clockMs, sleep } from './stats.js';

/** A port of 127.0.0.1 that nobody uses just now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}

/** Asks the address every few milliseconds until it answers 200; how long that took, in ms. */
export async function waitFor(url: string, of: { child: ChildProcess; withinMs: number }): Promise<number> {
  const begin = clockMs();
  while (clockMs() - begin < of.withinMs) {
    if (of.child.exitCode !== null) throw new Error(`the process behind ${url} ended with code ${of.child.exitCode} before it answered`);
    const status = await fetch(url).then((answer) => answer.body?.cancel().then(() => answer.status), () => 0);
    if (status === 200) return clockMs() - begin;
    await sleep(10);
  }
  throw new Error(`${url} did not answer 200 within ${of.withinMs} ms`);
}

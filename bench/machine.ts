import { createRequire } from 'node:module';
import { cpus, release, totalmem, type } from 'node:os';
import { sleep, sum } from './stats.js';

const load = createRequire(import.meta.url);
const versionOf = (name: string): string => `${name} ${(load(`${name}/package.json`) as { version: string }).version}`;

/** The part of the machine's CPU that others use just now, with nothing of the bench at work: above 0.1 or so the figures are worth little. */
export async function othersShare(): Promise<number> {
  const before = cpuTimes();
  await sleep(1500);
  const after = cpuTimes();
  return (after.busy - before.busy) / (after.all - before.all);
}

function cpuTimes(): { busy: number; all: number } {
  const times = cpus().map(({ times: t }) => ({ busy: t.user + t.nice + t.sys + t.irq, idle: t.idle }));
  const busy = sum(times.map((one) => one.busy));
  return { busy, all: busy + sum(times.map((one) => one.idle)) };
}

/** When, on what, with which versions: one line above each table of results.md. */
export function circumstances(others: number): string {
  const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'unknown CPU'}, ${Math.round(totalmem() / 2 ** 30)} GiB, ${type()} ${release()}`;
  const versions = [`Node ${process.versions.node}`, ...['better-sqlite3', 'fastify', 'socket.io', 'ws'].map(versionOf)].join(', ');
  const date = new Date().toISOString().slice(0, 16).replace('T', ' ');
  return `${date} UTC · ${machine} · ${versions} · loopback; others used ${Math.round(others * 100)} % of the CPU just before; ours and baseline in turn, in one run`;
}

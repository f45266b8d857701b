import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stopProcess } from '../child.js';
import { freePort, waitFor } from '../net.js';

/**
 * Prometheus and Alertmanager as Debian packages them, set to be as quick as they can: a scrape and an evaluation a second, no
 * waiting for a group. Tickets are metrics that say since when they wait; an alert is a webhook. Unpacked into a folder of their
 * own (kept between runs), without root; where that is not possible the bench says so and leaves the row out.
 */
export interface AlertedByThem {
  ticketId: string;
  arrivedAt: number;
}

export interface Alertmanager {
  /** Scraped from now on: epoch ms since when each ticket waits. */
  watch(waits: { ticketId: string; issuedAt: number }[]): void;
  readonly alerts: AlertedByThem[];
  readonly versions: string;
  stop(): Promise<void>;
}

const PACKAGES = ['prometheus', 'prometheus-alertmanager'];
const FOLDER = join(tmpdir(), 'hallboard-bench-alertmanager');
const BIN = join(FOLDER, 'root/usr/bin');

/** Where the programs lie, unpacked where needed; undefined, and why, when they cannot be had. */
export function unpackAlertmanager(say: (line: string) => void): string | undefined {
  if (PACKAGES.every((name) => existsSync(join(BIN, name)))) return BIN;
  mkdirSync(FOLDER, { recursive: true });
  say(`fetching ${PACKAGES.join(' and ')} …`);
  const fetched = spawnSync('apt-get', ['download', ...PACKAGES], { cwd: FOLDER, encoding: 'utf8', timeout: 120_000 });
  for (const deb of fetched.status === 0 ? readdirSync(FOLDER).filter((file) => file.endsWith('.deb')) : []) {
    spawnSync('dpkg-deb', ['-x', deb, 'root'], { cwd: FOLDER, timeout: 60_000 });
  }
  if (PACKAGES.every((name) => existsSync(join(BIN, name)))) return BIN;
  say(`!!! Prometheus and Alertmanager could not be fetched:\n${fetched.stderr ?? String(fetched.error)}`);
  return undefined;
}

export async function startAlertmanager(bin: string, folder: string, limitMs: number): Promise<Alertmanager> {
  const data = join(folder, 'alertmanager');
  mkdirSync(data, { recursive: true });
  const [alerts, waits]: [AlertedByThem[], { ticketId: string; issuedAt: number }[]] = [[], []];
  const exporter = await listen(() => waits.map(({ ticketId, issuedAt }) => `ticket_waiting_since_seconds{ticket="${ticketId}"} ${issuedAt / 1000}\n`).join(''));
  const hook = await listen((_request, body) => {
    const arrivedAt = performance.timeOrigin + performance.now();
    const { alerts: told } = JSON.parse(body) as { alerts: { status: string; labels: { ticket: string } }[] };
    for (const { status, labels } of told) if (status === 'firing') alerts.push({ ticketId: labels.ticket, arrivedAt });
    return '';
  });
  const [port, managerPort] = [await freePort(), await freePort()];
  write(data, { exporter: portOf(exporter), hook: portOf(hook), manager: managerPort, limitMs });
  // Debian's Alertmanager reads its templates from /usr/share: they are laid over it, for these processes alone
  const laid = 'mount -t overlay overlay -o "lowerdir=$0/../share:/usr/share" /usr/share && exec "$0/$@"';
  const run = (name: string, args: string[]): ChildProcess => spawn('unshare', ['-rm', 'sh', '-c', laid, bin, name, ...args], { cwd: data, stdio: 'ignore' });
  const manager = run('prometheus-alertmanager', ['--config.file=alertmanager.yml', '--storage.path=manager', `--web.listen-address=127.0.0.1:${managerPort}`, '--cluster.listen-address=']);
  const prometheus = run('prometheus', ['--config.file=prometheus.yml', '--storage.tsdb.path=tsdb', `--web.listen-address=127.0.0.1:${port}`]);
  await waitFor(`http://127.0.0.1:${managerPort}/-/ready`, { child: manager, withinMs: 30_000 });
  await waitFor(`http://127.0.0.1:${port}/-/ready`, { child: prometheus, withinMs: 30_000 });
  return {
    alerts,
    versions: PACKAGES.map((name) => versionOf(join(bin, name))).join(', '),
    watch: (more) => void waits.push(...more),
    async stop() {
      await Promise.all([prometheus, manager].map((child) => stopProcess(child, 'SIGTERM')));
      for (const server of [exporter, hook]) server.close();
    },
  };
}

function write(data: string, { exporter, hook, manager, limitMs }: { exporter: number; hook: number; manager: number; limitMs: number }): void {
  const quick = '1s';
  writeFileSync(join(data, 'prometheus.yml'), JSON.stringify({
    global: { scrape_interval: quick, evaluation_interval: quick },
    rule_files: ['rules.yml'],
    scrape_configs: [{ job_name: 'hall', static_configs: [{ targets: [`127.0.0.1:${exporter}`] }] }],
    alerting: { alertmanagers: [{ static_configs: [{ targets: [`127.0.0.1:${manager}`] }] }] },
  }));
  const rule = { alert: 'Wait', expr: `time() - ticket_waiting_since_seconds >= ${limitMs / 1000}` };
  writeFileSync(join(data, 'rules.yml'), JSON.stringify({ groups: [{ name: 'waits', rules: [rule] }] }));
  writeFileSync(join(data, 'alertmanager.yml'), JSON.stringify({
    route: { receiver: 'hook', group_by: ['ticket'], group_wait: '0s', group_interval: quick, repeat_interval: '1h' },
    receivers: [{ name: 'hook', webhook_configs: [{ url: `http://127.0.0.1:${hook}/`, send_resolved: false }] }],
  }));
}

function versionOf(program: string): string {
  const { stdout, stderr } = spawnSync(program, ['--version'], { encoding: 'utf8' });
  return /^\S+, version \S+/.exec(stdout || stderr)?.[0].replace(', version', '') ?? program;
}

function listen(answer: (request: IncomingMessage, body: string) => string): Promise<Server> {
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (chunk: string) => (body += chunk)).on('end', () => response.setHeader('content-type', 'text/plain; version=0.0.4').end(answer(request, body)));
  });
  return new Promise((fulfil) => server.listen(0, '127.0.0.1', () => fulfil(server)));
}

const portOf = (server: Server): number => (server.address() as AddressInfo).port;

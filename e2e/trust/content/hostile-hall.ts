/** Halls whose every text somebody means ill with: names, numbers, remarks, reasons, and what devices say. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PutHall } from '../../../server/intake/sources/hall-api.js';
import { day } from '../../../server/domain/golden/day-builder.js';
import { RunningHall } from '../../hall-day/running-hall.js';

const PASSWORD = 'four words of my own';
const DAY_MS = 86_400_000;
const LOCAL_MS = 8 * 3_600_000;

export class HostileHall {
  private constructor(
    private readonly hall: RunningHall,
    private readonly texts: readonly string[],
    readonly yesterday: string,
  ) {}

  static async start(texts: readonly string[]): Promise<HostileHall> {
    const yesterday = new Date(Date.now() + LOCAL_MS - DAY_MS).toISOString().slice(0, 10);
    const hall = await RunningHall.start('all', hostileSettings(texts), { adminPassword: PASSWORD });
    await hall.post(day(yesterday).at('09:00').open('C0').at('10:00').issue('T1', { service: 'S0', number: texts[0]! }).at('10:05').call('T1', 'C0').start('T1', 'C0').at('10:12').end('T1', 'C0').at('17:00').close('C0').events());
    await (await hall.stop())(); // what was missed is told on start
    const hostile = new HostileHall(hall, texts, yesterday);
    await hostile.setUp();
    return hostile;
  }

  get url(): string {
    return this.hall.url;
  }

  end(): Promise<void> {
    return this.hall.end();
  }

  /** A request as the operator; its answer must be fine. */
  async ask(method: string, path: string, body?: unknown): Promise<unknown> {
    const key = (await readFile(join(this.hall.data, 'operator.key'), 'utf8')).trim();
    const headers = { authorization: `Bearer ${key}`, ...(body === undefined ? {} : { 'content-type': 'application/json' }) };
    const answer = await fetch(`${this.url}/api/v1/${path}`, { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${text}`);
    return text === '' ? null : JSON.parse(text);
  }

  /** The cookie of the administrator, for a browser. */
  async cookie(): Promise<{ name: string; value: string; url: string }> {
    const answer = await fetch(`${this.url}/api/v1/session`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ username: 'admin', password: PASSWORD }) });
    const [name, value] = answer.headers.get('set-cookie')!.split(';')[0]!.split('=') as [string, string];
    return { name, value, url: this.url };
  }

  private async setUp(): Promise<void> {
    const { texts } = this;
    for (let part = 0; part < 4; part++) await this.ask('PUT', `halls/part${part}`, hostileSettings(texts.slice(part * 50, part * 50 + 50)));
    for (const [index, name] of texts.entries()) await this.ask('PUT', `halls/named${index}`, { name, public: true });
    await this.ask('PUT', 'halls/all/standard', {
      name: texts[1], source: texts[2],
      clauses: [{ id: 'bad', kind: 'rating.bad', limit: 3, source: texts[0] }, ...texts.slice(1).map((source, index) => ({ id: `wait${index}`, kind: 'ticket.wait', breachAfter: 'PT20M', source }))],
    });
    for (let part = 0; part < 4; part++) await this.live(`part${part}`, texts.slice(part * 50, part * 50 + 50));
    await this.live('all', texts);
    await this.records();
  }

  /** What devices say of a morning. */
  private async live(hallId: string, texts: readonly string[]): Promise<void> {
    let id = 0;
    const event = (type: string, data: object) => ({ specversion: '1.0', id: `${hallId}-${++id}`, source: '/kiosk/1', type, time: new Date().toISOString(), data });
    const events = texts.flatMap((text, index) => [
      event('ticket.issued', { ticketId: `t${index}`, number: text.slice(0, 200), serviceId: `S${index}`, customerClass: text.slice(0, 64), channel: text.slice(0, 64) }),
      event('counter.opened', { counterId: `C${index}` }),
      event('ticket.called', { ticketId: `t${index}`, counterId: `C${index}`, staffId: `s${index}` }),
      event('rating.given', { counterId: `C${index}`, ticketId: `t${index}`, level: index === 0 ? 1 : 5, comment: text }),
      event('counter.paused', { counterId: `C${index}`, reason: text }),
      event('device.fault', { deviceId: `d${index}`, message: text, kind: text.slice(0, 64) }),
    ]);
    await this.ask('POST', `halls/${hallId}/events`, events);
  }

  /** What people write about it: remarks on the alert of the bad rating, silences, channels, keys, people. */
  private async records(): Promise<void> {
    const alert = await this.alert();
    await this.ask('POST', 'people', { username: 'li', name: this.texts[3], role: 'supervisor', hallIds: null, staffNumber: this.texts[4], password: 'vier kleine katzen' });
    for (const text of this.texts) {
      await this.ask('POST', `halls/all/alerts/${alert}/comment`, { text });
      await this.ask('POST', 'halls/all/silences', { reason: text, counterIds: ['C199'], until: new Date(Date.now() + DAY_MS).toISOString() });
      await this.ask('POST', 'halls/all/channels', { name: text, target: { kind: 'wecom', url: 'https://example.org/' } });
      await this.ask('POST', 'halls/all/keys', { role: 'wall', name: text });
    }
  }

  /** The alert is raised within moments of the rating. */
  private async alert(): Promise<string> {
    for (let tries = 0; tries < 2_000; tries++) {
      const { alerts } = (await this.ask('GET', 'halls/all/alerts')) as { alerts: { id: string }[] };
      if (alerts[0]) return alerts[0].id;
    }
    throw new Error('the bad rating raised no alert');
  }
}

function hostileSettings(texts: readonly string[]): PutHall {
  return {
    name: texts[0]!, timezone: 'Asia/Shanghai', public: true,
    services: texts.map((name, index) => ({ id: `S${index}`, name, waitLimit: 'PT20M' })),
    counters: texts.map((name, index) => ({ id: `C${index}`, name, zone: texts[index % 10]!, serviceIds: [`S${index}`] })),
    exceptions: texts.slice(0, 50).map((name, index) => ({ date: `2030-01-${String((index % 28) + 1).padStart(2, '0')}`, name, hours: [] })),
  };
}

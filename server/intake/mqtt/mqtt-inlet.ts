/**
 * A hall's events from an MQTT broker, over a connection of the hall's own: one that floods holds up nobody else. A message is
 * acknowledged (PUBACK) once its events are on disk, one at a time. What is not acknowledged the broker keeps for this client,
 * whose session outlives this process, and sends again; what came twice counts once.
 */
import { Readable } from 'node:stream';
import { setTimeout as pass } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import { connect, type IPublishPacket, type MqttClient } from 'mqtt';
import type { IntakeAnswer } from '../../../shared/events/cloud-event.js';
import type { Caller } from '../../access/caller.js';
import type { LiveHall } from '../../live/live-hall.js';
import { Problem, problemBody } from '../../problem.js';
import { postStream } from '../ndjson.js';
import { postBody } from '../post-body.js';
import { problemOf } from '../problem.filter.js';
import type { Rates } from '../rates.js';

/** As much as a post over HTTP may be. */
const MOST_BYTES = 8 * 1024 * 1024;
const ANSWER_MS = 10_000;
const LONGEST_WAIT_MS = 30_000;

export interface MqttTools {
  url: string;
  /** Of this data folder, for ever: by it the broker knows whose messages it keeps. */
  clientId: string;
  rates: Rates;
}

const log = new Logger('mqtt');

export class MqttInlet {
  /** Whether events are heard just now. */
  connected = false;
  private readonly client: MqttClient;
  private readonly caller: Caller;
  /** The connection that stands, or the next. */
  private link = new AbortController();
  private fails = 0;

  constructor(
    readonly hall: LiveHall,
    private readonly tools: MqttTools,
  ) {
    this.caller = { role: 'device', hallIds: [hall.id], name: 'mqtt' };
    const { url, ...credentials } = addressOf(tools.url);
    this.client = connect(url, {
      ...credentials, clientId: `${tools.clientId}-${hall.id}`, clean: false, resubscribe: false, connectTimeout: ANSWER_MS,
      reconnectPeriod: waitMs(0), reconnectOnConnackError: true,
    });
    this.client.handleMessage = (packet, done) => void this.take(packet).then(() => done(), done);
    this.client.on('connect', () => void this.subscribe());
    this.client.on('reconnect', () => (this.client.options.reconnectPeriod = waitMs(++this.fails)));
    this.client.on('error', ({ message }) => this.lost(message));
    this.client.on('close', () => {
      this.link.abort();
      this.link = new AbortController();
      this.lost('the connection ended');
    });
  }

  /** QoS 1 also for what is published with QoS 2: an event that comes twice is known by its id. */
  private async subscribe(): Promise<void> {
    const [granted] = await this.client.subscribeAsync(this.topic('events'), { qos: 1 }).catch(() => []); // lost again; said there
    if (granted?.qos !== 1) {
      this.lost(`the broker did not grant ${this.topic('events')} with QoS 1`);
      this.client.stream.destroy(); // and asks again, as after any other end
      return;
    }
    this.connected = true;
    this.fails = 0;
    this.client.options.reconnectPeriod = waitMs(0);
    log.log(`hall ${this.hall.id} hears ${this.topic('events')}`);
  }

  private lost(why: string): void {
    if (this.connected || this.fails === 0) log.warn(`hall ${this.hall.id} hears nothing over MQTT: ${why}; it is tried again`);
    this.fails ||= 1;
    this.connected = false;
  }

  private async take({ payload }: IPublishPacket): Promise<void> {
    const { signal } = this.link;
    const answer = await this.post(payload as Buffer, signal);
    // on another connection the packet's number may be another message's, which is not on disk
    signal.throwIfAborted();
    if (answer) this.client.publish(this.topic('problems'), JSON.stringify(answer));
  }

  /** What there is to say about what was not stored; null when all was. Over the rate and on a full disk it waits, and the broker with it. */
  private async post(body: Buffer, signal: AbortSignal): Promise<object | null> {
    for (;;) {
      try {
        const answer = await this.store(body);
        return answer.rejected > 0 ? answer : null;
      } catch (error) {
        const problem = problemOf(error);
        const { retryAfterSeconds } = problem.more;
        if (retryAfterSeconds === undefined) return problemBody(problem);
        await pass(retryAfterSeconds * 1000, undefined, { signal });
      }
    }
  }

  private store(body: Buffer): Promise<IntakeAnswer> {
    const { rates } = this.tools;
    if (body.length > MOST_BYTES) throw new Problem(413, 'tooLarge', `The message is too large: it may have ${MOST_BYTES} bytes.`);
    const text = body.toString('utf8').trim();
    if (!isLines(text)) return postBody(this.hall, { body, text }, (events) => rates.take(this.caller, events));
    rates.take(this.caller, 0);
    return postStream(this.hall, Readable.from([body]), (events) => rates.spend(this.caller, events));
  }

  private topic(name: 'events' | 'problems'): string {
    return `hallboard/${this.hall.id}/${name}`;
  }

  /** What is on its way to disk is not acknowledged any more, and comes again. */
  async close(): Promise<void> {
    this.fails ||= 1; // nothing to warn of
    this.connected = false;
    await this.client.endAsync(true);
  }
}

/** The broker's address without its credentials, which may hold any character. */
function addressOf(text: string): { url: string; username?: string; password?: string } {
  const url = new URL(text);
  const { username, password } = url;
  url.username = url.password = '';
  return { url: url.href, ...(username && { username: decodeURIComponent(username) }), ...(password && { password: decodeURIComponent(password) }) };
}

function isLines(text: string): boolean {
  if (text.startsWith('[') || !text.includes('\n')) return false;
  try {
    JSON.parse(text);
    return false;
  } catch {
    return true;
  }
}

/** Doubling, and spread after its limit, so that halls do not come all at once. */
function waitMs(fails: number): number {
  return Math.min(500 * 2 ** fails, LONGEST_WAIT_MS) * (0.5 + Math.random());
}

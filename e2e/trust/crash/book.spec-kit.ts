/** Clients that keep book of what they posted: what was answered for, what was refused, and what they heard nothing of and post again. */
import { setTimeout as wait } from 'node:timers/promises';
import { seeded } from '../../../server/domain/golden/seeded.js';
import { BATCH, event, issued, LINES, ONE, type Posted } from '../../../server/server.spec-kit.js';
import type { IntakeAnswer } from '../../../shared/events/cloud-event.js';
import type { Answering } from '../kit/answering.js';
import { seed } from '../kit/tried.js';

export const HALL = 'halls/k';
/** Each lane posts one after the other: so many events at once, in this way. */
const LANES: [type: string, most: number][] = [[ONE, 1], [ONE, 1], [ONE, 1], [BATCH, 5], [BATCH, 40], [LINES, 300]];
const AT_ONCE = 1_000;

export class Book {
  readonly acknowledged = new Set<string>();
  /** Said not to be stored; what nobody heard of stands in neither. */
  readonly refused = new Set<string>();
  readonly sent = new Map<string, string>();
  readonly draw = seeded(`book ${seed}`);
  private unheard: Posted[] = [];
  private tickets = 0;
  resent = 0;
  duplicates = 0;

  /** On what another book's clients have posted, where it goes on from there. */
  constructor(before?: Book) {
    for (const [id, text] of before?.sent ?? []) this.sent.set(id, text);
    for (const id of before?.acknowledged ?? []) this.acknowledged.add(id);
  }

  /** One hall of one service, whose days are Shanghai's. */
  static async openHall(server: Answering): Promise<void> {
    const body = JSON.stringify({ name: 'k', timezone: 'Asia/Shanghai', services: [{ id: 'tax', name: '税务' }], counters: [{ id: '1', name: '1', serviceIds: ['tax'] }] });
    await server.ask(HALL, { method: 'PUT', body });
  }

  /** Null where no answer came: the server died first, or refused. */
  async post(server: Answering, { type, events }: { type: string; events: Posted[] }): Promise<IntakeAnswer | null> {
    for (const one of events) this.sent.set(one.id, JSON.stringify(one));
    const heard = await server.ask(`${HALL}/events`, { method: 'POST', type, body: written(type, events) }).then(read, () => null);
    if (heard?.status !== 200) {
      this.unheard.push(...events);
      if (heard && type !== LINES) for (const { id } of events) this.refused.add(id);
      return null;
    }
    const answer = JSON.parse(heard.text) as IntakeAnswer;
    expect(answer.accepted + answer.duplicates).toBe(events.length);
    for (const { id } of events) this.keep(id);
    return answer;
  }

  private keep(id: string): void {
    this.acknowledged.add(id);
    this.refused.delete(id);
  }

  /** All lanes post until `until` is over; a lane that is not answered waits a little, as clients do. */
  async load(server: Answering, until: AbortSignal): Promise<void> {
    await Promise.all(LANES.map(async ([type, most]) => {
      while (!until.aborted) {
        const events = Array.from({ length: 1 + Math.floor(this.draw.next() * most) }, () => this.some());
        if (!(await this.post(server, { type, events }))) await wait(20);
      }
    }));
  }

  /** A ticket, or the beat of a device. */
  some(): Posted {
    const ticket = ++this.tickets;
    return ticket % 2 ? issued(`k${ticket}`) : event('device.heartbeat', { deviceId: 'd1' });
  }

  /** What nothing was heard of is posted again: it was stored, or it is now. */
  async postAgain(server: Answering): Promise<void> {
    const again = this.unheard;
    this.unheard = [];
    for (let from = 0; from < again.length; from += AT_ONCE) {
      const answer = await this.post(server, { type: BATCH, events: again.slice(from, from + AT_ONCE) });
      expect(answer).withContext('posted again').not.toBeNull();
      this.duplicates += answer?.duplicates ?? 0;
    }
    this.resent += again.length;
  }
}

function written(type: string, events: Posted[]): string {
  const texts = events.map((one) => JSON.stringify(one));
  return type === ONE ? texts[0]! : type === BATCH ? `[${texts.join(',')}]` : texts.join('\n');
}

async function read(response: Response): Promise<{ status: number; text: string }> {
  return { status: response.status, text: await response.text() };
}

import { applyDelta, type Change } from '../../shared/messages/delta.js';
import type { Beat, Delta, Snapshot } from '../../shared/messages/messages.js';
import type { Rows } from '../../shared/rows/rows.js';

const STEP_MS = 250;
const TICKETS_OPEN = 40;
const LIMIT_MS = 20 * 60_000;
const [QUARTERS, QUARTER_MS] = [32, 15 * 60_000];
const place = { hallId: 'soak', epoch: 'soak' };

/** A hall in which something happens four times a second for as long as anyone asks: what its feed would say, delta by delta. */
export class BusyHall {
  private seq = 1;
  /** The day's quarters are already known: a curve that moves, and does not grow. */
  private readonly began: number;
  private readonly counterIds: string[];
  private readonly serviceIds: string[];

  constructor(
    private readonly rows: Rows,
    private now: number,
  ) {
    this.began = Math.floor(now / QUARTER_MS) * QUARTER_MS - QUARTERS * QUARTER_MS;
    this.counterIds = Object.keys(rows.counters);
    this.serviceIds = Object.keys(rows.services);
  }

  snapshot(): Snapshot {
    return { ...place, seq: this.seq, at: this.at(), build: '', rows: this.rows };
  }

  beat(): Beat {
    return { ...place, seq: this.seq, now: this.at() };
  }

  /** A ticket comes, another is called to a counter; now and then figures move and an alert is raised or goes. */
  next(name: string): Delta {
    const n = this.seq++;
    this.now += STEP_MS;
    const [counterId, serviceId] = [this.counterIds[n % this.counterIds.length]!, this.serviceIds[n % this.serviceIds.length]!];
    const change: Change = { put: {}, remove: { tickets: [`t${n - TICKETS_OPEN}`] } };
    change.put.tickets = { [`t${n}`]: this.ticket(n, serviceId) };
    change.put.counters = { [counterId]: { ...this.rows.counters[counterId]!, state: n % 3 ? 'serving' : 'calling', stateAt: this.now, ticketNumber: `A${n % 1000}` } };
    change.put.services = { [serviceId]: { ...this.rows.services[serviceId]!, waiting: n % 50, oldestIssuedAt: this.now - (n % 15) * 60_000 } };
    if (n % 20 === 0) this.moveFigures(change, name);
    if (n % 50 === 0) this.turnAlerts(change, { n, serviceId });
    applyDelta(this.rows, change);
    return { ...place, prev: n, seq: n + 1, at: this.at(), ...change };
  }

  private ticket(n: number, serviceId: string): Rows['tickets'][string] {
    return { number: `A${n % 1000}`, serviceId, customerClass: null, state: 'waiting', issuedAt: this.now, calledAt: null, startedAt: null, counterId: null, dueAt: this.now + LIMIT_MS };
  }

  private moveFigures(change: Change, name: string): void {
    const [hallId, hall] = Object.entries(this.rows.hall)[0]!;
    change.put.hall = { [hallId]: { ...hall, name } };
    const startAt = this.began + (this.seq % QUARTERS) * QUARTER_MS;
    const label = new Date(startAt).toISOString().slice(11, 16);
    const waiting = this.seq % 50;
    change.put.figures = { [`quarter:${label}`]: { startAt, waiting, issued: 9, called: 9, ended: 9, abandoned: 0, waitP50Ms: waiting * 10_000, waitP90Ms: waiting * 20_000 } };
  }

  private turnAlerts(change: Change, { n, serviceId }: { n: number; serviceId: string }): void {
    change.remove.alerts = [`a${n - 50}`];
    change.put.alerts = {
      [`a${n}`]: {
        clauseId: 'wait', kind: 'ticket.wait', severity: n % 100 ? 'warning' : 'breach', subject: { kind: 'ticket', id: `t${n}` }, label: `A${n % 1000}`,
        serviceId, counterId: null, sinceAt: this.now - LIMIT_MS, dueAt: this.now, raisedAt: this.now, late: false, value: LIMIT_MS, limit: LIMIT_MS,
        acknowledgedAt: null, acknowledgedBy: null, assignedTo: null, escalatedAt: null,
        escalations: 0, silencedUntil: null, standardVersion: 1, notes: [], resolvedAt: null, resolvedBy: null,
      },
    };
  }

  private at(): string {
    return new Date(this.now).toISOString();
  }
}

import { applyDelta, type Change } from '../../shared/messages/delta.js';
import type { Beat, Delta, Snapshot } from '../../shared/messages/messages.js';
import type { Rows } from '../../shared/rows/rows.js';
import { figuresAt, fillDay } from './busy-figures.js';

const TICKETS_OPEN = 40;
const LIMIT_MS = 20 * 60_000;
/** So many deltas in calm, as many with an alert: a calm wall turns its pages and shows the day's curves, another does neither. */
const CALM_DELTAS = 500;
const STATES = ['serving', 'paused', 'calling'] as const;

/** How far the hall's clock goes from delta to delta, and with which of them the figures move. */
export interface Pace {
  stepMs: number;
  figuresEvery: number;
}

/** A hall in which something happens for as long as anyone asks: what its feed would say, delta by delta. */
export class BusyHall {
  private seq = 1;
  private readonly place: { hallId: string; epoch: string };
  private readonly counterIds: string[];
  private readonly serviceIds: string[];

  constructor(
    private readonly rows: Rows,
    private now: number,
    private readonly pace: Pace = { stepMs: 250, figuresEvery: 20 },
  ) {
    this.place = { hallId: Object.keys(rows.hall)[0]!, epoch: 'busy' };
    fillDay(rows, now);
    this.counterIds = Object.keys(rows.counters);
    this.serviceIds = Object.keys(rows.services);
  }

  snapshot(): Snapshot {
    return { ...this.place, seq: this.seq, at: this.at(), build: '', rows: this.rows };
  }

  beat(): Beat {
    return { ...this.place, seq: this.seq, now: this.at() };
  }

  /** Four rows: a ticket comes, another goes, its counter and its queue change. Now and then figures move and alerts come and go. */
  next(name: string): Delta {
    const n = this.seq++;
    this.now += this.pace.stepMs;
    const [counterId, serviceId] = [this.counterIds[n % this.counterIds.length]!, this.serviceIds[n % this.serviceIds.length]!];
    const change: Change = { put: {}, remove: { tickets: [`t${n - TICKETS_OPEN}`] } };
    change.put.tickets = { [`t${n}`]: this.ticket(n, serviceId) };
    change.put.counters = { [counterId]: this.counter(n, counterId) };
    change.put.services = { [serviceId]: { ...this.rows.services[serviceId]!, waiting: n % 50, oldestIssuedAt: this.now - (n % 15) * 60_000 } };
    if (n % this.pace.figuresEvery === 0) this.moveFigures(change, name);
    if (n % 50 === 0) this.turnAlerts(change, { n, serviceId });
    applyDelta(this.rows, change);
    return { ...this.place, prev: n, seq: n + 1, at: this.at(), ...change };
  }

  private ticket(n: number, serviceId: string): Rows['tickets'][string] {
    return { number: `A${n % 1000}`, serviceId, customerClass: null, state: 'waiting', issuedAt: this.now, calledAt: null, startedAt: null, counterId: null, dueAt: this.now + LIMIT_MS };
  }

  /** Each time in another state than before: its tile is painted anew. */
  private counter(n: number, counterId: string): Rows['counters'][string] {
    const row = this.rows.counters[counterId]!;
    const state = STATES[(STATES.findIndex((known) => known === row.state) + 1) % STATES.length]!;
    return { ...row, state, stateAt: this.now, ticketNumber: `A${n % 1000}` };
  }

  private moveFigures(change: Change, name: string): void {
    const [hallId, hall] = Object.entries(this.rows.hall)[0]!;
    change.put.hall = { [hallId]: { ...hall, name } };
    change.put.sources = Object.fromEntries(Object.entries(this.rows.sources).map(([id, row]) => [id, { ...row, lastHeardAt: this.now }]));
    const { put, remove } = figuresAt(this.rows, { now: this.now, n: this.seq });
    change.put.figures = put;
    change.remove.figures = remove;
  }

  private turnAlerts(change: Change, { n, serviceId }: { n: number; serviceId: string }): void {
    change.remove.alerts = [`a${n - 50}`];
    if (Math.floor(n / CALM_DELTAS) % 2 === 0) return;
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

import type { CounterFigures, Figures, Quarter, RatingFigures, ServiceLevel, Spread, TicketCounts } from '../../shared/rows/figures.js';
import type { AlertRow, CounterRow, HallRow, Rows, ServiceRow, SourceRow } from '../../shared/rows/rows.js';
import { emptyRows } from '../../shared/rows/tables.js';
import type { z } from 'zod';

/** Rows for specs: a hall of 23 November 2026, 10:42:07 in Shanghai. Nothing here reaches the page that is shipped. */
export const NOW = Date.parse('2026-11-23T02:42:07Z');
export const MINUTE = 60_000;

export function hallRow(over: Partial<HallRow> = {}): HallRow {
  return {
    name: '市政务服务中心', timezone: 'Asia/Shanghai', state: 'open', day: '2026-11-23',
    opensAt: null, closesAt: null, nextOpensAt: null, nextClosesAt: null, seats: null, demo: false, speed: 1,
    targets: { serviceLevel: null, satisfaction: null }, density: 'auto', quality: {}, cases: { open: 0, unanswered: 0, changes: 0 }, ...over,
  };
}

export function serviceRow(over: Partial<ServiceRow> = {}): ServiceRow {
  return {
    name: '社保医保', waiting: 3, oldestIssuedAt: NOW - 7 * MINUTE, openCounters: 2, waitLimitMs: 30 * MINUTE,
    observed: false, lastNumber: null, sourceIds: ['/kiosk'], ...over,
  };
}

export function counterRow(over: Partial<CounterRow> = {}): CounterRow {
  return {
    name: '综合窗口', zone: null, state: 'serving', stateAt: NOW - 4 * MINUTE, staffId: null, ticketId: 't1',
    ticketNumber: 'A023', serviceIds: ['s1'], ratingMean: null, registered: true, sourceId: '/kiosk', ...over,
  };
}

/** A ticket of s1 that has waited past its limit since a minute ago. */
export function alertRow(over: Partial<AlertRow> = {}): AlertRow {
  return {
    clauseId: 'wait', kind: 'ticket.wait', severity: 'breach', subject: { kind: 'ticket', id: 't9' }, label: 'A031', serviceId: 's1',
    counterId: null, sinceAt: NOW - 31 * MINUTE, dueAt: NOW - MINUTE, raisedAt: NOW - MINUTE, late: false, value: 30 * MINUTE,
    limit: 30 * MINUTE, acknowledgedAt: null, acknowledgedBy: null, assignedTo: null, escalatedAt: null,
    escalations: 0, silencedUntil: null, standardVersion: 1, notes: [], resolvedAt: null, resolvedBy: null, ...over,
  };
}

export function sourceRow(over: Partial<SourceRow> = {}): SourceRow {
  return { kind: 'feed', lastHeardAt: NOW - 2_000, state: 'live', lagMs: 200, silentAfterMs: 15_000, ...over };
}

const spread: Spread = { count: 0, mean: null, p50: null, p90: null, p95: null, max: null };
const tickets: TicketCounts = {
  issued: 0, carriedIn: 0, called: 0, served: 0, returned: 0, referred: 0, noShow: 0, abandoned: 0, removed: 0,
  transferredIn: 0, transferredOut: 0, stillWaiting: 0, inService: 0, parked: 0,
};
const serviceLevel: z.infer<typeof ServiceLevel> = { targetMs: null, rule: 'ignored', within: 0, of: 0, share: null };
const counter: z.infer<typeof CounterFigures> = { openMs: 0, pausedMs: 0, busyMs: 0, occupancy: null, adherence: null };
const rating: z.infer<typeof RatingFigures> = {
  requested: 0, given: 0, defaulted: 0, byLevel: { 5: 0, 4: 0, 3: 0, 2: 0, 1: 0 }, mean: null, satisfiedShare: null, badShare: null, ratedShare: null,
};

/** Figures of a day on which nothing has happened yet: every share and mean is null. */
export function figuresRow(over: Partial<Figures> = {}): Figures {
  return {
    tickets, waitMs: spread, waitToServiceMs: spread, walkMs: spread, serviceMs: spread, abandonMs: spread, serviceLevel,
    abandonmentRate: null, noShowRate: null, counter, rating, countedAt: NOW, ...over,
  };
}

export function quarterRow(over: Partial<Quarter> = {}): Quarter {
  return { startAt: NOW, waiting: 0, issued: 0, called: 0, ended: 0, abandoned: 0, waitP50Ms: null, waitP90Ms: null, ...over };
}

const STATES: readonly CounterRow['state'][] = ['serving', 'serving', 'calling', 'open', 'paused', 'closed'];

/** A hall of so many counters in zones of five or more, with the longest words people are known to use. */
export function hallOf(counters: number, words: { service: string; counter: string; number: string }): Rows {
  const rows = emptyRows();
  const zones = Math.max(1, Math.min(12, Math.floor(counters / 5)));
  const each = Math.ceil(counters / zones);
  rows.hall['h1'] = hallRow({ demo: true, speed: 60 });
  for (let z = 0; z < zones; z++) {
    rows.services[`s${z}`] = serviceRow({ name: `${words.service}${z}`, waiting: 120, oldestIssuedAt: NOW - (z * 12 + 3) * MINUTE });
  }
  for (let i = 0; i < counters; i++) {
    const zone = Math.floor(i / each);
    const id = String.fromCharCode(65 + zone) + String((i % each) + 1).padStart(2, '0');
    const state = STATES[i % STATES.length] as CounterRow['state'];
    rows.counters[id] = counterRow({
      name: words.counter, zone: `${words.service}${zone}`, state, stateAt: NOW - i * MINUTE,
      ticketNumber: state === 'serving' ? words.number : null, serviceIds: [`s${zone}`],
    });
  }
  rows.sources['/kiosk/1'] = sourceRow();
  rows.figures['hall'] = figuresRow({
    tickets: { ...tickets, issued: 12_345, served: 11_987 },
    serviceLevel: { ...serviceLevel, within: 11_234, of: 11_987, share: 0.937 },
    rating: { ...rating, given: 8_765, satisfiedShare: 0.987 },
  });
  for (let q = 0; q < 11; q++) {
    const startAt = Date.parse('2026-11-23T00:00:00Z') + q * 15 * MINUTE;
    const label = `${String(8 + Math.floor(q / 4)).padStart(2, '0')}:${String((q % 4) * 15).padStart(2, '0')}`;
    rows.figures[`quarter:${label}`] = quarterRow({ startAt, waiting: 40 + q, waitP50Ms: q * MINUTE, waitP90Ms: 2 * q * MINUTE });
  }
  return rows;
}

/** A hall that only publishes boards: queues without counters, with names of up to 60 characters. */
export function boardsOf(queues: number): Rows {
  const rows = emptyRows();
  rows.hall['h1'] = hallRow({ name: 'Urząd Dzielnicy' });
  for (let q = 0; q < queues; q++) {
    const name = 'Wydawanie dowodów rejestracyjnych, zbycia i adnotacje w dow.'.slice(0, 15 + ((q * 7) % 46));
    rows.services[`q${q}`] = serviceRow({ name, waiting: q, oldestIssuedAt: null, waitLimitMs: null, observed: true, lastNumber: `A${100 + q}` });
  }
  rows.sources['/boards'] = sourceRow({ lagMs: null });
  return rows;
}

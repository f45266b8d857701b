/** One short visit, told in events; the examples of both documents. A spec puts every one of them through its schema. */
import type { PostedEvent } from '../../../shared/events/cloud-event.js';

const kiosk = { specversion: '1.0', source: '/kiosk/1' } as const;
const desk = { specversion: '1.0', source: '/counter/3' } as const;

export const issued: PostedEvent = {
  ...kiosk, id: 'k1-20261123-0042', type: 'ticket.issued', time: '2026-11-23T09:30:00+08:00',
  data: { ticketId: 'A042-20261123', number: 'A042', serviceId: 'social-security' },
};
export const called: PostedEvent = {
  ...desk, id: 'c3-20261123-0107', type: 'ticket.called', time: '2026-11-23T09:41:10+08:00',
  data: { ticketId: 'A042-20261123', counterId: '3', staffId: 'S007' },
};
export const started: PostedEvent = {
  ...desk, id: 'c3-20261123-0108', type: 'service.started', time: '2026-11-23T09:41:40+08:00',
  data: { ticketId: 'A042-20261123', counterId: '3', staffId: 'S007' },
};
export const ended: PostedEvent = {
  ...desk, id: 'c3-20261123-0109', type: 'service.ended', time: '2026-11-23T09:52:05+08:00',
  data: { ticketId: 'A042-20261123', counterId: '3', staffId: 'S007', outcome: 'completed' },
};
export const rated: PostedEvent = {
  ...desk, id: 'c3-20261123-0110', type: 'rating.given', time: '2026-11-23T09:52:20+08:00',
  data: { counterId: '3', ticketId: 'A042-20261123', staffId: 'S007', level: 5 },
};

export const answerToTwo = { accepted: 2, duplicates: 0, rejected: 0, lastSeq: 108, problems: [] };
export const answerWithProblem = {
  accepted: 1, duplicates: 0, rejected: 1, lastSeq: 107,
  problems: [{ index: 1, id: 'c3-20261123-0108', code: 'invalid', message: 'data.ticketId: is missing' }],
};

export const hallSettings = {
  name: '政务服务中心一层', timezone: 'Asia/Shanghai', seats: 120,
  services: [{ id: 'social-security', name: '社会保险', waitLimit: 'PT20M' }],
  counters: [{ id: '3', name: '3号窗口', zone: 'A区', serviceIds: ['social-security'] }],
  openingHours: [{ days: ['mon', 'tue', 'wed', 'thu', 'fri'], opens: '08:30', closes: '17:00' }],
};

const configured = {
  specversion: '1.0', id: '0f0c9a52-6b1d-4d0e-8a35-2f1f0b7c9e11', source: '/hallboard', type: 'hall.configured', time: '2026-11-23T01:30:00.120Z',
  data: { name: '一层大厅', timezone: 'Asia/Shanghai', services: [], counters: [], openingHours: [], public: false, demo: false },
};

/** Two links of a chain, of one event and of two. Their hashes are true: a spec computes them as the document says. */
export const journalLines = [
  { seq: 1, loggedAt: '2026-11-23T01:30:00.120Z', event: configured, quality: [], hash: 'b1e087b512dda27ab65194092c7b458320430866cc45332f56f2bea429313e74' },
  { seq: 2, loggedAt: '2026-11-23T01:41:40.305Z', event: called, quality: ['noIssue', 'unknownCounter'], hash: 'e8ca06f80c1c300740461985ff87b7ae2a8289f0eb38dfe505ebc2e12c4ef745' },
  { seq: 3, loggedAt: '2026-11-23T01:41:40.305Z', event: started, quality: ['unknownCounter'], hash: 'e8ca06f80c1c300740461985ff87b7ae2a8289f0eb38dfe505ebc2e12c4ef745' },
];

const place = { hallId: 'hall-1', epoch: '4b1f0a52-7d0e-4b57-9a9e-0f5b7f3c8a11' };
export const hello = { protocol: 1, hallId: 'hall-1' };
export const helloAgain = { protocol: 1, ...place, seq: 812 };
const counter = {
  name: '3号窗口', zone: 'A区', state: 'calling', stateAt: 1795398070000, staffId: 'S007', ticketId: 'A042-20261123', ticketNumber: 'A042',
  serviceIds: ['social-security'], ratingMean: 4.8, registered: true, sourceId: '/counter/3',
};
const ticket = {
  number: 'A042', serviceId: 'social-security', customerClass: null, state: 'called', issuedAt: 1795397400000, calledAt: 1795398070000,
  startedAt: null, counterId: '3', dueAt: 1795398600000,
};
export const snapshot = {
  ...place, seq: 811, at: '2026-11-23T01:41:09.500Z', build: 'main-5GAMYXNL',
  rows: {
    hall: {}, services: {}, counters: { 3: { ...counter, state: 'open', stateAt: 1795398000000, ticketId: null, ticketNumber: null } },
    tickets: { 'A042-20261123': { ...ticket, state: 'waiting', calledAt: null, counterId: null } }, alerts: {}, sources: {}, figures: {},
  },
};
export const delta = {
  ...place, prev: 811, seq: 812, at: '2026-11-23T01:41:10.020Z',
  put: { counters: { 3: counter }, tickets: { 'A042-20261123': ticket } }, remove: { tickets: ['A039-20261123'] },
};
export const beat = { ...place, seq: 812, now: '2026-11-23T01:41:11.000Z' };
export const refused = { code: 'unknownHall', message: 'There is no hall "hall-2" here.' };
export const status = {
  screenId: '7d3f0c1e-5b8a-4b8e-9a51-2f6f0c7e1d20', page: 'wall', name: '大厅东侧', build: 'main-5GAMYXNL',
  width: 1920, height: 1080, ratio: 2, upMs: 86_400_000, heapBytes: 38_000_000,
};
export const screens = {
  at: 1795398075000, build: 'main-5GAMYXNL',
  screens: [{ ...status, connected: true, connectedAt: 1795311600000, lastSeenAt: 1795398070000, who: 'wall 9f2c4b7a1d3e5f60', address: '10.1.20.31' }],
};
export const reload = { screenId: status.screenId };

const clauses = [
  { id: 'wait', kind: 'ticket.wait', warnAfter: 'PT16M', breachAfter: 'PT20M', during: 'openingHours', escalateAfter: 'PT5M', source: '本厅服务承诺第3条' },
  { id: 'away', kind: 'counter.paused', breachAfter: 'PT15M', during: 'openingHours', source: 'local' },
] as const;
export const standard = { name: '一层服务标准', source: '本厅服务承诺 2026', effectiveFrom: '2026-12-01T00:00:00+08:00', clauses };
export const standardVersion = { version: 1, name: standard.name, source: standard.source, effectiveFromAt: 1796054400000, putAt: 1795397400000, putBy: 'admin', clauses };
export const backtest = { clauses, from: '2026-11-01T00:00:00+08:00', to: '2026-11-23T00:00:00+08:00' };
export const person = { username: 'li', name: '李敏', role: 'supervisor', hallIds: ['hall-1'], staffNumber: 'S007', createdAt: 1795397400000 };
export const alert = {
  id: 'f3c9a1d07be24c6e8a55', clauseId: 'wait', kind: 'ticket.wait', severity: 'breach', subject: { kind: 'ticket', id: 'A042-20261123' }, label: 'A042',
  serviceId: 'social-security', counterId: null, sinceAt: 1795397400000, dueAt: 1795398600000, raisedAt: 1795398600000, late: false, value: 1_200_000, limit: 1_200_000,
  acknowledgedAt: 1795398631000, acknowledgedBy: 'li', assignedTo: null, escalatedAt: null, escalations: 0, silencedUntil: null, standardVersion: 1, notes: [],
  resolvedAt: null, resolvedBy: null,
};

export const channel = {
  id: '5b1f7f6e-0c55-4b60-9a57-8a3f8a2d1c10', hallId: 'hall-1', kind: 'webhook', name: '值班系统', person: null, severities: ['breach'],
  address: 'https://example.org', state: 'on', lastError: null, createdAt: 1795397400000,
};
export const delivery = {
  id: '3f0c9a526b1d4d0e8a352f1f0b7c9e11', channelId: channel.id, event: 'raised', state: 'pending', alertIds: ['0f0c9a526b1d4d0e8a35'], attempts: 2,
  createdAt: 1795399200000, dueAt: 1795399260000, sentAt: null, lastError: 'it answered 503',
};

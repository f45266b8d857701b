import type { DayCurve, TicketsAnswer, TicketStory } from '../../shared/rows/behind.js';
import type { Rows } from '../../shared/rows/rows.js';
import { formatInstant } from '../../shared/instant.js';
import { event, issued, Server, START } from '../server.spec-kit.js';

const MINUTE = 60_000;
const settings = { services: [{ id: 'tax', name: '税务', waitLimit: 'PT5M' }], counters: [{ id: 'c1', name: '1', serviceIds: ['tax'] }] };

describe('The past over HTTP', () => {
  let server: Server;
  const shown = new Map<number, Rows>();
  /** What the wall showed, minute by minute, of a morning with three tickets. */
  beforeEach(async () => {
    server = await Server.start();
    await server.makeHall('a', settings);
    const script: [minute: number, type: string, data: object][] = [
      [0, 'counter.opened', { counterId: 'c1', staffId: 'p1' }], [0, 'ticket.issued', { ticketId: 't1', number: 'A1', serviceId: 'tax' }],
      [1, 'ticket.issued', { ticketId: 't2', number: 'A2', serviceId: 'tax' }], [6, 'ticket.called', { ticketId: 't1', counterId: 'c1', staffId: 'p1' }],
      [7, 'service.started', { ticketId: 't1', counterId: 'c1', staffId: 'p1' }], [9, 'service.ended', { ticketId: 't1', counterId: 'c1', staffId: 'p1', outcome: 'completed' }],
      [9, 'rating.given', { ticketId: 't1', counterId: 'c1', level: 5 }], [10, 'ticket.abandoned', { ticketId: 't2' }],
      [11, 'ticket.issued', { ticketId: 't3', number: 'A3', serviceId: 'tax' }],
    ];
    for (let minute = 0; minute <= 14; minute++) {
      for (const [, type, data] of script.filter(([at]) => at === minute)) await server.post('a', [event(type, data, { id: `m${minute}${type}`, time: formatInstant(server.clock.now()) })]);
      await settle();
      shown.set(server.clock.now() - START, (await server.state('a')).rows);
      server.clock.pass(MINUTE);
    }
  });
  afterEach(() => server.end());

  async function settle(): Promise<void> {
    server.running.halls.get('a')!.publish();
    await server.running.halls.get('a')!.judged();
  }
  const get = async <T>(path: string) => (await server.say(`/api/v1/halls/a/${path}`)).json as unknown as T;
  const rowsAt = async (sinceStart: number) => (await get<{ rows: Rows }>(`state?at=${formatInstant(START + sinceStart)}`)).rows;
  const ticketsOf = (query = '') => get<TicketsAnswer>(`tickets?from=${formatInstant(START - MINUTE)}&to=${formatInstant(START + 60 * MINUTE)}&${query}`);

  it('[P1] [P2] is what the wall showed at each minute, alerts included, and whatever comes late or changes since does not change the alerts', async () => {
    let alerts = 0;
    for (const [at, rows] of shown) {
      expect(still(await rowsAt(at))).withContext(`${at / MINUTE} min`).toEqual(still(rows));
      alerts += Object.keys(rows.alerts).length;
    }
    expect(alerts).toBeGreaterThan(5);
    expect((await get<{ at: string }>('state?at=2026-11-23T09:35')).at).withContext('by the clocks of Shanghai').toBe('2026-11-23T01:35:00.000Z');
    expect((await get<{ at: string }>('state?at=2027-01-01T00:00')).at).withContext('to come').toBe(formatInstant(server.clock.now()));
    await server.makeHall('a', { ...settings, services: [{ id: 'tax', name: '税务新名', waitLimit: 'PT5M' }] });
    await server.post('a', [issued('t9', { time: formatInstant(START + MINUTE) })]);
    await settle();
    for (const [at, rows] of shown) {
      const now = await rowsAt(at);
      expect([now.alerts, now.services['tax']!.name]).withContext(`${at / MINUTE} min`).toEqual([rows.alerts, '税务']);
      expect(now.services['tax']!.waiting).toBe(rows.services['tax']!.waiting + (at >= MINUTE ? 1 : 0));
    }
  });

  it('[P4] lists tickets by figure, group, outcome and wait, page by page', async () => {
    const ids = async (query: string) => (await ticketsOf(query)).tickets.map(({ ticketId }) => ticketId);
    const table: [query: string, tickets: string[]][] = [
      ['figure=tickets.served', ['t1']], ['figure=breached', ['t1', 't2']], ['figure=abandonMs', ['t2']], ['figure=rating.satisfied&counterId=c1', ['t1']],
      ['figure=tickets.called&staffId=p1', ['t1']], ['figure=tickets.called&staffId=p2', []], ['outcome=abandoned', ['t2']], [`minWaitMs=${6 * MINUTE}`, ['t1']],
      ['serviceId=other', []],
    ];
    for (const [query, tickets] of table) expect(await ids(query)).withContext(query).toEqual(tickets);
    const pages: (string | null)[] = [];
    let cursor: string | null = '';
    for (let page = 0; cursor !== null && page < 9; page++) {
      const answer: TicketsAnswer = await ticketsOf(`limit=1&cursor=${cursor}`);
      expect(answer.tickets.length).toBe(1);
      pages.push(answer.tickets[0]!.ticketId);
      cursor = answer.next;
    }
    expect(pages).toEqual(await ids(''));
    const { tickets: [t1] } = await ticketsOf('figure=waitMs');
    expect(t1).toEqual({
      ticketId: 't1', number: 'A1', customerClass: null, serviceId: 'tax', counterId: 'c1', staffId: 'p1', issuedAt: START, calledAt: START + 6 * MINUTE,
      startedAt: START + 7 * MINUTE, endedAt: START + 9 * MINUTE, outcome: 'completed', waitMs: 6 * MINUTE, serviceMs: 2 * MINUTE, rating: 5, at: START + 6 * MINUTE, value: 6 * MINUTE,
    });
  });

  it('tells a ticket by its events, with their flags and what corrected them', async () => {
    await server.post('a', [event('event.corrected', { source: '/kiosk/1', id: 'm10ticket.abandoned', void: true, author: 'li' }, { time: formatInstant(server.clock.now()) })]);
    await server.post('a', [event('ticket.recalled', { ticketId: 't2', counterId: 'c7' }, { time: formatInstant(START + 5 * MINUTE) })]);
    for (const query of ['', '?on=2026-11-23']) {
      const { ticket, events } = await get<TicketStory>(`tickets/t2${query}`);
      expect(ticket.outcome).withContext('the leave was voided').toBeNull();
      expect(events.map(({ type, quality, voided }) => [type, quality.sort().join(), voided])).toEqual([
        ['ticket.issued', '', false], ['ticket.recalled', 'late,outOfOrder,unknownCounter', false], ['ticket.abandoned', '', true],
      ]);
      expect(events[2]!.correctedBy).toBeGreaterThan(events[2]!.seq);
    }
    expect((await server.say('/api/v1/halls/a/tickets/t2?on=2026-11-20')).json).toEqual(jasmine.objectContaining({ status: 404, code: 'unknownTicket' }));
  });

  it('[P5] draws the day, and not one to come', async () => {
    const curve = await get<DayCurve>('daily/2026-11-23/curve');
    expect(curve.quarters.map(({ openCounters }) => openCounters)).toEqual(curve.quarters.map(() => 1));
    expect(curve.counters['c1']!.stretches.map(({ state, staffId }) => `${state} ${staffId}`)).toEqual(['open p1', 'calling p1', 'serving p1', 'open p1']);
    expect((await server.say('/api/v1/halls/a/daily/2026-11-24/curve')).json).toEqual(jasmine.objectContaining({ status: 404, code: 'noSuchDay' }));
  });

  it('refuses what it cannot read, and whoever may not read the journal', async () => {
    const refused = async (path: string, key?: string) => {
      const { status, json } = await server.say(`/api/v1/halls/a/${path}`, key === undefined ? {} : { key });
      return `${status} ${json.code}`;
    };
    const table: [path: string, refusal: string][] = [
      ['tickets?figure=luck', '400 figure'], ['tickets?outcome=lost', '400 outcome'], ['tickets?limit=501', '400 limit'], ['tickets?cursor=x', '400 cursor'],
      ['tickets?minWaitMs=-1', '400 minWaitMs'], ['tickets?from=soon', '400 from'], ['tickets/t2?on=monday', '400 on'], ['daily/2026-02-30/curve', '400 date'],
    ];
    for (const [path, refusal] of table) expect(await refused(path)).withContext(path).toBe(refusal);
    const { key } = await server.makeKey('a', 'wall');
    for (const path of ['tickets', 'tickets/t1', 'daily/2026-11-23/curve']) expect(await refused(path, key)).toBe('403 notAllowed');
  });
});

/** Rows without lengths that run on while a row stands still: those are true as of the row's `countedAt`. */
function still(rows: Rows): Rows {
  const copy = structuredClone(rows);
  for (const row of Object.values(copy.figures)) if ('counter' in row) Object.assign(row, { countedAt: 0, counter: null });
  return copy;
}

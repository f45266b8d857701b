import type { AlertRow } from '../../shared/rows/rows.js';
import { event, issued, Server } from '../server.spec-kit.js';

const MINUTE = 60_000;

describe('Alerts of a live hall', () => {
  let server: Server;
  beforeEach(async () => {
    server = await Server.start();
    await server.makeHall('a', { services: [{ id: 'tax', name: '税务', waitLimit: 'PT10M' }] });
  });
  afterEach(() => server.end());

  const alerts = async (): Promise<AlertRow[]> => Object.values((await server.state('a')).rows.alerts);
  const raised = async () => (await server.lines('a')).filter(({ event: { type } }) => type === 'alert.raised').map(({ event: { data } }) => data as AlertRow);
  const call = (ticketId: string) => event('ticket.called', { ticketId, counterId: 'c1' }, { time: new Date(server.clock.now()).toISOString() });
  /** The commit of a verdict goes through the journal's own thread: looks at the hall and waits until it is there. */
  async function judged(): Promise<AlertRow[]> {
    const hall = server.running.halls.get('a')!;
    hall.publish();
    await hall.judged();
    return alerts();
  }

  it('[A1] come at their due instant, with no event', async () => {
    const start = server.clock.now();
    await server.post('a', [issued('t1', { time: new Date(start).toISOString() })]);
    server.clock.pass(8 * MINUTE - 1);
    expect(await alerts()).toEqual([]);
    server.clock.pass(1);
    expect((await judged()).length).toBe(1);
    server.clock.pass(2 * MINUTE);
    expect((await judged()).length).toBe(2);
    const stamps = (await raised()).map(({ severity, dueAt, raisedAt, late }) => [severity, dueAt - start, raisedAt - dueAt, late]);
    expect(stamps).toEqual([['warning', 8 * MINUTE, 0, false], ['breach', 10 * MINUTE, 0, false]]);
    await server.post('a', [call('t1')]);
    expect((await judged()).every(({ resolvedAt }) => resolvedAt !== null)).toBeTrue();
    server.clock.pass(2 * MINUTE);
    expect(await alerts()).toEqual([]);
  });

  it('[A5] that fell due while the server was down are raised when it starts, late, and never twice', async () => {
    const start = server.clock.now();
    await server.post('a', [issued('t1', { time: new Date(start).toISOString() }), issued('t2', { time: new Date(start).toISOString() })]);
    await server.close();
    server.clock.set(start + 30 * MINUTE);
    for (let starts = 0; starts < 3; starts++) {
      await server.restart();
      expect((await judged()).length).toBe(2);
    }
    const told = (await raised()).map(({ severity, dueAt, late }) => [severity, dueAt - start, late]);
    expect(told).toEqual([['breach', 10 * MINUTE, true], ['breach', 10 * MINUTE, true]]);
  });

  it('[A6] are not raised from a past told in pieces, but from where it leads to', async () => {
    const start = server.clock.now();
    const past = (minutes: number) => ({ time: new Date(start - minutes * MINUTE).toISOString() });
    await server.post('a', [issued('t1', past(60)), issued('t2', past(50))]);
    server.clock.pass(900);
    await server.post('a', [event('ticket.called', { ticketId: 't1', counterId: 'c1' }, past(30))]);
    server.clock.pass(900);
    await judged();
    expect(await raised()).toEqual([]);
    server.clock.pass(100);
    expect((await judged()).length).toBeGreaterThan(0);
    expect((await raised()).map(({ label, late }) => [label, late])).toEqual([['T2', true]]);
  });

  it('[A6] wait ten seconds at most for a feed that goes on telling its past', async () => {
    const start = server.clock.now();
    for (let second = 0; second < 12; second++) {
      await server.post('a', [issued(`t${second}`, { time: new Date(start - 20 * MINUTE).toISOString() })]);
      server.clock.pass(900);
    }
    expect((await judged()).length).toBeGreaterThan(0);
  });
});
